/// The number that a thing is kept under; one of stories can't be taken for one of people.
public struct Number<Thing>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var value: Int64

  public init(_ value: Int64) { self.value = value }

  /// Reads a number as ``description`` writes it.
  public init?(_ text: some StringProtocol) {
    guard let value = Int64(text) else { return nil }
    self.value = value
  }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  public var description: String { "\(value)" }
}
