// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the peer engine is no dependency of the library.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "mentorbrev", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "Mentorbrev", package: "mentorbrev"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
