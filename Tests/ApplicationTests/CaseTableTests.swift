import Foundation
import Testing

/// What `Tests/cases.txt` names is there, and enough of each kind.
@Suite struct CaseTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The kinds, each with the names of its cases and how many inputs each has.
  private static func kinds() throws -> [(kind: String, cases: [(name: String, count: Int)])] {
    let text = try String(contentsOf: folder.appending(path: "cases.txt"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let colon = try #require(line.firstIndex(of: ":"))
      let cases = line[line.index(after: colon)...].split(separator: ";").map { entry in
        let parts = entry.split(separator: "×").map { $0.trimmingCharacters(in: .whitespaces) }
        return (name: parts[0], count: parts.count > 1 ? Int(parts[1]) ?? 0 : 1)
      }
      return (String(line[..<colon]), cases)
    }
  }

  @Test func eachKindHasThreeThatAreThere() throws {
    var text = ""
    let files = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      if file.pathExtension == "swift" { text += try String(contentsOf: file, encoding: .utf8) }
    }
    let kinds = try Self.kinds()
    #expect(kinds.count >= 32)
    for (kind, cases) in kinds {
      #expect(cases.reduce(0) { $0 + $1.count } >= 3, "\(kind)")
      for (name, _) in cases {
        let isThere = text.contains("\"\(name)\"") || text.contains("func \(name)(")
        #expect(isThere, "\(kind): nothing is called \(name)")
      }
    }
  }
}
