/// A story of the person's, as a session needs it.
public struct SessionStory: Equatable, Sendable {
  /// Its number in the notebook.
  public var number: Int64
  public var title: String
  /// Its Situation, Task, Action and Result, the last with what was learned.
  public var texts: [String]
  /// Who has heard it of the employer ahead, as it follows “Told to”; nil if nobody has.
  public var listener: String?
  /// The codes of the families that it shows, by what the person noted.
  public var families: Set<String> = []

  public init(number: Int64, title: String, texts: [String] = [], listener: String? = nil) {
    self.number = number
    self.title = title
    self.texts = texts
    self.listener = listener
  }
}
