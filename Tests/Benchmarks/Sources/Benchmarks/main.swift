import Foundation
import Lawbook

do {
  let lawbook = try Repository.lawbook()
  try RenderingBenchmark.run(lawbook)
  try ReadingBenchmark.run()
  try UnderstandingBenchmark.run(lawbook)
  try ColdStart.run()
} catch {
  print("\(error)")
  exit(1)
}
