public import Decks

/// One line of an advert, marked by hand with what shows it.
public struct Requirement: Equatable, Sendable {
  public var employer = ""
  /// As the advert has it.
  public var text = ""
  /// Codes of the families that it belongs to.
  public var families: [String] = []
  /// Cards that practise it.
  public var cards: [CardID] = []

  public init() {}

  public init(employer: String, text: String) {
    (self.employer, self.text) = (employer, text)
  }

  /// Whether a card practises it.
  public func asks(for card: CardID, family: String?) -> Bool {
    cards.contains(card) || family.map(families.contains) ?? false
  }
}

extension Requirement {
  /// The lines of a pasted advert that may be requirements: those that are not blank, without the
  /// signs that lists begin with.
  public static func lines(of advert: String) -> [String] {
    advert.split(whereSeparator: \.isNewline).compactMap { line in
      let text = line.drop { $0.isWhitespace || "-*•·–—▪◦‣".contains($0) }
      let end = text.lastIndex { !$0.isWhitespace }
      return end.map { String(text[...$0]) }
    }
  }
}

extension Requirement: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Requirement>]> { \.requirements }
  public static let table = "requirements"
  public static let noun = "requirement"
  public static let longNoun = "advert's line"
  public static let fields: [Field<Requirement>] = [
    Field("employer", .employer(\.employer), isRequired: true, isIdentity: true),
    Field(
      "requirement", .text(\.text), length: .lines, column: "text", isRequired: true,
      isIdentity: true, hint: "as the advert has it",
      screenHint: "as the advert has it; of what you paste each line is one"),
    Field("families", .families(\.families)),
    Field(
      "cards", .cards(\.cards), hint: "cards that practise it, such as star-people/PE-01"),
  ]

  public static let command = "advert"
  public static let abstract =
    "The lines of an advert: what shows each of them, and which are gaps."
  public static let columns: [Column<Requirement>] = [
    "employer",
    Column("STATE") { line, around in
      let isGap = around.notebook.gaps(at: line.employer).contains { $0.id == line.id }
      return isGap ? "gap" : line.families.isEmpty && line.cards.isEmpty ? "not marked" : "shown"
    }, "families", Column("CARDS") { line, _ in "\(line.cards.count)" }, "requirement",
  ]
}
