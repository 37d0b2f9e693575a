/// An employer that the person talks to.
public struct Employer: Equatable, Sendable {
  /// As the person writes it; no two differ only in their capitals.
  public var name: String
  /// The job's title.
  public var role: String
  /// The one thing that they shall remember of the person.
  public var oneThing: String
  /// What to say of pay, only if asked.
  public var pay: String
  /// The advert as it was pasted.
  public var advert: String
  public var notes: String

  public init(
    name: String, role: String = "", oneThing: String = "", pay: String = "", advert: String = "",
    notes: String = ""
  ) {
    self.name = name
    self.role = role
    self.oneThing = oneThing
    self.pay = pay
    self.advert = advert
    self.notes = notes
  }
}
