import Foundation
import TestSupport
import Testing

/// An archive with something in every table, of which a few things are spoiled.
struct SpoiledArchive {
  typealias Row = [String: Any]

  private(set) var generator: CaseGenerator
  /// What was spoiled, in words.
  private(set) var changes: [String] = []
  private var tables: [String: [Row]]
  private var decks: [String: String]
  private let version: Int
  private var records: [Row]

  init(_ base: String, seed: UInt64) {
    generator = CaseGenerator(seed: seed)
    let whole = (try? JSONSerialization.jsonObject(with: Data(base.utf8))) as? Row ?? [:]
    tables = whole["tables"] as? [String: [Row]] ?? [:]
    decks = whole["decks"] as? [String: String] ?? [:]
    version = whole["starling_archive"] as? Int ?? 1
    records = whole["records"] as? [Row] ?? []
  }

  /// The archive with one to three things spoiled, as JSON.
  mutating func spoiled() throws -> String {
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      if version == 2, Bool.random(using: &generator) { spoilRecord() } else { spoil() }
    }
    var whole: Row = ["starling_archive": version, "decks": decks, "tables": tables]
    if version == 2 { whole["records"] = records }
    let data = try JSONSerialization.data(withJSONObject: whole, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  private mutating func spoilRecord() {
    guard let index = records.indices.randomElement(using: &generator) else { return }
    let key = records[index].keys.sorted().randomElement(using: &generator) ?? ""
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      changes.append("no record \(index + 1)")
      records.remove(at: index)
    case 1:
      changes.append("record \(index + 1) twice")
      records.append(records[index])
    case 2:
      changes.append("no \(key) in record \(index + 1)")
      records[index][key] = nil
    case 3:
      changes.append("another deletion")
      records.append([
        "k": "gone", "at": 1_790_000_000_000, "of": [], "table": records[index]["table"] ?? "x",
        "thing": records[index]["thing"] ?? "x",
      ])
    default:
      let value = extreme()
      changes.append("record \(index + 1).\(key) = \(String(describing: value).prefix(40))")
      records[index][key] = value
    }
  }

  private mutating func spoil() {
    let table = tables.keys.sorted().randomElement(using: &generator) ?? ""
    guard var rows = tables[table], !rows.isEmpty else { return }
    let index = rows.indices.randomElement(using: &generator) ?? 0
    let column = rows[index].keys.sorted().randomElement(using: &generator) ?? ""
    let place = "\(table)[\(index + 1)].\(column)"
    switch Int.random(in: 0..<20, using: &generator) {
    case 0:
      changes.append("no \(place) in any row")
      for index in rows.indices { rows[index][column] = nil }
    case 1:
      changes.append("no \(place)")
      rows[index][column] = nil
    case 2:
      changes.append("a column more in \(table)")
      for index in rows.indices { rows[index]["zzz"] = 1 }
    case 3:
      changes.append("\(table)[\(index + 1)] twice")
      rows.append(rows[index])
    case 4:
      changes.append("\(table) the other way round")
      rows.reverse()
    case 5:
      changes.append("no rows of \(table)")
      rows = []
    case 6:
      changes.append("\(table)[\(index + 1)] is its own")
      for column in ["regards", "review", "story", "attempt"] where rows[index][column] != nil {
        rows[index][column] = rows[index]["id"] ?? 1
      }
    case 7:
      let name = Self.names.randomElement(using: &generator) ?? ""
      changes.append("a deck “\(name.prefix(20))”")
      decks[name] = Self.texts.randomElement(using: &generator)
    case 8, 9:
      changes.append("all \(place) extreme")
      for index in rows.indices { rows[index][column] = extreme() }
    default:
      let value = extreme()
      changes.append("\(place) = \(String(describing: value).prefix(40))")
      rows[index][column] = value
    }
    tables[table] = rows
  }

  private mutating func extreme() -> Any {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0...3:
      Self.numbers.randomElement(using: &generator) ?? 0
    case 4:
      ([1e308, -1e308, 0.5, .leastNonzeroMagnitude] as [Double]).randomElement(using: &generator)
        ?? 0
    case 5:
      ([NSNull(), true, [Any](), Row()] as [Any]).randomElement(using: &generator) ?? NSNull()
    default: Self.texts.randomElement(using: &generator) ?? ""
    }
  }

  private static let numbers: [Int64] = [
    .min, .min + 1, -1, 0, 1, 2, 3, 63, 64, 99, 100, 1000, 20_000, 100_000_000, 1 << 31, 1 << 53,
    631_152_000_000, 1_700_000_000_000, 1_790_000_000, .max - 1, .max,
  ]

  private static let texts = [
    "", " ", "x", "acme", "FREEZER AUDIT", "d/A", "../../etc\u{1B}[31m", "a\u{0}b",
    "\u{1B}[2J\u{7}",
    "\u{202E}gnp.exe", "\n\n", "\r\n\t", "S1 S2 A1", "SA", "answered", "%s%n",
    "'; DROP TABLE x; --",
    "1 2 nan inf", "👩‍❤️‍👨e\u{301}\u{FFFF}", String(repeating: "long ", count: 20_000),
    String(repeating: "x", count: 1 << 20 + 1),
  ]

  private static let names = [
    "a.yaml", "sample.yaml", "SAMPLE.yaml", "../x.yaml", ".x.yaml", "x", "a\u{0}.yaml", "a\nb.yml",
    String(repeating: "n", count: 196) + ".yaml", String(repeating: "n", count: 197) + ".yaml",
    "\u{202E}.yaml", "ü.yml",
  ]

  /// Tables as an older Starling has written them, by numbers.
  private static func numbered(_ tables: [String: [Row]]) -> [String: [Row]] {
    var numbers: [String: Int] = [:]
    for rows in tables.values {
      for (index, row) in rows.enumerated() {
        if let thing = row["thing"] as? String { numbers[thing] = index + 1 }
      }
    }
    return tables.mapValues { rows in
      rows.map { row in
        var row = row.mapValues { value in
          (value as? String).flatMap { numbers[$0] }.map { $0 as Any } ?? value
        }
        if let number = row.removeValue(forKey: "thing") { row["id"] = number }
        return row
      }
    }
  }

  /// The same archive with records.
  static func recorded(_ base: String) throws -> String {
    let home = try TemporaryHome()
    let run = try home.starling("import", "-", input: base)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return try home.starling("export", "-").output
  }

  /// An archive that is taken in, with rows in every table: of a candidate who has practised.
  static func base() throws -> String {
    let home = try NotebookCommandTests.candidate(past: "2020", future: "2040")
    try home.writeDeck("sample", sampleDeck)
    for (arguments, input) in [
      (["questions", "add", "Acme", "Who trains people?"], ""),
      (["advert", "paste", "Acme", "--from", "-"], "calm with customers\nreads a budget\n"),
      (["decision", "add", "weekends off"], ""),
      (["decision", "say", "weekends off", "Beta", "yes", "the rota"], ""),
      (
        ["interviews", "edit", "Beta", "--from", "-"],
        "employer: Beta\nround: 2\nat: 2040-01-03T14:00Z\npeople: [Kim]\n"
      ),
      (
        ["log", "edit", "Acme", "--from", "-"],
        """
        asked: [{question: A row?, family: DISA, story: Rota row, landed: thin}]
        doubts: [{doubt: budget size, evidence: managed 180k, story: Stock count}]
        promises: [{promise: send the list, due: 2027-01-02}]
        thanks: [{to: Operations manager, for: the tour, sent: true}]
        finished: true
        """
      ),
      (["stories", "told", "Night list", "Acme", "--to", "Operations manager"], ""),
      (["grade", "sample/A1", "good", "--at", "2026-10-01T10:00:00Z"], ""),
      (["grade", "sample/A1", "again", "--at", "2026-10-02T10:00:00Z"], ""),
      (["grade", "sample/B2", "easy"], ""), (["undo"], ""),
      (["practice", "--plain", "--cards", "2"], "w\nIt was March.\n\nI rang.\n\n3\nq\n"),
    ] {
      _ = try CommandRun(
        ProgramPath.built("starling"), arguments, input: input, environment: home.environment())
    }
    let exported = try home.starling("export", "-").output
    var whole = try #require(
      JSONSerialization.jsonObject(with: Data(exported.utf8)) as? Row, "\(exported)")
    var tables = numbered(try #require(whole["tables"] as? [String: [Row]]))
    (whole["starling_archive"], whole["records"]) = (1, nil)
    let at = 1_790_000_000_000
    let review = (tables["reviews"]?.count ?? 0) + 1
    // What takes a screen to make.
    tables["reviews", default: []].append([
      "id": review, "card": "sample/C3", "at_ms": at, "utc_offset": 3600, "grade": 3, "wording": 0,
      "mode": "spoken", "duration_ms": 90_000, "text_hash": -7,
    ])
    let attempt: Row = [
      "id": 1, "review": review, "card": "sample/C3", "kind": "star", "at_ms": at,
      "utc_offset": 3600, "purpose": "answer", "mode": "typed", "wording": 0, "confidence": 3,
      "duration_ms": 90_000, "situation_ms": 1, "task_ms": 2, "action_ms": 3, "result_ms": 4,
      "learning_ms": NSNull(), "ticks": "S1 A1", "is_ticked": 1, "story": 1, "parts": "",
      "regards": NSNull(),
    ]
    let cold = attempt.merging([
      "id": 2, "review": NSNull(), "at_ms": at + 90_000_000, "purpose": "regrade", "regards": 1,
    ]) { $1 }
    tables["attempts"] = [attempt, cold]
    tables["attempt_texts"] = [
      ["attempt": 1, "position": 0, "text": "It was March."],
      ["attempt": 1, "position": 2, "text": "I rang."],
    ]
    tables["attempt_probes"] = [
      [
        "attempt": 1, "position": 0, "question": "And then?", "result": "stuck",
        "duration_ms": 4000,
      ]
    ]
    tables["attempt_undos"] = [["id": 1, "attempt": 2, "at_ms": at + 90_001_000]]
    tables["drafts"] = [["card": "sample/B2", "position": 1, "text": "half a", "changed_ms": at]]
    tables["notes"] = [["card": "sample/A1", "text": "say “no”", "changed_ms": at]]
    tables["card_states"] = [
      ["card": "sample/B2", "is_suspended": 1, "buried_until_day": NSNull()],
      ["card": "sample/A1", "is_suspended": 0, "buried_until_day": 20_800],
    ]
    tables["fits"] = [
      ["id": 1, "model": "fsrs-7", "at_ms": at, "parameters": NSNull()]
    ]
    whole["tables"] = tables
    let data = try JSONSerialization.data(withJSONObject: whole, options: [.sortedKeys])
    let text = String(decoding: data, as: UTF8.self)
    let other = try TemporaryHome()
    let run = try other.starling("import", "-", input: text)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(tables.count == 27 && !tables.values.contains { $0.isEmpty }, "\(tables.keys.sorted())")
    return text
  }
}
