public import Decks

/// The stories against the families: what is there for each question, and what is not.
public struct StoryMatrix: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var story: Kept<Story>
    /// One for each family, in their order; nil for no fit.
    public var fits: [Story.Fit?]
    /// How often the employer has heard it; of all employers the most if none is given.
    public var timesTold: Int
    /// Codes of the families for which no other story is strong or workable.
    public var standsAloneIn: [String]

    /// Whether too much hangs on it: told twice to one employer, or the only story for four families.
    public var isOverused: Bool { timesTold >= 2 || standsAloneIn.count >= 4 }
  }

  public struct Column: Equatable, Sendable {
    public var family: Family
    public var cover: Cover
    /// How well the best story fits that the employer hasn't heard; nil if none is left.
    public var untold: Story.Fit?
  }

  /// What there is to tell for a family.
  public enum Cover: Equatable, Sendable {
    /// A strong or workable story that the employer hasn't heard.
    case covered
    /// Only stories that the employer has heard.
    case spent
    /// Only stories that stretch to it.
    case stretched
    /// Nothing.
    case gap
  }

  public var rows: [Row]
  public var columns: [Column]

  /// - Parameters:
  ///   - notebook: what the person has written down.
  ///   - families: the columns.
  ///   - employer: the one to whom stories count as told; nil if none is ahead.
  public init(_ notebook: Notebook, families: [Family], employer: String?) {
    let times = employer.map { Self.times(notebook.tellings(to: $0)) } ?? [:]
    let most = notebook.employers.map { Self.times(notebook.tellings(to: $0.name)) }
    var standing: [Number<Story>: [String]] = [:]
    columns = families.map { family in
      let fitting = notebook.stories.filter { $0.fits[family.code] != nil }
      let ready = fitting.filter { $0.fits[family.code] != .stretch }
      if ready.count == 1 { standing[ready[0].id, default: []].append(family.code) }
      let isFresh = ready.contains { times[$0.id] == nil }
      let cover: Cover =
        ready.isEmpty ? (fitting.isEmpty ? .gap : .stretched) : isFresh ? .covered : .spent
      let untold = fitting.filter { times[$0.id] == nil }.compactMap { $0.fits[family.code] }.min()
      return Column(family: family, cover: cover, untold: untold)
    }
    rows = notebook.stories.map { story in
      let told =
        employer == nil
        ? most.compactMap { $0[story.id] }.max() : times[story.id]
      return Row(
        story: story, fits: families.map { story.fits[$0.code] }, timesTold: told ?? 0,
        standsAloneIn: standing[story.id] ?? [])
    }
  }

  private static func times(_ tellings: [Telling]) -> [Number<Story>: Int] {
    Dictionary(tellings.map { ($0.story, 1) }, uniquingKeysWith: +)
  }

  /// The families without a strong or workable story.
  public var holes: [Family] {
    columns.filter { $0.cover == .gap || $0.cover == .stretched }.map(\.family)
  }

  /// The number of stories to aim at: enough for every family, few enough to know well.
  public static let aim = 8...12

  /// What is to be said of how many stories there are; nil when the aim is met.
  public var advice: String? {
    switch rows.count {
    case ..<Self.aim.lowerBound:
      "\(rows.count) of \(Self.aim.lowerBound)–\(Self.aim.upperBound) stories"
    case Self.aim: nil
    default:
      "\(rows.count) stories: more than \(Self.aim.upperBound) are hard to keep ready; drop the weakest"
    }
  }
}
