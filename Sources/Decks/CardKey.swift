/// A key of a card in a deck file.
enum CardKey: String, CaseIterable {
  case id, kind, competency, guide, core, like, tags, ask, alt, note
  case probing, frame, probes, strong, flags, ticks, write, feeds, done
  case place = "where"
  case use, stale
  case audience = "for"
  case listen, next
  case skipIf = "skip-if"
  case tempting, better, say

  /// Whether it says what the card is, and not how the question and its answer are worded.
  var isAboutTheCard: Bool {
    switch self {
    case .guide, .like, .tags: true
    default: false
    }
  }

  /// What a key's value must look like, and where a card keeps it.
  enum Shape {
    case id, kind, competency, ask, core, stale
    case text(WritableKeyPath<Card, String?>)
    case list(WritableKeyPath<Card, [String]>)
  }

  var shape: Shape {
    switch self {
    case .id: .id
    case .kind: .kind
    case .competency: .competency
    case .ask: .ask
    case .core: .core
    case .stale: .stale
    case .guide: .list(\.guide)
    case .like: .list(\.like)
    case .tags: .list(\.tags)
    case .alt: .list(\.alternatives)
    case .probes: .list(\.probes)
    case .strong: .list(\.strong)
    case .flags: .list(\.flags)
    case .ticks: .list(\.ticks)
    case .write: .list(\.write)
    case .feeds: .list(\.feeds)
    case .note: .text(\.note)
    case .probing: .text(\.probing)
    case .frame: .text(\.frame)
    case .done: .text(\.done)
    case .place: .text(\.place)
    case .use: .text(\.use)
    case .audience: .text(\.audience)
    case .listen: .text(\.listen)
    case .next: .text(\.next)
    case .skipIf: .text(\.skipIf)
    case .tempting: .text(\.tempting)
    case .better: .text(\.better)
    case .say: .text(\.say)
    }
  }

  /// The keys that every card may have.
  static let common: [CardKey] = [
    .id, .kind, .competency, .guide, .core, .like, .tags, .ask, .alt, .note,
  ]

  /// The keys that every card must have.
  static let required: [CardKey] = [.id, .kind, .competency, .ask]
}

extension CardKind {
  /// The keys that cards of this kind may have besides the common ones.
  var ownKeys: [CardKey] {
    switch self {
    case .star, .fit, .goal, .insight: [.probing, .probes, .strong, .flags]
    case .concern: [.probing, .frame, .probes, .strong, .flags]
    case .probe: [.strong, .flags]
    case .task: [.ticks, .strong, .flags]
    case .panel: [.ticks, .probes, .strong, .flags]
    case .reflect: [.write, .done, .feeds]
    case .research: [.place, .use, .done, .stale]
    case .ask: [.audience, .listen, .next, .skipIf]
    case .redflag: [.tempting, .better, .say]
    }
  }

  /// The keys that cards of this kind must have besides those that every card must have.
  var ownRequiredKeys: [CardKey] {
    switch self {
    case .star, .fit, .goal, .insight, .concern, .probe: []
    case .task, .panel: [.ticks]
    case .reflect: [.write, .done]
    case .research: [.done, .stale]
    case .ask: [.audience]
    case .redflag: [.better, .say]
    }
  }

  /// Tells whether cards of this kind may have the key.
  func uses(_ key: CardKey) -> Bool {
    CardKey.common.contains(key) || ownKeys.contains(key)
  }
}
