/// Something to print: sections of short texts, each of which says where it is from.
public struct Sheet: Equatable, Sendable {
  public var title: String
  /// With whom, when and where.
  public var subtitle: String
  /// When it was printed.
  public var printed: String
  public var sections: [Section]

  public init(title: String, subtitle: String, printed: String, sections: [Section]) {
    self.title = title
    self.subtitle = subtitle
    self.printed = printed
    self.sections = sections.filter { !$0.entries.isEmpty }
  }

  public struct Section: Equatable, Sendable {
    /// In capitals.
    public var title: String
    public var entries: [Entry]
    /// Entries that had no room, after those that have.
    public var omitted = 0

    public init(_ title: String, _ entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  public struct Entry: Equatable, Sendable {
    public var text: String
    /// What the person entered that the text is made of.
    public var sources: [Source]

    public init(_ text: String, from sources: [Source]) {
      self.text = text
      self.sources = sources
    }
  }

  /// A thing that the person entered.
  public enum Source: Hashable, Sendable {
    case employer(String)
    case interview(Number<Interview>)
    case person(Number<Person>)
    case story(Number<Story>)
    case doubt(Number<Doubt>)
    case fact(Number<Fact>)
    case question(Number<Question>)
    case criterion(Number<Criterion>)
    /// A card of the decks, by its id.
    case card(String)
  }
}
