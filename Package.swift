// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house: its name, the modules below it that it may import, and files that become part of the program.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], embedding files: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: files.map { .embedInCode($0) }, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "mentorbrev",
  platforms: [.macOS(.v14)],
  products: [
    // The lower modules are part of the product, so that a program may import what the entry point returns.
    .library(
      name: "Mentorbrev",
      targets: [
        "Mentorbrev", "DigitalPost", "Printing", "Register", "Casework", "Lawbook", "Templating", "XMLTree", "Hashing",
        "Fields", "Diagnostics",
      ]),
    .executable(name: "mentorbrev", targets: ["MentorbrevCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"]), .brew(["xz"])]),
    .systemLibrary(name: "CSystemCalls"),
    module("Diagnostics"),
    module("Locking"),
    module("Fields", ["Diagnostics"]),
    module("Hashing", [.product(name: "Crypto", package: "swift-crypto")]),
    module("XMLTree", ["CLibXML2", "Diagnostics"]),
    module("Templating", ["XMLTree", "Fields", "Diagnostics", "Locking"]),
    module("Lawbook", ["Templating", "XMLTree", "Fields", "Diagnostics", "Locking"]),
    module("Casework", ["Lawbook", "Templating", "Fields", "Diagnostics"]),
    module(
      "DigitalPost",
      ["CLZMA", "Casework", "Lawbook", "Templating", "XMLTree", "Fields", "Hashing", "Diagnostics"]),
    module(
      "Printing", ["Diagnostics", "CSystemCalls"], embedding: ["Resources/worker.py", "Resources/requirements.txt"]),
    module("Register", ["Hashing", "Fields", "Diagnostics", "Locking", .product(name: "GRDB", package: "GRDB.swift")]),
    module(
      "Mentorbrev",
      [
        "DigitalPost", "Printing", "Register", "Casework", "Lawbook", "Templating", "XMLTree", "Hashing", "Fields",
        "Diagnostics", "Locking", "CSystemCalls",
      ], embedding: ["Runs/koersel.css"]),
    .executableTarget(
      name: "MentorbrevCLI",
      dependencies: [
        "Mentorbrev", "DigitalPost", "Printing", "Register", "Casework", "Lawbook", "Templating", "Hashing", "Fields",
        "Diagnostics", "Locking", "CSystemCalls",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("LockingTests", ["Locking"]),
    tests("FieldsTests", ["Fields", "Diagnostics"]),
    tests("HashingTests", ["Hashing"]),
    tests("XMLTreeTests", ["XMLTree", "Diagnostics"]),
    tests("TemplatingTests", ["Templating", "XMLTree", "Fields", "Diagnostics", "Locking"]),
    tests("LawbookTests", ["Lawbook", "Templating", "XMLTree", "Fields", "Diagnostics"]),
    tests("CaseworkTests", ["Casework", "Lawbook", "Templating", "Fields", "Diagnostics"]),
    tests("PrintingTests", ["Printing", "Diagnostics"]),
    tests(
      "RegisterTests", ["Register", "Hashing", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "DigitalPostTests",
      ["DigitalPost", "Casework", "Lawbook", "Templating", "XMLTree", "Fields", "Hashing", "Diagnostics"]),
    tests(
      "MentorbrevTests",
      [
        "Mentorbrev", "DigitalPost", "Register", "Hashing", "Casework", "Lawbook", "Templating", "XMLTree", "Fields",
        "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Cases", "Messages"]),
    tests("MentorbrevCLITests", ["MentorbrevCLI", "Mentorbrev", "Diagnostics"]),
  ]
)
