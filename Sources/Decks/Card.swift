/// One card of a deck: a question and what is known about a good answer to it.
///
/// Which texts a card has depends on its kind; those that it does not have are nil or empty.
public struct Card: Equatable, Sendable {
  public var id: CardID
  public var kind: CardKind
  /// The tag of the competency that the card practises, such as `teamwork`.
  public var competency: String
  /// The points of the guide that the card serves, such as `P5`.
  public var guide: [String] = []
  /// The cards that the same true story answers, as the deck file names them (`like`): `deck/card`, or
  /// `card` for one of the same deck.
  public var like: [String] = []
  /// Words of the person's own by which the card is found.
  public var tags: [String] = []
  /// The question itself.
  public var ask: String
  /// Other wordings of the question (`alt` in a deck file).
  public var alternatives: [String] = []
  /// Whether the card belongs to the core set, which is planned first (`core`).
  public var isCore = false
  public var note: String?

  /// What the interviewer is really after.
  public var probing: String?
  /// The order in which a good answer goes.
  public var frame: String?
  /// Follow-up questions.
  public var probes: [String] = []
  /// Signs of a strong answer.
  public var strong: [String] = []
  /// Signs of a weak answer.
  public var flags: [String] = []
  /// What a task or panel answer is ticked off against.
  public var ticks: [String] = []
  /// The columns that a reflect card has the person fill in.
  public var write: [String] = []
  /// What a reflect card's rows are used for.
  public var feeds: [String] = []
  /// When a reflect or research card counts as done.
  public var done: String?
  /// Where a research card's answer is to be found (`where`).
  public var place: String?
  /// What a research card's answer is good for.
  public var use: String?
  /// The days, from 1 to 36500, after which a researched fact needs another look.
  public var stale: Int?
  /// Whom a question is for (`for`).
  public var audience: String?
  /// What to listen for in the reply.
  public var listen: String?
  /// What to ask after the reply.
  public var next: String?
  /// When not to ask (`skip-if`).
  public var skipIf: String?
  /// What tempts in a red-flag scene.
  public var tempting: String?
  /// What is better.
  public var better: String?
  /// A line to say.
  public var say: String?

  /// The line of the deck file where the card starts, from 1.
  public var line = 1

  /// Makes a card with the parts that every card has; the others are set one by one.
  public init(id: CardID, kind: CardKind, competency: String, ask: String) {
    self.id = id
    self.kind = kind
    self.competency = competency
    self.ask = ask
  }

  /// The cards that ``like`` names.
  public var likes: [CardID] {
    like.map { CardID($0) ?? CardID(deck: id.deck, card: $0) }.filter { $0 != id }
  }

  /// All wordings of the question; they take turns.
  public var wordings: [String] { [ask] + alternatives }
}
