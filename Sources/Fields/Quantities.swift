/// A length of working time in whole minutes, such as 2 hours and 30 minutes a week.
public struct WorkingTime: Sendable, Hashable, Comparable {
  /// Minutes; never negative in a lawful case.
  public var minutes: Int

  /// Creates a time from minutes.
  public init(minutes: Int) { self.minutes = minutes }

  /// Creates a time from hours and minutes.
  public init(hours: Int, minutes: Int = 0) { self.minutes = hours * 60 + minutes }

  /// Orders by length.
  public static func < (a: WorkingTime, b: WorkingTime) -> Bool { a.minutes < b.minutes }
}

/// An amount of Danish money, in whole øre.
public struct Amount: Sendable, Hashable, Comparable {
  /// Øre; 100 øre are one krone.
  public var oere: Int

  /// Creates an amount from øre.
  public init(oere: Int) { self.oere = oere }

  /// Orders by size.
  public static func < (a: Amount, b: Amount) -> Bool { a.oere < b.oere }
}

/// A number with two decimals, such as 2.25, stored as hundredths.
public struct Decimal2: Sendable, Hashable, Comparable {
  /// Hundredths: 225 is 2.25.
  public var hundredths: Int

  /// Creates a number from hundredths.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Orders by size.
  public static func < (a: Decimal2, b: Decimal2) -> Bool { a.hundredths < b.hundredths }
}
