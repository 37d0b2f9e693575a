public import Decks

extension CardKind {
  /// The boxes that a written answer to such a card has, by their titles.
  public var boxes: [String] {
    switch self {
    case .star: StarPart.allCases.map(\.title)
    case .fit, .goal, .concern, .insight: ["Point", "Reason", "Proof", "Link"]
    case .probe, .task, .panel, .reflect, .research, .ask, .redflag: ["Answer"]
    }
  }
}

extension Attempt {
  /// Whether what was written in its boxes is no draft any more once it is kept.
  public var endsDraft: Bool {
    (mode == .typed || mode == .spoken && hasWords) && (purpose == .answer || purpose == .rebuild)
  }

  /// The places of the boxes to write in: all, or those of the parts that are rebuilt.
  public var boxPlaces: [Int] {
    let all = Array(kind.boxes.indices)
    guard purpose == .rebuild else { return all }
    let wanted = StarPart.allCases.filter { parts.contains(RubricPart($0)) }.map(\.rawValue)
    return wanted.isEmpty ? all : wanted
  }
}
