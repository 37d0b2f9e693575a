import Decks
import Exchange
import Files
import FoundationEssentials
import GRDB
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// The programs that packages need.
enum Unpacking {
  static var isPossible: Bool {
    ["unzip", "zstd"].allSatisfy { name in
      ProgramPath.search.split(separator: ":").contains { Disk.has("\($0)/\(name)") }
    }
  }
}

/// Packages that the real Anki has made, and such as nobody honest makes.
@Suite(.enabled("“unzip” and “zstd” are not installed") { Unpacking.isPossible })
struct AnkiImportTests {
  private static let folder = String(#filePath.dropLast("AnkiImportTests.swift".count)) + "Packages"

  private let stage: Stage
  init() throws {
    stage = try Stage()
    // A few days after the samples were made.
    stage.setClock(Stage.evening.adding(days: 7))
  }

  private func bytes(_ sample: String) throws -> [UInt8] {
    try FileBytes.read("\(Self.folder)/\(sample)", limit: 1 << 20)
  }

  private func take(_ bytes: [UInt8], _ choices: ImportChoices = ImportChoices()) throws
    -> Output.Collected
  {
    try Output.collecting {
      try AnkiImport(bytes, path: "anki.apkg", choices).run(in: stage)
    }.collected
  }

  private func refusal(_ bytes: [UInt8]) -> String? {
    stage.refusal { try AnkiImport(bytes, path: "anki.apkg", ImportChoices()).run(in: stage) }
  }

  private func files() throws -> [String] {
    (try? FolderContents.read(stage.home.path)) ?? []
  }

  // MARK: - What Anki makes

  private struct State: Decodable {
    var s: Double
    var d: Double
  }

  /// Each sample has the notes and cards of one collection, and where answers are in it the memory that Anki
  /// itself reckons from them.
  @Test(
    arguments: [
      "fsrs-latest.apkg", "fsrs-legacy.apkg", "fsrs-latest.colpkg", "sm2-latest.apkg",
      "sm2-legacy.apkg", "sm2-legacy.colpkg", "fsrs-latest-nosched.apkg",
      "fsrs-legacy-nosched.apkg", "sm2-latest-nosched.apkg",
    ])
  func samplesAreReadAsAnkiReadsThem(sample: String) throws {
    let folder = try PackageFolder(in: stage.home.path)
    defer { folder.remove() }
    let package = try AnkiPackage(try bytes(sample), called: sample, in: folder)
    let collection = try #require(try package.collection { _ in true })
    #expect((collection.notes.count, collection.cards.count) == (11, 13))
    #expect(collection.cards.count(where: \.isSuspended) == (sample.contains("nosched") ? 0 : 1))
    let decks = AnkiDeck.all(in: collection)
    #expect(decks.map(\.questions.count).reduce(0, +) == 13)
    #expect(decks.map(\.empty).reduce(0, +) == 0)
    let asks = Set(decks.flatMap { $0.questions.map(\.question.ask) })
    for ask in [
      "What is your weakness? & why that one (one minute)", "STAR",
      "Situation, Task, Action, Result",
      "The […] comes after the Action.", "The Result comes after the […].",
    ] {
      #expect(asks.contains(ask), "\(asks)")
    }
    guard !sample.contains("nosched") else {
      #expect(collection.log.isEmpty)
      return
    }
    #expect(collection.log.values.map(\.count).reduce(0, +) == 34)
    guard sample.hasPrefix("fsrs") else { return }
    let states = try JSONDecoder().decode(
      [String: State?].self, from: Data(try bytes("fsrs-memory.json")))
    #expect(states.count == 13)
    for card in collection.cards {
      let answers = AnkiHistory(collection.log[card.id] ?? []).answers
      let reviews = try answers.map { answer in
        Review(
          time: Timestamp(milliseconds: answer.time), utcOffset: 0,
          grade: try #require(Grade(rawValue: answer.ease)))
      }
      let memory = ModelName.fsrs6.model.replay(reviews)
      let state = try #require(states["\(card.id)"])
      #expect((memory == nil) == (state == nil), "\(card.id)")
      guard let memory, let state else { continue }
      #expect(abs(memory.state.stability - state.s) < 1e-3, "\(card.id)")
      #expect(abs(memory.state.difficulty - state.d) < 1e-3, "\(card.id)")
    }
  }

  @Test func decksComeWithTheirAnswersOnceAndAsOneStep() throws {
    let said = try take(try bytes("fsrs-latest.apkg"))
    #expect(
      said.messages == """
        starling: anki.apkg: 1 picture and 1 sound were left out
        starling: anki.apkg: 2 decks, 13 new cards; 29 of 34 reviews count (2 reset or set by hand, 3 before a reset); 1 card is suspended
        starling: 7 competencies are guesses from the words; --competency TAG gives one to all

        """)
    let names = said.output.split(separator: "\n").map { $0.split(separator: "/").last ?? "" }
    #expect(names == ["interview-behavioural.yaml", "interview-fit.yaml"])
    let workspace = try stage.readyWorkspace()
    #expect(try workspace.store.reviewCount() == 29)
    #expect(try workspace.store.suspendedCards().map(\.deck) == ["interview-fit"])
    let decks = try workspace.store.decks(at: workspace.clock.now).filter { $0.origin == .own }
    #expect(decks.map(\.title) == ["Interview: Behavioural", "Interview: Fit"])
    #expect(decks.map(\.cards) == [11, 2])
    let again = try take(try bytes("fsrs-latest.apkg"))
    #expect(again.output == "")
    #expect(again.messages.contains("0 new cards and 13 that are here already; 29 of 34"))
    #expect(again.messages.contains("0 of them are new"))
    #expect(try stage.workspace().store.reviewCount() == 29)
    // The second one did nothing, so that there is one step.
    _ = try stage.messages { try TakingBack(wrongTimes: false).run(in: stage) }
    #expect(try stage.workspace().store.reviewCount() == 0)
    #expect(
      try stage.readyWorkspace().store.decks(at: stage.clock.now).allSatisfy { $0.origin != .own })
    #expect(!(try files().contains { $0.hasPrefix(".package") }))
  }

  @Test func historiesThatDifferAreNamed() throws {
    let messages = try take(try bytes("odd-histories-latest.apkg")).messages
    #expect(messages.contains("2 cards have a history that begins in the middle"))
    #expect(messages.contains("a card has a date in Anki and no answers: it is new here"))
    #expect(
      messages.contains(
        "9 of 15 reviews count (3 reset or set by hand, 1 crammed, 2 before a reset)"))
    struct Case: Decodable {
      var card: Int64
      var counts: [[Int64]]
      var complete: Bool
    }
    let cases = try JSONDecoder().decode(
      [String: Case].self, from: Data(try bytes("odd-histories.json")))
    let folder = try PackageFolder(in: stage.home.path)
    defer { folder.remove() }
    let package = try AnkiPackage(try bytes("odd-histories-latest.apkg"), called: "", in: folder)
    let collection = try #require(try package.collection { _ in true })
    for (name, known) in cases {
      let history = AnkiHistory(collection.log[known.card] ?? [])
      #expect(history.answers.map { [$0.time, Int64($0.ease)] } == known.counts, "\(name)")
      if !known.counts.isEmpty { #expect(history.isWhole == known.complete, "\(name)") }
    }
    // Each with the memory that follows from its answers alone.
    let states = try stage.readyWorkspace().store.schedule(by: .fsrs6).model
    let stabilities = cases.values.map { known in
      states.replay(
        known.counts.map { row in
          Review(
            time: Timestamp(milliseconds: row[0]), utcOffset: 0,
            grade: Grade(rawValue: Int(row[1])) ?? .again)
        })?.state.stability ?? 0
    }.sorted()
    for (stability, known) in zip(stabilities, [0, 2.3065, 25.1087, 37.4206, 72.9016]) {
      #expect(abs(stability - known) < 1e-3, "\(stabilities)")
    }
  }

  @Test func cardsOfStarlingsOwnAreNotDoubled() throws {
    let messages = try take(try bytes("written-from-scratch.apkg")).messages
    #expect(
      messages
        == "starling: anki.apkg: 1 deck, 0 new cards and 2 that are here already; 2 of 2 reviews count\n"
    )
    #expect(
      try stage.workspace().store.reviewRows().map(\.card) == [
        "star-people/PE-01", "star-people/PE-01",
      ])
  }

  @Test func whatIsChosenComes() throws {
    let sample = try bytes("sm2-legacy.apkg")
    _ = try take(sample, ImportChoices(decks: ["Interview::Fit"], hasReviews: false))
    let workspace = try stage.readyWorkspace()
    #expect(
      try workspace.store.decks(at: stage.clock.now).filter { $0.origin == .own }.map(\.id) == [
        "interview-fit"
      ])
    #expect(try workspace.store.reviewCount() == 0)
    let shown = try take(sample, ImportChoices(competency: "teamwork", isDryRun: true))
    #expect(
      shown.output == """
        DECK                   IN ANKI                 NEW CARDS  HERE ALREADY  REVIEWS
        interview-behavioural  Interview::Behavioural  11         0             20
        interview-fit          Interview::Fit          0          2             9

        """)
    #expect(shown.messages.hasSuffix("; nothing was kept\n"))
    #expect(try stage.workspace().store.reviewCount() == 0)
    #expect(
      stage.refusal { _ = try take(sample, ImportChoices(decks: ["Nope"])) }
        == "anki.apkg has no deck of that name; it has Interview::Behavioural, Interview::Fit")
    // What was changed here stays, and is named.
    let file = stage.home.file("decks/interview-fit.yaml")
    let text = try stage.home.text(of: "decks/interview-fit.yaml")
    try stage.home.write(
      text.replacing("Why did you leave?", with: "Why did you go?"), to: "decks/interview-fit.yaml")
    #expect(try take(sample).messages.contains("reads otherwise here, and stays as it is"))
    #expect(
      try FileBytes.read(file, limit: 1 << 20).elementsEqual(
        text.replacing("Why did you leave?", with: "Why did you go?").utf8))
  }

  @Test func anIdThatIsTakenIsNamed() throws {
    try stage.home.writeDeck(
      "t", "id: t\ntitle: T\ncards:\n  - {id: A, kind: star, competency: data, ask: Why?}\n")
    _ = try stage.readyWorkspace()
    let refusal = refusal(try bytes("odd-histories-latest.apkg"))
    #expect(
      refusal?.contains("is there already") == true && refusal?.contains("--deck NAME") == true)
    #expect(try stage.workspace().store.reviewCount() == 0)
  }

  // MARK: - What nobody honest makes

  /// A collection of version 11 with other tables than it should have, where they are named.
  private func package(_ changes: String = "", member: String = "collection.anki2") throws
    -> [UInt8]
  {
    let path = stage.home.file("made.sqlite")
    Disk.removeIfPossible(path)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE TABLE col (ver, conf, models, decks, dconf);
          INSERT INTO col VALUES (11, '{"schedVer":2}', '{"1":{"type":0,"flds":[{"name":"F","ord":0}],
            "tmpls":[{"qfmt":"{{F}}","afmt":"","ord":0}]}}', '{"1":{"name":"Default","conf":1}}', '{}');
          CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, tags, flds);
          INSERT INTO notes VALUES (1, 'g', 1, '', 'Tell me about a conflict.');
          CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, ord, type, queue, odid);
          INSERT INTO cards VALUES (1, 1, 1, 0, 0, 0, 0);
          CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid, ease, ivl, factor, time, type);
          INSERT INTO revlog VALUES (1790000000000, 1, 3, 1, 0, 5000, 0);
          \(changes)
          """)
    }
    try queue.close()
    return StoredZip.bytes([(member, try FileBytes.read(path, limit: 1 << 24))])
  }

  @Test func aMadeOneIsTaken() throws {
    #expect(try take(try package()).messages.contains("1 deck, 1 new card; 1 of 1 review counts"))
  }

  @Test func parametersOfOnesOwnAreKeptWhereTheyAreWanted() throws {
    let usual = ModelName.fsrs6.model.parameters
    let own = usual.map { ($0 * 1.01 * 10_000).rounded() / 10_000 }
    let list = own.map { "\($0)" }.joined(separator: ",")
    let sample = try package(
      "UPDATE col SET dconf = '{\"1\":{\"fsrsParams6\":[\(list)]}}';")
    #expect(try take(sample).messages.contains("--parameters with the same file keeps them"))
    #expect(try stage.workspace().store.model(.fsrs6).parameters == usual)
    #expect(
      try take(sample, ImportChoices(keepsParameters: true)).messages.contains(
        "are kept for fsrs-6"))
    let kept = try stage.workspace().store.model(.fsrs6).parameters
    #expect(zip(kept, own).allSatisfy { abs($0 - $1) < 1e-9 })
    // Out they go with the package, and come in again.
    _ = try stage.messages {
      try Export(.apkg, decks: ["star-people"]).write(to: stage.home.file("out.apkg"), in: stage)
    }
    let folder = try PackageFolder(in: stage.home.path)
    defer { folder.remove() }
    let bytes = try FileBytes.read(stage.home.file("out.apkg"), limit: 1 << 24)
    let collection = try #require(
      try AnkiPackage(bytes, called: "", in: folder).collection { _ in true })
    #expect(AnkiDeck.all(in: collection).map(\.parameters) == [own])
    let odd = try package("UPDATE col SET dconf = '{\"1\":{\"fsrsParams6\":[1,\"x\",null]}}';")
    #expect(try take(odd).messages.contains("are none that it takes"))
    #expect(
      try take(package(), ImportChoices(keepsParameters: true)).messages.contains("none were kept"))
  }

  @Test(arguments: [
    (
      "DROP TABLE notes; CREATE VIEW notes AS SELECT 1 id, 'g' guid, 1 mid, '' tags, 'f' flds;",
      "it has no table “notes”"
    ),
    (
      "DROP TABLE revlog; CREATE VIRTUAL TABLE revlog USING fts5(id, cid, ease, ivl, factor, time, type);",
      "its “revlog” is no plain table"
    ),
    ("UPDATE cards SET did = 'x';", "in row 1 of its table “cards” stands no whole number"),
    (
      "UPDATE revlog SET ease = 2.5;",
      "in row 1790000000000 of its table “revlog” stands no whole number"
    ),
    ("UPDATE notes SET flds = x'00';", "in row 1 of its table “notes” stands no text"),
    ("UPDATE col SET models = '{';", "its database cannot be read (malformed JSON)"),
    ("DROP TABLE cards;", "it has no table “cards”"),
    ("UPDATE col SET ver = 18;", "it has no table “notetypes”"),
    ("DROP TABLE revlog; CREATE TABLE revlog (a);", "its database cannot be read (no such column"),
  ])
  func oddDatabasesAreRefused(changes: String, detail: String) throws {
    let said = refusal(try package(changes))
    #expect(said?.contains(detail) == true, "\(said ?? "taken")")
    #expect(try stage.workspace().store.reviewCount() == 0)
    #expect(!(try files().contains { $0.hasPrefix(".package") }))
  }

  /// Values of another type that mean the same are the same, and what means nothing is none.
  @Test func oddValuesAreReadWithCare() throws {
    let messages = try take(
      try package(
        """
        UPDATE cards SET did = '1', ord = 0.0, odid = NULL;
        INSERT INTO revlog VALUES (9223372036854775807, 1, 3, 1, 0, 0, 1), (-5, 1, 3, 1, 0, 0, 0),
          (1790000000001, 1, 7, 1, 0, 0, 1), (1790000000002, 99, 3, 1, 0, 0, 1),
          (1790000000003, 1, 3, 1, 0, 0, 99);
        """)
    ).messages
    #expect(
      messages.contains(
        "1 new card; 1 of 4 reviews counts (1 reset or set by hand, 2 in the future or before 1990)"
      ), "\(messages)")
  }

  @Test func oddPackagesAreRefused() throws {
    let good = try package()
    let database = Array(good.dropFirst(30 + 16).prefix(28_672))
    let text = Array("SQLite format 3\u{0}".utf8)
    for (bytes, detail) in [
      (StoredZip.bytes([("collection.anki2", text)]), "its collection is no database"),
      (
        StoredZip.bytes([("collection.anki2", database), ("collection.anki2", database)]),
        "it has collection.anki2 twice"
      ),
      (
        StoredZip.bytes([("meta", [8, 9]), ("collection.anki2", database)]),
        "was made by a newer Anki"
      ),
      (
        StoredZip.bytes([("meta", [8, 3]), ("collection.anki2", database)]),
        "it has no collection.anki21b"
      ),
      (
        StoredZip.bytes([("meta", [8, 3]), ("collection.anki21b", database)]),
        "“zstd” cannot unpack it"
      ),
      (StoredZip.bytes([("../collection.anki2", database)]), "it has no collection.anki2"),
      (Array(good.dropLast(40)), "“unzip” cannot unpack it"),
    ] {
      let said = refusal(bytes)
      #expect(said?.contains(detail) == true, "\(detail): \(said ?? "taken")")
    }
    var changed = good
    changed[5000] ^= 1
    #expect(refusal(changed) != nil)
    // A member that says that it is larger or smaller than it is.
    for place in [18, 22] {
      var lying = good
      lying[place + 1] ^= 0x10
      lying[place + 2] ^= 0x01
      _ = refusal(lying)
    }
    #expect(!(try files().contains { $0.hasPrefix(".package") }))
  }

  /// Small packages that unpack to very much.
  @Test(.enabled("“zip” is not installed") { Disk.has("/usr/bin/zip") })
  func bombsAreRefused() throws {
    let script = """
      cd '\(stage.home.path)' && { printf 'SQLite format 3\\0'; head -c 30000000 /dev/zero; } > collection.anki2
      zip -q bomb.apkg collection.anki2 && zstd -q collection.anki2 -o collection.anki21b && printf '\\010\\003' > meta
      zip -q latest.apkg meta collection.anki21b
      """
    #expect(ProgramRun.run("sh", ["sh", "-c", script]) == 0)
    for name in ["bomb.apkg", "latest.apkg"] {
      let bytes = try FileBytes.read(stage.home.file(name), limit: 1 << 20)
      #expect(refusal(bytes)?.contains("unpacks to far more than") == true)
    }
  }

  /// Whatever is changed in one, it is taken as it is or refused, and nothing is left of it.
  @Test func noChangeOfOneDoesHarm() throws {
    let campaign = Campaign("packages", whole: 500, slice: 30)
    let original = try bytes("fsrs-legacy.apkg")
    for seed in campaign.seeds {
      var random = CaseGenerator(seed: seed)
      var bytes = original
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
        case 1:
          bytes.removeSubrange(
            place..<min(bytes.count, place + Int.random(in: 1..<2000, using: &random)))
        default: bytes[place] = UInt8(Int.random(in: 0..<256, using: &random))
        }
      }
      let folder = try PackageFolder(in: stage.home.path)
      defer { folder.remove() }
      let package = try AnkiPackage(bytes, called: "x", in: folder)
      let collection = try? package.collection { _ in true }
      if let collection { _ = AnkiDeck.all(in: collection) }
    }
    #expect(!(try files().contains { $0.hasPrefix(".package") }))
  }

  /// A tag comes before the deck's name, and so does what the person says.
  @Test func cardsAreSortedByTagsThenByThePersonThenByTheirDecks() throws {
    let changes = """
      UPDATE col SET decks = '{"1":{"name":"Teamwork"}}';
      INSERT INTO notes VALUES (2, 'h', 1, ' interview::Conflict star ', 'Tell me about another.');
      INSERT INTO cards VALUES (2, 2, 1, 0, 0, 0, 0);
      """
    func competencies() throws -> [String] {
      try stage.readyWorkspace().store.cards(ofDeck: "teamwork").map(\.competency).sorted()
    }
    _ = try take(try package(changes), ImportChoices(competency: "data"))
    #expect(try competencies() == ["conflict", "data"])
    _ = try stage.messages { try TakingBack(wrongTimes: false).run(in: stage) }
    _ = try take(try package(changes))
    #expect(try competencies() == ["conflict", "teamwork"])
  }

  @Test func aStopWhileItIsTakenInLeavesNothing() throws {
    let workspace = try stage.readyWorkspace()
    let cards = try ["C1", "C2"].map { try #require(CardID("own/\($0)")) }
    let gradings = (0..<2000).map { index in
      Grading(
        card: cards[index % 2],
        moment: Moment(
          time: Stage.evening.adding(milliseconds: Int64(-index) * 60_000), utcOffset: 0),
        grade: .good, mode: .away)
    }
    let change = DeckChange(name: "own.yaml", from: nil, to: "id: own\n")
    for limit in [-1.0, 0.3, 0.7] {
      let added = try workspace.store.add(
        gradings, suspending: cards, [change], progress: { $0 < limit }, decks: { _ in })
      #expect(added == nil)
      #expect(try workspace.store.reviewCount() == 0)
      #expect(try workspace.store.suspendedCards().isEmpty)
      #expect(try workspace.store.deleted(at: stage.clock.now.time).isEmpty)
    }
    #expect(try workspace.store.recordFaults().isEmpty)
    #expect(throws: (any Error).self) {
      _ = try workspace.store.add(
        gradings, suspending: cards, [change], progress: { _ in true },
        decks: { _ in throw Failure(.cannotCreate, "no room") })
    }
    #expect(try workspace.store.reviewCount() == 0)
  }

  @Test func aStopLeavesNothing() throws {
    let folder = try PackageFolder(in: stage.home.path)
    defer { folder.remove() }
    let package = try AnkiPackage(try bytes("fsrs-latest.apkg"), called: "x", in: folder)
    for share in [0.0, 0.05, 0.15, 0.3, 0.4] {
      #expect(try package.collection { $0 <= share } == nil)
    }
  }
}
