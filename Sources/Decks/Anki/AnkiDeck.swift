/// A deck of an Anki collection as questions for a deck of the person's own.
public struct AnkiDeck: Sendable {
  /// As Anki calls it, its parts with `::` between them.
  public var name: String
  /// The parameters of FSRS-6 that it goes by in Anki; empty for the usual ones.
  public var parameters: [Double] = []
  /// The id that its deck gets here.
  public var id: String
  public var title: String
  /// Those that make a card, each with the card's number in Anki.
  public var questions: [(card: Int64, question: FoundQuestion)] = []
  /// Cards of Starling's own that came back, each with its number in Anki.
  public var own: [(card: Int64, id: CardID)] = []
  /// How many cards ask nothing.
  public var empty = 0
  /// What is no text and was left out.
  public var pictures = 0
  public var sounds = 0

  /// The decks of a collection that have cards, by their names.
  ///
  /// - Parameters:
  ///   - collection: the collection.
  ///   - names: only these, and those below them; none for all.
  /// - Returns: the decks.
  public static func all(in collection: AnkiCollection, named names: [String] = []) -> [AnkiDeck] {
    let byDeck = Dictionary(grouping: collection.cards, by: \.deck)
    return byDeck.map { number, cards -> AnkiDeck in
      var deck = AnkiDeck(collection.decks[number] ?? "Default", cards, in: collection)
      deck.parameters = collection.options[number].flatMap { collection.parameters[$0] } ?? []
      return deck
    }.filter { deck in
      names.isEmpty
        || names.contains {
          let (deck, name) = (deck.name.lowercased(), $0.lowercased())
          return deck == name || deck.hasPrefix(name + "::")
        }
    }.sorted { $0.name < $1.name }
  }

  private init(_ name: String, _ cards: [AnkiCollection.Card], in collection: AnkiCollection) {
    self.name = name
    let parts = name.split(separator: "::").map { String($0).stripped }.filter { !$0.isEmpty }
    title = parts.joined(separator: ": ")
    let letters = name.lowercased().map { CardID.isWellFormed(String($0)) ? $0 : "-" }
    let id = String(letters).split(separator: "-").joined(separator: "-")
    self.id = id.isEmpty ? "anki" : String(id.drop { !$0.isLetter && !$0.isNumber })
    if title.isEmpty { title = self.id }
    for (index, card) in cards.enumerated() {
      guard let note = collection.notes[card.note], let type = collection.noteTypes[note.type]
      else {
        empty += 1
        continue
      }
      if note.guid.hasPrefix(Self.mark),
        let id = CardID(String(note.guid.dropFirst(Self.mark.count)))
      {
        own.append((card.id, id))
        continue
      }
      guard let question = question(card, note, type, number: index + 1) else {
        empty += 1
        continue
      }
      questions.append((card.id, question))
      if let id = question.values[.id]?.first { numbers[id] = card.id }
    }
  }

  /// The number in Anki of the card that gets an id here; nil if none does.
  public func number(ofCard id: String) -> Int64? { numbers[id] }

  private var numbers: [String: Int64] = [:]

  /// What Starling's own cards are called in Anki begins so.
  private static let mark = "starling:"

  private mutating func question(
    _ card: AnkiCollection.Card, _ note: AnkiCollection.Note, _ type: AnkiCollection.NoteType,
    number: Int
  ) -> FoundQuestion? {
    guard
      let sides = AnkiTemplate(note, type, place: card.place, deck: name).sides()
    else { return nil }
    // What is on both sides is counted once.
    let both = note.fields.joined(separator: " ")
    pictures += Self.count(of: "<img", in: both)
    sounds += Self.count(of: "[sound:", in: both)
    let ask = Self.text(sides.question).split(separator: "\n").joined(separator: " ")
    guard !ask.isEmpty else { return nil }
    var question = FoundQuestion(ask, line: number)
    question.answer = Self.text(sides.answer)
    question.tags = note.tags.filter { !["marked", "leech"].contains($0.lowercased()) }
    question.category = FoundQuestion.Category(
      text: name.split(separator: "::").last.map(String.init) ?? name, sort: .column("deck"))
    let id = AnkiNotes.cardID(of: note.guid)
    question.values[.id] = [card.place > 0 ? "\(id)-\(card.place)" : id]
    let kinds = note.tags.compactMap { tag in
      tag.lowercased().split(separator: ":").last.flatMap { CardKind(rawValue: String($0)) }
    }
    if let kind = kinds.first { question.values[.kind] = [kind.rawValue] }
    return question
  }

  private static func count(of mark: String, in text: String) -> Int {
    var count = 0
    var rest = text[...]
    while let place = rest.range(ofText: mark) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }

  /// HTML as text, without sounds, comments and control characters.
  private static func text(_ html: String) -> String {
    var text = without(html, from: "<!--", to: "-->")
    text = without(text, from: "[sound:", to: "]")
    let scalars = InlineMarkup.htmlText(text).unicodeScalars.filter(\.isAllowedInText)
    return String(String.UnicodeScalarView(scalars)).stripped
  }

  private static func without(_ text: String, from begin: String, to end: String) -> String {
    var output = ""
    var rest = text[...]
    while let open = rest.range(ofText: begin),
      let close = rest[open.upperBound...].range(ofText: end)
    {
      output += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    return output + rest
  }
}
