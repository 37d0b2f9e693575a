/// What an Anki collection holds, as far as it is of use here: facts of the format, as its files have them.
public struct AnkiCollection: Equatable, Sendable {
  /// What a note has and how cards are made of it.
  public struct NoteType: Equatable, Sendable {
    public var isCloze: Bool
    public var fields: [String] = []
    /// What stands on both sides of each card.
    public var templates: [(question: String, answer: String)] = []

    public init(isCloze: Bool) { self.isCloze = isCloze }

    public static func == (left: Self, right: Self) -> Bool {
      left.isCloze == right.isCloze && left.fields == right.fields
        && left.templates.elementsEqual(right.templates, by: ==)
    }
  }

  public struct Note: Equatable, Sendable {
    /// Its name for ever.
    public var guid: String
    public var type: Int64
    public var tags: [String]
    public var fields: [String]

    public init(guid: String, type: Int64, tags: [String], fields: [String]) {
      self.guid = guid
      self.type = type
      self.tags = tags
      self.fields = fields
    }
  }

  public struct Card: Equatable, Sendable {
    public var id: Int64
    public var note: Int64
    /// The deck that it belongs to, wherever it is just now.
    public var deck: Int64
    /// Which template of its note, or which gap, from 0.
    public var place: Int
    public var isSuspended: Bool
    /// Whether it was ever answered, as far as the card itself says.
    public var isSeen: Bool

    public init(
      id: Int64, note: Int64, deck: Int64, place: Int, isSuspended: Bool = false,
      isSeen: Bool = false
    ) {
      self.id = id
      self.note = note
      self.deck = deck
      self.place = place
      self.isSuspended = isSuspended
      self.isSeen = isSeen
    }
  }

  /// A line of the log: an answer, or something done to the schedule.
  public struct Entry: Equatable, Sendable {
    /// Milliseconds since 1970 UTC.
    public var time: Int64
    /// 1 to 4; 0 for what is no answer.
    public var ease: Int
    /// The interval after it: days, or seconds if it is negative.
    public var interval: Int
    public var factor: Int
    /// Milliseconds that the answer took.
    public var duration: Int
    public var kind: Kind

    public enum Kind: Int, Sendable {
      case learning, review, relearning, filtered, manual, rescheduled
    }

    public init(
      time: Int64, ease: Int, interval: Int, factor: Int, duration: Int = 0, kind: Kind
    ) {
      self.time = time
      self.ease = ease
      self.interval = interval
      self.factor = factor
      self.duration = duration
      self.kind = kind
    }
  }

  public var noteTypes: [Int64: NoteType] = [:]
  /// The names of decks, their parts with `::` between them.
  public var decks: [Int64: String] = [:]
  /// The options that each deck has, and the parameters of FSRS-6 in them, where there are such.
  public var options: [Int64: Int64] = [:]
  public var parameters: [Int64: [Double]] = [:]
  public var notes: [Int64: Note] = [:]
  /// In the order of their numbers.
  public var cards: [Card] = []
  /// What was logged of each card, by time.
  public var log: [Int64: [Entry]] = [:]
  /// Whether answers are those of its first scheduler, whose learning cards had three buttons.
  public var isOfFirstScheduler = false

  public init() {}
}
