public import Campaign
public import Decks

/// What a search through everything found, sort by sort.
public struct SearchResults: Sendable {
  /// What was looked for.
  public var query: String
  /// The sorts of which something was found, in their order.
  public var parts: [Part]

  public init(query: String, parts: [Part]) { (self.query, self.parts) = (query, parts) }

  /// What was found of one sort.
  public struct Part: Sendable {
    public var kind: SearchKind
    /// How many were found.
    public var count: Int
    /// The best of them.
    public var hits: [SearchHit]

    public init(_ kind: SearchKind, count: Int, hits: [SearchHit]) {
      (self.kind, self.count, self.hits) = (kind, count, hits)
    }
  }

  var count: Int { parts.reduce(0) { $0 + $1.count } }
}

/// A sort of what is searched, in the order in which they are shown.
public enum SearchKind: String, CaseIterable, Sendable {
  case cards, stories, answers, facts, doubts, questions, people, log

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// One of what was found.
public struct SearchHit: Equatable, Sendable {
  public var title: String
  /// The text behind it, in which what is looked for stands if it is not in the title.
  public var body: String
  public var target: Target

  /// What opens.
  public enum Target: Equatable, Sendable {
    case card(CardID)
    /// The question at which something was written that is no answer yet.
    case draft(CardID)
    case item(Item)
    case text(title: String, String)
  }

  public init(_ title: String, body: String = "", _ target: Target) {
    (self.title, self.body, self.target) = (title, body, target)
  }
}
