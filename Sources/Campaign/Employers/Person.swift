/// Someone whom the person meets at an employer.
public struct Person: Equatable, Sendable {
  public var id: Number<Person>?
  public var employer: String
  /// Empty while it is not known.
  public var name: String
  /// What they do there, such as “operations manager”.
  public var role: String
  /// What they need or fear from whoever gets the job.
  public var needs: String
  /// The story meant for them.
  public var story: Number<Story>?
  public var notes: String

  public init(
    id: Number<Person>? = nil, employer: String, name: String = "", role: String = "",
    needs: String = "", story: Number<Story>? = nil, notes: String = ""
  ) {
    self.id = id
    self.employer = employer
    self.name = name
    self.role = role
    self.needs = needs
    self.story = story
    self.notes = notes
  }

  /// What to call them: by name, else by role.
  public var title: String {
    if !name.isEmpty { return name }
    return role.isEmpty ? "someone" : role
  }
}
