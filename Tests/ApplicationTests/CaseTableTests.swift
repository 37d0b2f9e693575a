import Foundation
import Testing

/// What `Tests/cases.txt` names is there, and enough of each kind.
@Suite struct CaseTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The kinds, each with the names of its cases.
  private static func kinds() throws -> [(kind: String, cases: [String])] {
    let text = try String(contentsOf: folder.appending(path: "cases.txt"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let colon = try #require(line.firstIndex(of: ":"))
      let cases = line[line.index(after: colon)...].split(separator: ";")
      return (String(line[..<colon]), cases.map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }

  /// How many inputs something has in the sources: one if it is an example, as many as its arguments if it
  /// is a test with a list of them, and none if it is not there.
  private static func inputs(of name: String, in text: String) -> Int {
    guard let test = text.range(of: "func \(name)(") else {
      return text.contains("\"\(name)\"") ? 1 : 0
    }
    guard let begin = text[..<test.lowerBound].range(of: "@Test", options: .backwards) else {
      return 0
    }
    let attribute = text[begin.upperBound..<test.lowerBound]
    guard let list = attribute.range(of: "arguments: [") else { return 1 }
    return elements(of: attribute[list.upperBound...])
  }

  /// How many elements a literal has of which the opening bracket was read.
  private static func elements(of literal: Substring) -> Int {
    var (count, depth) = (0, 0)
    var (isString, isEscaped, isElement) = (false, false, false)
    for character in literal {
      if isString {
        if character == "\"", !isEscaped { isString = false }
        isEscaped = character == "\\" && !isEscaped
        continue
      }
      if depth == 0, !isElement, !character.isWhitespace, character != "]" {
        (isElement, count) = (true, count + 1)
      }
      switch character {
      case "\"": isString = true
      case "(", "[", "{": depth += 1
      case "]" where depth == 0: return count
      case ")", "]", "}": depth -= 1
      case "," where depth == 0: isElement = false
      default: break
      }
    }
    return 0
  }

  @Test func inputsAreCountedInTheSources() {
    let text = """
      @Test(arguments: [("a, \\"b]", [1, 2]), (f(1, 2), []),
      ]) func several(text: String) {}
      @Test(arguments: ["x"]) func single(text: String) {}
      @Test func plain() {}
      List("example", "text")
      """
    let counts = ["several", "single", "plain", "example", "none"].map {
      Self.inputs(of: $0, in: text)
    }
    #expect(counts == [2, 1, 1, 1, 0])
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
      let counts = cases.map { Self.inputs(of: $0, in: text) }
      #expect(counts.reduce(0, +) >= 3, "\(kind): \(counts)")
      for (name, count) in zip(cases, counts) {
        #expect(count > 0, "\(kind): nothing is called \(name)")
      }
    }
  }
}
