public import Campaign
public import Decks

/// What an import would bring in, before anything is kept.
public struct ImportProposal: Equatable, Sendable {
  /// What messages call the file: `list.md`.
  public var source: String
  /// What is found, in one: `question`, `story`; and in many.
  public var noun: (one: String, many: String)
  /// Where it goes: `a new deck “my-list”`, `your stories`.
  public var target: String
  /// What each is sorted by: `Competency`, `Family`.
  public var sorter: String
  /// By what each can be sorted.
  public var options: [FormOption]
  /// In the order of the lines.
  public var entries: [ImportEntry]
  /// What may be wrong with the file as a whole; empty if nothing is.
  public var doubt: String

  public init(
    source: String, noun: (one: String, many: String), target: String, sorter: String,
    options: [FormOption], entries: [ImportEntry], doubt: String = ""
  ) {
    (self.source, self.noun, self.target, self.sorter) = (source, noun, target, sorter)
    (self.options, self.entries, self.doubt) = (options, entries, doubt)
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.source == right.source && left.noun == right.noun && left.target == right.target
      && left.sorter == right.sorter && left.options == right.options
      && left.entries == right.entries && left.doubt == right.doubt
  }

  /// `4 questions`.
  func counted(_ count: Int) -> String { "\(count) \(count == 1 ? noun.one : noun.many)" }
}

/// A line of a file that is to be imported: something that was found there, or was passed over.
public struct ImportEntry: Equatable, Sendable {
  /// From 1.
  public var line: Int
  /// The question, or the title of a story; of what was passed over, the line.
  public var text: String
  /// What else there is to it: the beginning of its answer, its parts.
  public var details: [String]
  /// As what it was passed over; nil for what was found.
  public var sort: PassedOver.Sort?
  /// The word of the option that it has; empty for none.
  public var choice: String
  /// Why it is that one, in a word, and in some: `heading`, `from the heading “Teamwork” in line 5`.
  public var why: String
  public var reason: String
  /// Whether that is a guess.
  public var isGuess: Bool
  /// The figures that are proposed for a story, and whether they are kept.
  public var figures: [String]
  public var keepsFigures = true
  /// Whether it can be taken.
  public var isOffered: Bool
  /// Whether it is.
  public var isTaken: Bool

  public init(
    line: Int, text: String, details: [String] = [], sort: PassedOver.Sort? = nil,
    choice: String = "",
    why: String = "", reason: String = "", isGuess: Bool = false, figures: [String] = [],
    isOffered: Bool = true
  ) {
    (self.line, self.text, self.details, self.sort) = (line, text, details, sort)
    (self.choice, self.why, self.reason, self.isGuess) = (choice, why, reason, isGuess)
    (self.figures, self.isOffered) = (figures, isOffered)
    isTaken = sort == nil
  }

  /// Whether it stands among what is found: it was, or is to be taken all the same.
  var isFound: Bool { sort == nil || isTaken }
}
