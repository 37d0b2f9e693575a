/// A field of a form: what it asks for, how it is filled in, and what is written in it.
public struct FormField: Equatable, Sendable {
  /// What forms as text call it.
  public let key: String
  /// What it is called on a screen: `First line`.
  public let title: String
  /// What it takes, for whoever fills it in.
  public let hint: String
  public let kind: Kind
  /// Whether nothing is kept without it.
  public let isRequired: Bool
  /// What stood in it at first.
  public let initial: String
  /// What stands in it, in the words of its kind.
  public var text: String

  public init(
    key: String, title: String, hint: String = "", kind: Kind, isRequired: Bool = false,
    text: String = ""
  ) {
    (self.key, self.title, self.hint) = (key, title, hint)
    (self.kind, self.isRequired) = (kind, isRequired)
    (initial, self.text) = (text, text)
  }

  public var isChanged: Bool { text != initial }

  /// How a field is filled in, which is also what its text means.
  public indirect enum Kind: Equatable, Sendable {
    /// One line; the text that is known and begins as what is typed is offered.
    case line(known: [String] = [])
    /// A day, or a moment, as a person writes it.
    case day, moment
    /// Lines of text, which may be said aloud one day.
    case box(isTold: Bool = false)
    /// A list: each line is one.
    case lines
    /// One of several: its word.
    case choice([FormOption])
    /// Several, each with one of some words, the best first: a line such as `TEAM: strong` for each.
    case marks([FormOption], words: [FormOption])
    /// Rows of fields: each a line, with tabs between what stands in its fields.
    case rows([FormField])
  }
}

/// Something that can be chosen.
public struct FormOption: Equatable, Sendable {
  /// What stands for it in a form as text; empty for nothing.
  public let word: String
  /// What it is called on a screen.
  public let title: String
  /// What else there is to say of it.
  public let note: String
  /// What stands in other fields with it, by their keys, unless the person has written there.
  public let implied: [String: String]

  /// Whether its word is one that a person may type: “no” to “say it” would mean the other.
  public var isFoundByWord: Bool { title == word || !["no", "yes"].contains(word) }

  public init(
    _ word: String, title: String? = nil, note: String = "", implied: [String: String] = [:]
  ) {
    self.word = word
    self.title = title ?? word
    self.note = note
    self.implied = implied
  }
}
