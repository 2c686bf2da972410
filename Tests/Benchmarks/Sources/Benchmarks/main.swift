import Foundation
import Lawbook

do {
  let lawbook = try Repository.lawbook()
  if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "views" {
    try Views.write(of: CommandLine.arguments[2], to: CommandLine.arguments[3], lawbook)
  } else {
    try RenderingBenchmark.run(lawbook)
    try ReadingBenchmark.run()
    try UnderstandingBenchmark.run(lawbook)
    try ColdStart.run()
  }
} catch {
  print("\(error)")
  exit(1)
}
