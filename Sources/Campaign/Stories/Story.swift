/// A true occasion that the person can tell.
public struct Story: Equatable, Sendable {
  public var id: Number<Story>?
  /// What the person calls it; no two differ only in their capitals.
  public var title: String
  /// How it begins when it is told: one sentence.
  public var headline: String
  public var situation: String
  public var task: String
  public var action: String
  public var result: String
  public var learning: String
  /// How well it shows each family, by the family's code; one that is not here is no fit.
  public var fits: [String: Fit]
  public var figures: [Figure]
  /// How strong it is as a whole, 1…5; nil while the person hasn't said.
  public var strength: Int?
  public var notes: String

  /// How well a story shows what a family is about, the best first.
  public enum Fit: String, CaseIterable, Comparable, Sendable {
    case strong, workable, stretch

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

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

  public init(
    id: Number<Story>? = nil, title: String, headline: String = "", situation: String = "",
    task: String = "", action: String = "", result: String = "", learning: String = "",
    fits: [String: Fit] = [:], figures: [Figure] = [], strength: Int? = nil, notes: String = ""
  ) {
    self.id = id
    self.title = title
    self.headline = headline
    self.situation = situation
    self.task = task
    self.action = action
    self.result = result
    self.learning = learning
    self.fits = fits
    self.figures = figures
    self.strength = strength
    self.notes = notes
  }

  /// The figures that may be said.
  public var claims: [Figure] { figures.filter { !$0.isNotToClaim } }
}
