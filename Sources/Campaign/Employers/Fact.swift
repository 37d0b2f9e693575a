public import Decks

/// Something known of an employer, with where it is from and how long it holds.
public struct Fact: Equatable, Sendable {
  public var employer = ""
  public var topic = Topic.other
  public var text = ""
  /// Where it is from.
  public var source = ""
  /// The day it was learned or last checked, in days since 1 January 1970.
  public var day = 0
  /// Days for which it holds.
  public var shelfLife = Topic.other.shelfLife
  /// The research card that asked for it.
  public var card: CardID?

  /// What a fact is about, in the order in which the brief has it.
  public enum Topic: String, CaseIterable, Sendable {
    case earns, aims, news, rivals, customers, culture, people, role, other

    /// Days for which such a fact usually holds.
    public var shelfLife: Int {
      switch self {
      case .news: 14
      case .people, .role: 30
      case .aims, .rivals, .customers: 90
      case .earns, .culture, .other: 180
      }
    }

    /// How the question for such a fact goes.
    public var question: String {
      switch self {
      case .earns: "What does the employer earn its money with?"
      case .aims: "What is the employer trying to achieve?"
      case .news: "What is new at the employer?"
      case .rivals: "Who are the employer's rivals, and how does it differ?"
      case .customers: "Who are the employer's customers, and what do they need?"
      case .culture: "How do people work together at the employer?"
      case .people: "What do you know of the people you will meet?"
      case .role: "What do you know of the job that the advert does not say?"
      case .other: "What else do you know of the employer?"
      }
    }
  }

  public init() {}

  public init(employer: String, topic: Topic = .other, text: String, day: Int) {
    (self.employer, self.text, self.day) = (employer, text, day)
    topicWithShelfLife = topic
  }

  /// Days since it was learned or last checked; one of the future is as new as one of today.
  public func age(on today: Int) -> Int {
    // A day of before all time is older than any number says.
    let (age, isBeyond) = today.subtractingReportingOverflow(day)
    return isBeyond ? (day < 0 ? .max : 0) : max(0, age)
  }

  /// Whether it has to be checked again before it is said.
  public func isStale(on today: Int) -> Bool { age(on: today) > shelfLife }
}

extension Fact: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Fact>]> { \.facts }
  public static let table = "facts"
  public static let noun = "fact"
  public static let fields: [Field<Fact>] = [
    Field("employer", .employer(\.employer), isRequired: true, isIdentity: true),
    Field(
      "fact", .text(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "what you know"),
    Field("topic", .choice(\.topicWithShelfLife)),
    Field("source", .text(\.source), hint: "where it is from"),
    Field("day", .day(\.day.orNil), hint: "when you learned or checked it"),
    Field(
      "holds", .number(\.shelfLife.orNil, in: 1...36_500), title: "Days it holds",
      column: "shelf_life",
      hint: "days until it must be checked again"),
    Field("card", .card(\.card), hint: "the research card that asked for it"),
  ]

  public static let command = "facts"
  public static let abstract = "What you know of employers, with source, date and shelf life."
  public static let columns: [Column<Fact>] = [
    "employer", "topic", "day",
    Column("STATE") { $0.thing.isStale(on: $1.today) ? "stale" : "holds" }, "fact",
  ]

  public init(today: Int) { day = today }

  /// Unless it is said otherwise, it holds as long as such facts usually do.
  private var topicWithShelfLife: Topic {
    get { topic }
    set { (topic, shelfLife) = (newValue, newValue.shelfLife) }
  }
}
