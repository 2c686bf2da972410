/// A value that one slot holds: a number, a checked text, or the index of a word.
public protocol SlotValue: Sendable {
  /// The type that templates see.
  static var fieldType: FieldType { get }
  /// What a value of the type is in memory.
  static var slotForm: SlotForm { get }
}

/// What a value of one slot is in memory, so that it can be read where it lies.
public enum SlotForm: Sendable, Hashable {
  /// A structure of one `Int` and nothing else.
  case number
  /// A structure of one `String` and nothing else.
  case text
  /// One of so many cases without payload, numbered from 0 in the order of their declaration.
  case index(count: Int)
}

extension Int: SlotValue {
  /// A whole number.
  public static var fieldType: FieldType { .integer }
  /// The number.
  public static var slotForm: SlotForm { .number }
}

extension Bool: SlotValue {
  /// Yes or no.
  public static var fieldType: FieldType { .boolean }
  /// 0 or 1.
  public static var slotForm: SlotForm { .index(count: 2) }
}

extension CalendarDate: SlotValue {
  /// A day.
  public static var fieldType: FieldType { .date }
  /// The day number.
  public static var slotForm: SlotForm { .number }
}

extension WorkingTime: SlotValue {
  /// A length of time.
  public static var fieldType: FieldType { .time }
  /// Minutes.
  public static var slotForm: SlotForm { .number }
}

extension Amount: SlotValue {
  /// Money.
  public static var fieldType: FieldType { .amount }
  /// Øre.
  public static var slotForm: SlotForm { .number }
}

extension Decimal2: SlotValue {
  /// A number with two decimals.
  public static var fieldType: FieldType { .decimal }
  /// Hundredths.
  public static var slotForm: SlotForm { .number }
}

extension Link: SlotValue {
  /// An address.
  public static var fieldType: FieldType { .link }
  /// The address.
  public static var slotForm: SlotForm { .text }
}

/// An enumeration whose raw values are the words of a closed choice.
///
/// The index of a word is its place in the declaration; `allCases` must be the one that Swift makes.
public protocol ChoiceValue: SlotValue, CaseIterable, RawRepresentable, Hashable
where RawValue == String, AllCases == [Self] {
  /// The name of the choice.
  static var choiceName: String { get }
  /// What the word means, in Danish.
  var label: String { get }
  /// Fields beside the choice that always hold something with this word: an optional is present, a list has rows.
  var implies: [String] { get }
}

extension ChoiceValue {
  /// Nothing is implied unless the type says so.
  public var implies: [String] { [] }
  /// The closed list.
  public static var choiceType: ChoiceType {
    ChoiceType(choiceName, allCases.map { ChoiceType.Case($0.rawValue, label: $0.label, implies: $0.implies) })
  }
  /// A choice.
  public static var fieldType: FieldType { .choice(choiceType) }
  /// The index of the word.
  public static var slotForm: SlotForm {
    let cases = allCases
    let bytes = cases.map { value in withUnsafeBytes(of: value) { [UInt8]($0) } }
    precondition(
      bytes == cases.indices.map { cases.count == 1 ? [] : [UInt8($0)] },
      "\(Self.self).allCases must list all cases in the order of their declaration")
    return .index(count: cases.count)
  }
}
