/// The four answers to "did it come back?", as in FSRS.
public enum Grade: Int, CaseIterable, Sendable {
  case again = 1
  case hard, good, easy

  /// The lower-case English word, as commands and exports write it.
  public var name: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }

  /// Reads a name as ``name`` writes it, in either case.
  public init?(name: String) {
    let lower = name.lowercased()
    guard let grade = Grade.allCases.first(where: { $0.name == lower }) else { return nil }
    self = grade
  }
}
