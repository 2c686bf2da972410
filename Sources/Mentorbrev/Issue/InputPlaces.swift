import Casework
import Diagnostics

/// Where cases stand, in words for a register: `fil 2, linje 14`. A file is told by its number among the inputs and not by
/// its name, nor by a hash of that: it is often called after the citizen, and a hash would let anybody try guessed numbers.
struct InputPlaces {
  /// From 1, by the names that messages give the inputs.
  private let numbers: [String: Int]

  init(_ inputs: CaseInputs) {
    numbers = Dictionary(zip(inputs.paths.map(CaseInputs.name), 1...)) { first, _ in first }
  }

  /// The place of a case; nil when it comes from no input, such as one of the register.
  func place(of reading: Reading) -> String? {
    guard let number = numbers[reading.location.file] else { return nil }
    let file = "fil \(number)"
    guard reading.isListed else { return file }
    let (line, column) = (reading.location.line, reading.location.column)
    return column == 1 ? "\(file), linje \(line)" : "\(file), linje \(line), tegn \(column)"
  }
}
