import Foundation
import Testing

@testable import Application
@testable import Store

/// The table in `Sources/README.md` of what is computed, and of who looks, is that of the sources.
@Suite struct OracleMapTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The words of all Swift files below a folder.
  private static func words(_ folder: String) throws -> Set<String> {
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    var words: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      let found = text.utf8.split {
        !($0 == 95 || $0 > 47 && $0 < 58 || $0 | 32 > 96 && $0 | 32 < 123)
      }
      words.formUnion(found.compactMap { String($0) })
    }
    return words
  }

  /// The table's rows, cell by cell.
  private static func rows() throws -> [[String]] {
    let text = try String(contentsOf: root.appending(path: "Sources/README.md"), encoding: .utf8)
    let part = try #require(
      text.split(separator: "## Who looks").last?.split(separator: "\n## ").first)
    return part.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .map { row in
        row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// What stands in backquotes.
  private static func names(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func itsNamesAreThoseOfTheSources() throws {
    let (sources, tests) = (try Self.words("Sources"), try Self.words("Tests"))
    let rows = try Self.rows()
    #expect(rows.count >= 13)
    let subjects = Set(Findings.subjects)
    for row in rows {
      try #require(row.count == 5, "\(row)")
      for name in Self.names(row[0]) + Self.names(row[2]) {
        let isThere = sources.contains(name)
        #expect(isThere, "\(name) is nowhere in the sources")
      }
      #expect(!Self.names(row[3]).isEmpty, "nothing tests \(row[0])")
      for name in Self.names(row[3]) {
        let isThere = tests.contains(name)
        #expect(isThere, "there is no test \(name)")
      }
      #expect(row[4] == "–" || subjects.contains(row[4]), "doctor has no line \(row[4])")
    }
  }

  /// What is added to the derived tables or to the doctor's short cuts has to be in the table.
  @Test func allThatIsDerivedIsInIt() throws {
    let named = Set(try Self.rows().flatMap { Self.names($0[0]) })
    for table in Schema.derivedTables where table != "grdb_migrations" {
      #expect(named.contains(table), "\(table) is not in the table")
    }
    for shortcut in Store.Shortcut.allCases {
      #expect(named.contains(shortcut.rawValue), "\(shortcut) is not in the table")
    }
  }
}
