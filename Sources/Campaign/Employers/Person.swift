/// Someone whom the person meets at an employer.
public struct Person: Equatable, Sendable {
  public var employer = ""
  /// Empty while it is not known.
  public var name = ""
  /// What they do there, such as “operations manager”.
  public var role = ""
  /// What they need or fear from whoever gets the job.
  public var needs = ""
  /// The story meant for them.
  public var story: Number<Story>?
  public var notes = ""

  public init() {}

  public init(employer: String, name: String = "") {
    (self.employer, self.name) = (employer, name)
  }

  /// What to call them: by name, else by role.
  public var title: String {
    if !name.isEmpty { return name }
    return role.isEmpty ? "someone" : role
  }
}

extension Person: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Person>]> { \.people }
  public static let table = "people"
  public static let noun = "person"
  public static let titleColumns = ["name", "role"]
  public static let fields: [Field<Person>] = [
    Field("employer", .employer(\.employer), isRequired: true, isIdentity: true),
    Field("name", .text(\.name), isIdentity: true, hint: "empty if you do not know it yet"),
    Field("role", .text(\.role), isIdentity: true, hint: "such as operations manager"),
    Field("needs", .text(\.needs), hint: "what they need or fear from whoever gets the job"),
    Field("story", .story(\.story)),
    Field("notes", .text(\.notes), length: .lines, hint: "for yourself"),
  ]

  public static let command = "people"
  public static let abstract = "The people you meet: who they are and what they need."
  public static let columns: [Column<Person>] = ["employer", "name", "role", "needs"]

  public var heading: String { title }
}
