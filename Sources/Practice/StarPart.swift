/// A part of an answer in STAR structure.
public enum StarPart: Int, CaseIterable, Comparable, Sendable {
  case situation, task, action
  /// With what was learned.
  case result

  public var title: String {
    switch self {
    case .situation: "Situation"
    case .task: "Task"
    case .action: "Action"
    case .result: "Result"
    }
  }

  /// The part's first letter, as profiles and bars show it.
  public var letter: Character { title[title.startIndex] }

  public static func < (a: StarPart, b: StarPart) -> Bool { a.rawValue < b.rawValue }
}
