import FoundationEssentials
import TestSupport
import Testing

/// The table of what each command says in each damaged home, as a file for a person to read.
///
/// Commands that end alike share a line; those that end as in a sound home are left out.
final class DamageSnapshot {
  private var sections: [String: String] = [:]
  private let path = #filePath.replacing(
    "DamageTable/DamageSnapshot.swift", with: "damage-table.txt")

  func note(_ outcomes: [DamageOutcome], sound: [DamageOutcome], under name: String) {
    var groups: [(head: String, commands: [String])] = []
    for (index, command) in DamageCommand.all.enumerated() {
      let outcome = outcomes[index]
      guard outcome.code != sound[index].code || outcome.firstLine != sound[index].firstLine
      else { continue }
      let head = "\(outcome.code) \(outcome.firstLine)"
      if let group = groups.firstIndex(where: { $0.head == head }) {
        groups[group].commands.append(command.line)
      } else {
        groups.append((head, [command.line]))
      }
    }
    sections[name] = groups.map { "  \($0.head)\n      \($0.commands.joined(separator: " · "))\n" }
      .joined()
  }

  /// Compares what was noted with the file; writes it instead with `RECORD_SNAPSHOTS` set.
  func compare() throws {
    let names = DamageTableTests.cells.map(\.name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let text = names.map { "\($0)\n\(sections[$0] ?? "")" }.joined()
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded damage-table.txt; look at it")
      return
    }
    var expected: [String: String] = [:]
    var name = ""
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix(" ") {
        expected[name, default: ""] += line + "\n"
      } else {
        name = String(line)
        expected[name] = ""
      }
    }
    for (name, section) in sections where section != expected[name] {
      Issue.record("\(name) differs\n\(Difference(expected[name] ?? "", section).text)")
    }
  }
}
