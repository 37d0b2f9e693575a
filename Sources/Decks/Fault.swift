/// Something that is wrong with a deck file, and where.
public struct Fault: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Severity: String, Sendable {
    /// The deck cannot be used.
    case error
    /// The deck can be used, but should be looked at.
    case warning
  }

  /// The path of the file, as it was given.
  public var path: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  public var severity: Severity
  public var message: String

  public init(
    path: String, line: Int, column: Int, severity: Severity = .error, message: String
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// The fault as compilers write theirs: `path:line:column: error: message`.
  public var description: String {
    "\(path):\(line):\(column): \(severity.rawValue): \(message)"
  }
  /// Reads what ``description`` wrote of a fault in a file; nil for anything else.
  public init?(_ description: String, path: String) {
    guard description.hasPrefix(path + ":") else { return nil }
    let parts = description.dropFirst(path.count + 1).split(separator: ":", maxSplits: 3)
    guard parts.count == 4, let line = Int(parts[0]), let column = Int(parts[1]),
      let severity = Severity(rawValue: String(parts[2].dropFirst()))
    else { return nil }
    self.init(
      path: path, line: line, column: column, severity: severity,
      message: String(parts[3].dropFirst()))
  }
}
