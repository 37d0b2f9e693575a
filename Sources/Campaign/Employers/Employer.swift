/// An employer that the person talks to.
public struct Employer: Equatable, Sendable {
  /// As the person writes it; no two differ only in their capitals.
  public var name = ""
  /// The job's title.
  public var role = ""
  /// The one thing that they shall remember of the person.
  public var oneThing = ""
  /// What to say of pay, only if asked.
  public var pay = ""
  /// The advert as it was pasted.
  public var advert = ""
  public var notes = ""

  public init() {}

  public init(name: String) { self.name = name }
}

extension Employer: NotebookThing {
  public static let table = "employers"
  public static let noun = "employer"
  public static let fields: [Field<Employer>] = [
    Field("name", .text(\.name), isRequired: true, isIdentity: true, hint: "the employer"),
    Field("role", .text(\.role), hint: "the title of the job"),
    Field("one-thing", .text(\.oneThing), hint: "the one thing they should remember about you"),
    Field("pay", .text(\.pay), length: .lines, hint: "what you say of pay if they ask"),
    Field("notes", .text(\.notes), length: .lines, hint: "for yourself"),
    Field(
      "advert", .text(\.advert), length: .lines, hint: "the advert, pasted after | and indented",
      screenHint: "as it stands there, pasted"),
  ]

  public var heading: String { name }
}
