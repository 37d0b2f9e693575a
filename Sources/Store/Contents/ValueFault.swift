/// A value in a table that means nothing, though it is of the table's form.
public struct ValueFault: Equatable, Sendable, CustomStringConvertible {
  public var table: String
  /// The row: its place in the file, from 1, or what it is known by in the database.
  public var row: String
  public var column: String
  /// What is wrong with it, with the value itself.
  public var detail: String

  /// `interviews, row 3: starts_ms 9223372036854775807 is not within 20 years of today`.
  public var description: String { "\(table), row \(row): \(column) \(detail)" }
}
