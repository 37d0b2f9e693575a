import BundledDecks
import Decks
import Foundation
import Testing

/// The JSON Schema for editors and the reader must agree on what is a sound deck.
@Suite struct SchemaTests {
  /// Every kind with every key, in every shape; and the bundled decks.
  @Test func schemaAndReaderAgree() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "starling-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let reader = DeckReader(competencies: BundledDecks.competencies)
    var expected: [String: String] = [:]
    for (index, text) in Self.decks().enumerated() {
      let name = "\(index).yaml"
      try Data(text.utf8).write(to: folder.appending(path: name))
      let reading = reader.read(Array(text.utf8), path: name)
      expected[name] = reading.deck == nil ? "faulty" : "sound"
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: Repository.decks.path)
    where file.hasSuffix(".yaml") {
      try FileManager.default.copyItem(
        at: Repository.decks.appending(path: file), to: folder.appending(path: file))
      expected[file] = "sound"
    }

    let verdicts = try Self.verdicts(of: folder)
    #expect(verdicts.count == expected.count)
    #expect(expected.values.contains("sound") && expected.values.contains("faulty"))
    for (name, verdict) in expected where verdicts[name] != verdict {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      Issue.record("reader: \(verdict), schema: \(verdicts[name] ?? "nothing")\n\(text)")
    }
  }

  /// Decks that are sound or faulty by what a schema can see.
  static func decks() -> [String] {
    var cards: [String] = []
    for kind in CardKind.allCases {
      let sound = soundCard(kind)
      cards.append(card(sound))
      for index in sound.indices {
        cards.append(card(sound.enumerated().filter { $0.offset != index }.map(\.element)))
      }
      for key in keys {
        // A key that is refused is refused with any value, so one is enough for other kinds' keys.
        let isOwn = kind == .star || kind == .research || sound.contains { $0.key == key }
        for value in isOwn ? values[...] : values.prefix(1) {
          cards.append(card(sound.filter { $0.key != key } + [(key, value)]))
        }
      }
    }
    let head = "id: d\ntitle: T\n"
    let one = card(soundCard(.star))
    return cards.map { head + "cards:\n" + $0 } + [
      head, head + "cards:\n", head + "cards: []\n", head + "cards: text\n",
      "title: T\ncards:\n" + one,
      "id: d\ncards:\n" + one, head + "note: n\ncards:\n" + one, head + "extra: n\ncards:\n" + one,
      head + "pack: true\ncards:\n" + one, head + "pack: maybe\ncards:\n" + one,
      "id: a b\ntitle: T\ncards:\n" + one, "id: 7\ntitle: 8\ncards:\n" + one, "text\n",
      "- list\n", head + "cards:\n  - text\n", head + "cards:\n  - [a]\n",
      head + "cards:\n  - {id: A, kind: star, competency: data, ask: 'Why?'}\n",
      head + "cards: [{id: A, kind: star, competency: data, ask: 'Why?'}]\n",
    ]
  }

  static let keys = [
    "id", "kind", "competency", "guide", "core", "like", "tags", "ask", "alt", "note", "probing",
    "frame", "probes", "strong", "flags", "ticks", "write", "feeds", "done", "where", "use",
    "stale", "for", "listen",
    "next", "skip-if", "tempting", "better", "say", "other",
  ]

  static let values = [
    "text", "7", "0", "-1", "36501", "1.5", "true", "yes", "'true'", "'7'", "", "~", "null", "''",
    "' '", "[]", "[text]", "[P5, M1]", "P1", "[text, 7]", "[[text]]", "[text, ~]", "{a: b}",
    "[{a: b}]", "star", "data", "A-1.b_c", "d/A-1", "/A", "a/b/c",
  ]

  static func soundCard(_ kind: CardKind) -> [(key: String, value: String)] {
    let own: [(String, String)] =
      switch kind {
      case .task, .panel: [("ticks", "tick")]
      case .reflect: [("write", "rows"), ("done", "rows")]
      case .research: [("done", "rows"), ("stale", "7")]
      case .ask: [("for", "peers")]
      case .redflag: [("better", "this"), ("say", "that")]
      case .star, .fit, .goal, .concern, .insight, .probe: []
      }
    return [("id", "A"), ("kind", kind.rawValue), ("competency", "data"), ("ask", "Why?")] + own
  }

  static func card(_ pairs: [(key: String, value: String)]) -> String {
    pairs.enumerated().map { ($0 == 0 ? "  - " : "    ") + "\($1.key): \($1.value)\n" }.joined()
  }

  /// Runs the schema over a folder with Python's own validator.
  static func verdicts(of folder: URL) throws -> [String: String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      Repository.root.appending(path: "Tests/DecksTests/schema_check.py").path,
      Repository.decks.appending(path: "deck.schema.json").path, folder.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      Issue.record("apt-get install python3 python3-jsonschema python3-yaml: \(error)")
      return [:]
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0,
      "schema_check.py failed; apt-get install python3 python3-jsonschema python3-yaml")
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0[0], $0[1]) })
  }
}

/// Where the repository is, seen from this file.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let decks = root.appending(path: "Decks")
}
