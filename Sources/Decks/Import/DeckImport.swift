/// Makes a deck file of questions that were found in another file, or adds them to one.
///
/// ```swift
/// let importer = DeckImport(deck: "mine", title: "Mine", sorting: sorting)
/// let result = importer.deck(of: file, path: "questions.txt", reader: reader)
/// ```
public struct DeckImport: Sendable {
  /// A question as a card, and why it is sorted as it is.
  public struct Card: Equatable, Sendable {
    public var question: FoundQuestion
    public var competency: String
    public var reason: CompetencySorting.Reason
    /// The texts of each key of a deck file.
    var values: [CardKey: [String]]
    /// Its id in the deck.
    public var id: String? { values[.id]?.first }
  }

  /// What came of it.
  public struct Result {
    /// The cards that are new.
    public var cards: [Card] = []
    /// The text of the deck file; nil if there is an error, or nothing is new.
    public var yaml: String?
    /// All faults, at their lines in the imported file.
    public var faults: [Fault] = []
    public var passedOver: [PassedOver] = []
    /// Cards that are there already and read otherwise in the imported file.
    public var changed: [CardID] = []
    /// Names in the file that are those of no competency, or no kind.
    public var unknownNames: [String] = []

    public var hasErrors: Bool { faults.contains { $0.severity == .error } }
  }

  let deck: String
  let title: String
  let kind: CardKind
  let sorting: CompetencySorting
  /// Ids that were other cards' once.
  let taken: [CardID]

  /// - Parameters:
  ///   - deck: The id of the deck to make.
  ///   - title: Its title.
  ///   - kind: The kind of cards for which the file names none.
  ///   - sorting: Finds their competencies.
  ///   - taken: Cards that were practised once; their ids are not given again.
  public init(
    deck: String, title: String, kind: CardKind = .star, sorting: CompetencySorting,
    taken: [CardID] = []
  ) {
    self.deck = deck
    self.title = title
    self.kind = kind
    self.sorting = sorting
    self.taken = taken
  }

  /// Makes the text of a deck file.
  ///
  /// - Parameters:
  ///   - file: The questions.
  ///   - path: What faults call their file.
  ///   - reader: Checks the deck that comes out.
  /// - Returns: The deck, with what is wrong with it.
  public func deck(of file: QuestionFile, path: String, reader: DeckReader) -> Result {
    var result = Result(passedOver: file.passedOver)
    result.cards = cards(of: file.questions, taken: [], &result)
    guard !result.cards.isEmpty else { return result }
    let head = DeckYAML.head(id: deck, title: title)
    finish(&result, head: head, bytes: [], indent: 2, path: path, reader: reader)
    return result
  }

  /// Adds what is new to a deck file; what is there stays as it is, byte for byte.
  ///
  /// - Parameters:
  ///   - file: The questions.
  ///   - known: The deck that the file reads as.
  ///   - bytes: Its file.
  ///   - path: What faults call the file of the questions.
  ///   - reader: Checks the deck that comes out.
  /// - Returns: The whole file with what is new, and what was left.
  public func addition(
    of file: QuestionFile, to known: Deck, bytes: [UInt8], path: String, reader: DeckReader
  ) -> Result {
    var result = Result(passedOver: file.passedOver)
    let twins = Twins(of: known)
    var new: [FoundQuestion] = []
    for question in file.questions {
      guard let twin = twins.twin(of: question) else {
        new.append(question)
        continue
      }
      let isSame =
        Words.list(twin.ask) == Words.list(question.ask)
        && (question.answer.isEmpty || (twin.note ?? "") == question.answer)
      if isSame {
        result.passedOver.append(PassedOver(question.line, .known, question.ask))
      } else {
        result.changed.append(twin.id)
      }
    }
    result.cards = cards(of: new, taken: known.cards.map(\.id.card), &result)
    guard !result.cards.isEmpty else { return result }
    var head = String(decoding: bytes, as: UTF8.self)
    if !head.hasSuffix("\n") { head += "\n" }
    finish(
      &result, head: head, bytes: bytes, indent: Self.indent(of: known, in: head), path: path,
      reader: reader)
    if result.yaml != nil, !Self.keeps(known, result.yaml ?? "", path, reader) {
      result.yaml = nil
      result.faults = [
        Fault(
          path: known.path, line: 1, column: 1,
          message:
            "its cards stand so that no other can be added behind them; put `cards` last, each card after a `- `"
        )
      ]
    }
    return result
  }

  /// Where the cards of a file begin.
  private static func indent(of deck: Deck, in text: String) -> Int {
    guard let line = deck.cards.last?.line else { return 2 }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(line - 1) ? lines[line - 1].prefix { $0 == " " }.count : 2
  }

  /// Whether all cards of a deck are in a text as they were.
  private static func keeps(_ deck: Deck, _ text: String, _ path: String, _ reader: DeckReader)
    -> Bool
  {
    guard let now = reader.read(Array(text.utf8), path: path).deck else { return false }
    var old = Array(now.cards.prefix(deck.cards.count))
    for index in old.indices { old[index].line = deck.cards[index].line }
    return old == deck.cards && now.title == deck.title && now.note == deck.note
  }

  /// Writes the cards behind what is there, and has all of it checked.
  private func finish(
    _ result: inout Result, head: String, bytes: [UInt8], indent: Int, path: String,
    reader: DeckReader
  ) {
    var yaml = head
    var line = head.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    var starts: [Int] = []
    for card in result.cards {
      let text = DeckYAML.card(card.values, indent: indent)
      starts.append(line)
      line += text.utf8.count { $0 == UInt8(ascii: "\n") }
      yaml += text
    }
    var faults = FaultList(path: path)
    for fault in reader.read(Array(yaml.utf8), path: path).faults {
      let index = starts.lastIndex { $0 <= fault.line }
      // What was there before is not what is to be mended now.
      if index == nil, !bytes.isEmpty, fault.severity == .warning { continue }
      let place = Place(line: index.map { result.cards[$0].question.line } ?? 1, column: 1)
      switch fault.severity {
      case .error: faults.error(place, fault.message)
      case .warning: faults.warning(place, fault.message)
      }
    }
    result.faults = faults.faults
    result.yaml = faults.hasErrors ? nil : yaml
  }

  // MARK: - Cards

  private func cards(
    of questions: [FoundQuestion], taken: [String], _ result: inout Result
  ) -> [Card] {
    var ids = Set(taken)
    var unknown: [String] = []
    var cards = questions.map { question in
      card(of: question, ids: &ids, unknown: &unknown)
    }
    let old = self.taken.filter { $0.deck == deck }.map(\.card)
    var numbering = CardNumbering(deck: deck, taken: ids.union(old))
    for index in cards.indices where cards[index].values[.id] == nil {
      cards[index].values[.id] = [numbering.next()]
    }
    result.unknownNames = unknown
    return cards
  }

  private func card(
    of question: FoundQuestion, ids: inout Set<String>, unknown: inout [String]
  ) -> Card {
    let (competency, reason) = sorting.competency(of: question)
    if let name = question.values[.competency]?.first, reason != .column("competency") {
      if !unknown.contains(name) { unknown.append(name) }
    }
    var values = question.values
    let named = values[.kind]?.first?.lowercased()
    if let named, CardKind(rawValue: named) == nil, !unknown.contains(named) {
      unknown.append(named)
    }
    let kind = named.flatMap(CardKind.init(rawValue:)) ?? self.kind
    // A column of that name means something else.
    values = values.filter { kind.uses($0.key) }
    values[.kind] = [kind.rawValue]
    values[.competency] = [competency]
    values[.ask] = [question.ask]
    if !question.answer.isEmpty { values[.note] = [question.answer] }
    if !question.tags.isEmpty { values[.tags] = question.tags }
    let id = values[.id]?.first
    let isFree = id.map { CardID.isWellFormed($0) && ids.insert($0).inserted } ?? false
    if !isFree { values[.id] = nil }
    return Card(question: question, competency: competency, reason: reason, values: values)
  }
}

/// The cards of a deck, as they are found again in another file.
private struct Twins {
  private let cards: [Decks.Card]
  private let byID: [String: Int]
  private var byWords: [String: Int] = [:]
  private var index: WordSetIndex
  private var owners: [Int] = []

  init(of deck: Deck) {
    cards = deck.cards
    byID = Dictionary(cards.enumerated().map { ($1.id.card, $0) }) { first, _ in first }
    index = WordSetIndex(sets: cards.flatMap(\.wordings).map(Words.set))
    for (number, card) in cards.enumerated() {
      for wording in card.wordings {
        byWords[Words.list(wording).joined(separator: " ")] = number
        _ = index.insert(Words.set(wording), likeness: DeckAdvice.likeness)
        owners.append(number)
      }
    }
  }

  /// The card that asks the same, or is it by its id.
  func twin(of question: FoundQuestion) -> Decks.Card? {
    if let id = question.values[.id]?.first, let number = byID[id] { return cards[number] }
    let words = Words.list(question.ask).joined(separator: " ")
    if let number = byWords[words] { return cards[number] }
    return index.near(Words.set(question.ask), likeness: DeckAdvice.likeness).first
      .map { cards[owners[$0]] }
  }
}
