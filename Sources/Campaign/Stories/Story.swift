import Decks

/// A true occasion that the person can tell.
public struct Story: Equatable, Sendable {
  /// What the person calls it; no two differ only in their capitals.
  public var title = ""
  /// How it begins when it is told: one sentence.
  public var headline = ""
  public var situation = ""
  public var task = ""
  public var action = ""
  public var result = ""
  public var learning = ""
  /// How well it shows each family, by the family's code; one that is not here is no fit.
  public var fits: [String: Fit] = [:]
  public var figures: [Figure] = []
  /// How strong it is as a whole, 1…5; nil while the person hasn't said.
  public var strength: Int?
  public var notes = ""

  /// How well a story shows what a family is about, the best first.
  public enum Fit: String, CaseIterable, Comparable, Sendable {
    case strong, workable, stretch

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    /// What it says of a story.
    public var meaning: String {
      switch self {
      case .strong: "it shows this and nothing less"
      case .workable: "it will do"
      case .stretch: "only if nothing better is left"
      }
    }

    private var rank: Int {
      switch self {
      case .strong: 0
      case .workable: 1
      case .stretch: 2
      }
    }
  }

  /// A number in a story, and whether it can be defended.
  public struct Figure: Equatable, Sendable {
    /// As it is said, such as “12 → 3 complaints a week”.
    public var text: String
    /// How the person knows it, such as “own count over 8 weeks”.
    public var known: String
    /// Whether it must not be said, because it can't be defended.
    public var isNotToClaim: Bool

    public init(text: String, known: String = "", isNotToClaim: Bool = false) {
      self.text = text
      self.known = known
      self.isNotToClaim = isNotToClaim
    }
  }

  public init() {}

  public init(title: String) { self.title = title }

  /// The figures that may be said.
  public var claims: [Figure] { figures.filter { !$0.isNotToClaim } }
}

extension Story: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Story>]> { \.stories }
  public static let table = "stories"
  public static let noun = "story"
  public static let fields: [Field<Story>] = [
    Field(
      "title", .text(\.title), isRequired: true, isIdentity: true,
      hint: "what you call it, such as Freezer audit"),
    Field(
      "headline", .text(\.headline), title: "First line",
      hint: "how you begin to tell it, in one sentence with the outcome"),
    Field(
      "situation", .text(\.situation), length: .told, hint: "when, where, who, what was at stake"),
    Field(
      "task", .text(\.task), length: .told, hint: "what was yours to do, and what success would be"),
    Field("action", .text(\.action), length: .told, hint: "what you did, step by step, and why"),
    Field("result", .text(\.result), length: .told, hint: "what changed, with evidence"),
    Field(
      "learning", .text(\.learning), title: "Learned", length: .told,
      hint: "what you took from it, and where you have used it since"),
    Field(
      "families", .fits(\.fits),
      hint: "on lines below, such as TEAM: strong, or workable, or stretch"),
    Field(
      "figures", .parts(\.figures) { _ in Figure(text: "") },
      hint: "on lines below, each with figure, known and do-not-claim"),
    Field(
      "strength", .number(\.strength, in: 1...5), title: "How strong",
      hint: "how strong it is as a whole, 1 to 5"),
    Field("notes", .text(\.notes), length: .lines, hint: "for yourself"),
  ]

  public static let command = "stories"
  public static let abstract =
    "Your stories: add, list, show, edit, delete; which were told to whom."
  public static let columns: [Column<Story>] = [
    "strength",
    Column("FAMILIES") { story, around in
      let codes = around.families.map(\.code).filter { story.fits[$0] != nil }
      return codes.isEmpty ? "–" : codes.joined(separator: " ")
    },
    Column("TOLD TO") { story, around in
      let told = around.notebook.employers.map(\.name).filter {
        !around.notebook.tellings(of: story.id, to: $0).isEmpty
      }
      return told.isEmpty ? "–" : told.joined(separator: ", ")
    }, "title",
  ]

  public var heading: String { title }
}

extension Story.Figure: Described {
  public static let fields: [Field<Story.Figure>] = [
    Field(
      "figure", .text(\.text), title: "As you say it", column: "text", isRequired: true,
      hint: "as you say it"),
    Field("known", .text(\.known), title: "How you know it", hint: "how you know it"),
    Field(
      "do-not-claim", .truth(\.isNotToClaim, words: ("say it", "do not say it")),
      title: "In an interview", column: "is_not_to_claim",
      hint: "you could not defend it"),
  ]
}

extension Story.Fit? {
  /// One column that says how well a story fits; a blank for no fit.
  public var sign: String {
    switch self {
    case .strong: "●"
    case .workable: "○"
    case .stretch: "·"
    case nil: " "
    }
  }
}
