/// A column of the story matrix: competencies that are close to one another.
public struct Family: Equatable, Sendable {
  /// Four capitals, such as `TEAM`.
  public var code: String
  public var title: String
  /// The tags of the family's competencies.
  public var tags: [String]

  public init(code: String, title: String, tags: [String]) {
    self.code = code
    self.title = title
    self.tags = tags
  }
}

/// All competencies that cards may name, in their families.
public struct Competencies: Equatable, Sendable {
  public let families: [Family]
  private let indices: [String: Int]

  public init(families: [Family]) {
    self.families = families
    var indices: [String: Int] = [:]
    for (index, family) in families.enumerated() {
      for tag in family.tags { indices[tag] = index }
    }
    self.indices = indices
  }

  /// All tags, in the order of their families.
  public var tags: [String] { families.flatMap(\.tags) }

  /// The family that a competency belongs to; nil for an unknown tag.
  public func family(of tag: String) -> Family? {
    indices[tag].map { families[$0] }
  }

  /// Tells whether a tag is known.
  public func contains(_ tag: String) -> Bool { indices[tag] != nil }
}
