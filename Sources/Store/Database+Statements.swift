import GRDB

/// What is done at every start.
///
/// GRDB's other ways to execute and to fetch have the runtime look for conformances among all there
/// are in the program, and that takes longer than most statements.
extension Database {
  /// Executes one statement.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The first row that a query gives.
  func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }

  /// What `body` makes of each row that a query gives.
  func rows<Value>(
    _ sql: String, _ arguments: StatementArguments = StatementArguments(),
    _ body: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try body(row)) }
    return values
  }
}
