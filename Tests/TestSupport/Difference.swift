/// What has changed between two texts, line by line.
public struct Difference {
  /// All lines, marked “-” where expected and “+” where found.
  public let text: String

  public init(_ expected: String, _ actual: String) {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var next = 0
    func takeInserted() {
      while inserted.contains(next) {
        lines.append("+ \(new[next])")
        next += 1
      }
    }
    for (offset, line) in old.enumerated() {
      takeInserted()
      if removed.contains(offset) {
        lines.append("- \(line)")
      } else {
        lines.append("  \(line)")
        next += 1
      }
    }
    takeInserted()
    text = lines.joined(separator: "\n")
  }
}
