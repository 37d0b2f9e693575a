/// A written answer in its four parts.
public struct StarAnswer: Equatable, Sendable {
  private var texts: [String]

  public init(situation: String = "", task: String = "", action: String = "", result: String = "") {
    texts = [situation, task, action, result]
  }

  /// The text of a part; empty where nothing was written.
  public subscript(part: StarPart) -> String {
    get { texts[part.rawValue] }
    set { texts[part.rawValue] = newValue }
  }
}
