public import Decks

/// How much each card matters for an interview, from what is known of it.
///
/// A card counts 1. What raises it is multiplied: that the advert asks for it, that the last round
/// did not, that the answer was thin, that there is a doubt.
public struct Priorities: Equatable, Sendable {
  private let requirements: [Kept<Requirement>]
  private let doubts: [Kept<Doubt>]
  /// The entries of the latest round whose log is finished; nil if there is none.
  private let lastEntries: [Kept<LogEntry>]?
  /// All rounds' entries, the latest round's first.
  private let entries: [Kept<LogEntry>]
  /// What a friend found thin in the panel that was played last.
  private let playedThin: Set<CardID>

  /// - Parameters:
  ///   - notebook: what the person has written down.
  ///   - employer: with whom the interview is.
  ///   - time: when it starts, in milliseconds since 1970 UTC; only rounds before it count.
  public init(_ notebook: Notebook, for employer: String, before time: Int64) {
    requirements = notebook.requirements(of: employer)
    doubts = notebook.doubts(of: employer).filter(\.isOpen)
    let rounds = notebook.interviews(with: employer).filter { $0.startsAt < time }
    lastEntries = rounds.last(where: \.isLogged).map { notebook.entries(of: $0.id) }
    let played = notebook.rehearsals.filter { $0.company == .friend && !$0.marks.isEmpty }
      .max { ($0.day, $0.id.value) < ($1.day, $1.id.value) }
    playedThin = played?.thing.cards(marked: .thin) ?? []
    entries = rounds.reversed().flatMap { notebook.entries(of: $0.id) }
  }

  /// Why a card counts more than another.
  public enum Reason: Equatable, Sendable, CaseIterable {
    case inAdvert, notAsked, landedThin, openDoubt

    public var factor: Double {
      switch self {
      case .inAdvert: 1.5
      case .notAsked: 1.25
      case .landedThin: 1.5
      case .openDoubt: 2
      }
    }

    /// The reason in a few words.
    public var words: String {
      switch self {
      case .inAdvert: "in the advert"
      case .notAsked: "not asked last time"
      case .landedThin: "thin last time"
      case .openDoubt: "an open doubt"
      }
    }
  }

  /// The most that a card can count.
  public static let most = 4.0

  /// - Parameters:
  ///   - card: the card.
  ///   - family: the code of its family, if it belongs to one.
  /// - Returns: the reasons, each at most once.
  public func reasons(for card: CardID, family: String?) -> [Reason] {
    var reasons: [Reason] = []
    if requirements.contains(where: { $0.thing.asks(for: card, family: family) }) {
      reasons.append(.inAdvert)
    }
    if let lastEntries, family != nil,
      !lastEntries.contains(where: { $0.thing.asks(card, family: family) })
    {
      reasons.append(.notAsked)
    }
    // What landed thin once and well the next time is no longer thin.
    let latest = entries.first { $0.landed != nil && $0.thing.asks(card, family: family) }
    if latest.map({ thin($0, card, family) }) ?? false || playedThin.contains(card) {
      reasons.append(.landedThin)
    }
    if doubts.contains(where: { $0.thing.concerns(card, family: family) }) {
      reasons.append(.openDoubt)
    }
    return reasons
  }

  /// How much a card counts, 1…4.
  public func priority(of card: CardID, family: String?) -> Double {
    min(Self.most, reasons(for: card, family: family).reduce(1) { $0 * $1.factor })
  }

  /// Whether anything of a round in which a card's question came up landed thin.
  private func thin(_ latest: Kept<LogEntry>, _ card: CardID, _ family: String?) -> Bool {
    entries.contains {
      $0.interview == latest.interview && $0.landed == .thin && $0.thing.asks(card, family: family)
    }
  }
}
