public import Decks

/// A concern that an employer has, with what speaks against it.
public struct Doubt: Equatable, Sendable {
  public var employer = ""
  /// The doubt as they would say it.
  public var text = ""
  /// The round in which it was raised; nil if the person expects it.
  public var raisedIn: Number<Interview>?
  /// Who raised it.
  public var raisedBy: Number<Person>?
  /// The code of the family that it is about.
  public var family: String?
  /// A card of the decks that asks about it.
  public var card: CardID?
  /// What is true and speaks against it.
  public var evidence = ""
  /// The story that shows it.
  public var story: Number<Story>?
  /// How often the reply has been said well.
  public var timesSaidWell = 0
  /// Whether the person has laid it aside.
  public var isClosed = false

  public init() {}

  public init(employer: String, text: String, raisedIn: Number<Interview>? = nil) {
    (self.employer, self.text, self.raisedIn) = (employer, text, raisedIn)
  }

  /// A reply said well so often is ready.
  public static let timesUntilReady = 2

  /// Counts one more time that the reply was said well.
  ///
  /// - Returns: how often it still has to be until it is ready; at most 0 when it is.
  public mutating func wasSaidWell() -> Int {
    timesSaidWell += 1
    return Self.timesUntilReady - timesSaidWell
  }

  /// Whether the reply still has to be practised.
  public var isOpen: Bool { !isClosed && timesSaidWell < Self.timesUntilReady }

  /// Whether a card practises the reply.
  public func concerns(_ card: CardID, family: String?) -> Bool {
    self.card == card || (self.family != nil && self.family == family)
  }

  /// What is still missing before it can be practised, in a few words; nil if nothing is.
  public var gap: String? {
    switch (evidence.isEmpty, story == nil) {
    case (true, true): "no evidence, no story"
    case (true, false): "no evidence"
    case (false, true): "no story"
    case (false, false): nil
    }
  }
}

extension Doubt: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Doubt>]> { \.doubts }
  public static let table = "doubts"
  public static let noun = "doubt"
  public static let fields: [Field<Doubt>] = [
    Field("employer", .employer(\.employer), isRequired: true, isIdentity: true),
    Field(
      "doubt", .text(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "as they would say it"),
    Field("raised-in", .round(\.raisedIn), hint: "the number of the round"),
    Field("raised-by", .person(\.raisedBy), hint: "who raised it"),
    Field("family", .family(\.family)),
    Field("card", .card(\.card), hint: "a card that asks about it, such as doubts/DB-01"),
    Field("evidence", .text(\.evidence), length: .lines, hint: "what is true and answers it"),
    Field("story", .story(\.story)),
    Field(
      "said-well", .number(\.timesSaidWell.orNil, in: 0...99, counted: 0...9999),
      column: "times_said_well", hint: "how often you have said the reply well"),
    Field("closed", .truth(\.isClosed), column: "is_closed", hint: "laid aside"),
  ]

  public static let command = "doubts"
  public static let abstract = "Employers’ doubts about you, with your evidence."
  public static let columns: [Column<Doubt>] = [
    "employer",
    Column("STATE") { doubt, _ in
      doubt.isClosed ? "closed" : doubt.isOpen ? "said well \(doubt.timesSaidWell) of 2" : "ready"
    }, Column("MISSING") { doubt, _ in doubt.gap ?? "–" }, "doubt",
  ]
}
