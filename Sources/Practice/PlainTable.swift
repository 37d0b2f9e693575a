/// A table of what the person has practised and written, as plain values: for taking everything out
/// and in again.
///
/// A column that names a row of another table holds that row's number, which is its `id` there.
public struct PlainTable: Equatable, Sendable {
  public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
  }

  public var name: String
  public var columns: [String]
  /// The rows in their order, each with a value for each column.
  public var rows: [[Value]]

  public init(name: String, columns: [String], rows: [[Value]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
