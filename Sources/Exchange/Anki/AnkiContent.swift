public import Decks
public import Practice
public import Scheduler

/// Cards with their answers, as the tables of a collection that Anki imports.
///
/// Names and numbers in it are the same for ever, so that a second import finds what the first one brought.
public struct AnkiContent {
  /// A deck, and when its texts were changed last, in seconds since 1970.
  public typealias Source = (deck: Deck, changed: Int)

  private let decks: [Source]
  private let reviews: [CardID: [(review: Review, duration: Int?)]]
  private let suspended: Set<CardID>
  let model: any MemoryModel
  let rule: DueRule
  let startHour: Int
  let now: Moment
  private let offset: Clocks.Offset

  /// - Parameters:
  ///   - decks: the decks.
  ///   - reviews: the answers by card and time; none where nothing but the cards is wanted.
  ///   - suspended: the cards that are kept out of practice.
  ///   - model: FSRS-6: Anki knows no other of the models here.
  ///   - schedule: when a card comes back and a day begins.
  ///   - now: the time it is.
  ///   - offset: the clocks of here.
  public init(
    _ decks: [Source], reviews: [CardID: [(review: Review, duration: Int?)]],
    suspended: Set<CardID>, model: any MemoryModel, schedule: Schedule, now: Moment,
    offset: @escaping Clocks.Offset
  ) {
    self.decks = decks
    self.reviews = reviews
    self.suspended = suspended
    self.model = model
    rule = DueRule(
      retention: schedule.rule.retention, maximumInterval: schedule.rule.maximumInterval)
    startHour = schedule.startHour
    self.now = now
    self.offset = offset
  }

  // MARK: - Numbers for ever

  /// The number of the note type, and of the options of its decks.
  static let (noteType, options): (Int64, Int64) = (1_607_392_319_001, 1_607_392_321_001)

  /// A number of 2001 to 2020, in milliseconds: never one of the future, nor one of Anki's of today.
  static func number(_ kind: String, _ name: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(kind):\(name)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return 1_000_000_000_000 + Int64(hash % 607_392_000_000)
  }

  /// Gives numbers, each once.
  private struct Numbers {
    private var taken: Set<Int64> = []

    mutating func free(_ number: Int64) -> Int64 {
      var number = number
      while !taken.insert(number).inserted { number += 1 }
      return number
    }
  }

  // MARK: - Tables

  /// The tables with their rows, and those of the log, of which there are many: their values row by row.
  ///
  /// - Parameter progress: is told the share done, and says whether to go on.
  /// - Returns: them; nil if it was stopped.
  public func tables(
    progress: (Double) -> Bool = { _ in true }
  ) -> (tables: [PlainTable], log: [Int64])? {
    let first = reviews.values.compactMap { $0.first?.review }.min { $0.time < $1.time }
    let day = first?.day(startHour: startHour) ?? now.day(startHour: startHour)
    let start = Clocks.instant(
      atLocal: day.start(utcOffset: 0, startHour: startHour), offset)
    var notes = PlainTable(name: "notes", columns: Self.columns["notes"] ?? [])
    var cards = PlainTable(name: "cards", columns: Self.columns["cards"] ?? [])
    var log: [Int64] = []
    log.reserveCapacity(9 * reviews.values.reduce(0) { $0 + $1.count })
    var deckList = [Self.deck(1, "Default")]
    var (noteNumbers, cardNumbers, deckNumbers, times) = (
      Numbers(), Numbers(), Numbers(), Numbers()
    )
    var position = 0
    for (index, source) in decks.enumerated() {
      guard progress(Double(index) / Double(decks.count)) else { return nil }
      let name = Self.name(of: source.deck)
      let deck = deckNumbers.free(Self.number("deck", name))
      deckList.append(Self.deck(deck, name))
      for card in source.deck.cards.sorted(by: { $0.id < $1.id }) {
        position += 1
        let note = noteNumbers.free(Self.number("note", card.id.description))
        let number = cardNumbers.free(Self.number("card", card.id.description))
        notes.rows.append(row(of: card, note, changed: source.changed))
        let schedule = AnkiSchedule(
          reviews[card.id] ?? [], model: model, rule: rule, startHour: startHour)
        cards.rows.append(
          row(of: card.id, number, note, deck, schedule, position, day, changed: source.changed))
        for entry in schedule.log {
          log += [
            times.free(entry.time), number, -1, Int64(entry.grade), Int64(entry.interval),
            Int64(entry.lastInterval), Int64(entry.factor), Int64(entry.duration),
            Int64(entry.kind),
          ]
        }
      }
    }
    let collection = PlainTable(
      name: "col", columns: Self.columns["col"] ?? [],
      rows: [row(of: start, decks: deckList)])
    let graves = PlainTable(name: "graves", columns: Self.columns["graves"] ?? [])
    let revlog = PlainTable(name: "revlog", columns: Self.columns["revlog"] ?? [])
    return ([collection, notes, cards, graves, revlog], log)
  }

  /// The columns of each table, as Anki's collections of version 11 have them.
  private static let columns: [String: [String]] = [
    "col": [
      "id", "crt", "mod", "scm", "ver", "dty", "usn", "ls", "conf", "models", "decks", "dconf",
      "tags",
    ],
    "notes": [
      "id", "guid", "mid", "mod", "usn", "tags", "flds", "sfld", "csum", "flags", "data",
    ],
    "cards": [
      "id", "nid", "did", "ord", "mod", "usn", "type", "queue", "due", "ivl", "factor", "reps",
      "lapses", "left", "odue", "odid", "flags", "data",
    ],
    "revlog": ["id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type"],
    "graves": ["usn", "oid", "type"],
  ]

  private func row(of card: Card, _ number: Int64, changed: Int) -> [PlainTable.Value] {
    let question = AnkiText.front(of: card)
    let plain = Self.plain(question)
    let fields = [question, AnkiText.back(of: card), card.id.description]
    return [
      .integer(number), .text("starling:\(card.id)"), .integer(Self.noteType),
      .integer(Int64(changed)), .integer(-1), .text(" \(AnkiText.tags(of: card)) "),
      .text(fields.map { $0.replacing("\u{1F}", with: " ") }.joined(separator: "\u{1F}")),
      .text(plain), .integer(Int64(SHA1.begin(of: plain))), .integer(0), .text(""),
    ]
  }

  /// A field without its tags.
  static func plain(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      switch character {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private func row(
    of card: CardID, _ number: Int64, _ note: Int64, _ deck: Int64, _ schedule: AnkiSchedule,
    _ position: Int, _ first: Day, changed: Int
  ) -> [PlainTable.Value] {
    let isSuspended = suspended.contains(card)
    var row: [PlainTable.Value] = [
      .integer(number), .integer(note), .integer(deck), .integer(0), .integer(Int64(changed)),
      .integer(-1),
    ]
    guard let memory = schedule.memory else {
      row += [0, isSuspended ? -1 : 0, Int64(position), 0, 0, 0, 0, 0, 0, 0, 0].map { .integer($0) }
      return row + [.text("{}")]
    }
    let due = memory.lastDay - first + schedule.interval
    row += [
      2, isSuspended ? -1 : 2, Int64(due), Int64(schedule.interval), 2500, Int64(memory.reps),
      Int64(memory.lapses), 0, 0, 0, 0,
    ].map { .integer($0) }
    let decay = model.parameters.count > 20 ? model.parameters[20] : 0.5
    let data =
      "{\"s\":\(Self.rounded(memory.state.stability, 10_000)),\"d\":\(Self.rounded(memory.state.difficulty, 1000)),\"dr\":\(Self.rounded(rule.retention, 1000)),\"decay\":\(Self.rounded(decay, 1000)),\"lrt\":\(memory.lastReview.milliseconds / 1000)}"
    return row + [.text(data)]
  }

  private static func rounded(_ value: Double, _ places: Double) -> Double {
    (value * places).rounded() / places
  }

  /// The package, of a database with these tables.
  ///
  /// - Parameter database: the bytes of its file.
  /// - Returns: what Anki imports, which begins as ``opening`` says.
  public static func package(_ database: [UInt8]) -> [UInt8] {
    StoredZip.bytes([("media", Array("{}".utf8)), ("collection.anki2", database)])
  }

  /// So many bytes are the same in all packages that are made here, and in no others.
  public static let opening = 30 + 5 + 2
}
