/// What the person took a question to be after, before the answer, and what it is after.
public struct FamilyGuess: Equatable, Sendable {
  /// The code of the family that they named.
  public var named: String
  /// The code of the family of the card's competency then.
  public var meant: String
  /// How long they thought, in milliseconds.
  public var milliseconds: Int

  public init(_ named: String, of meant: String, milliseconds: Int) {
    self.named = named
    self.meant = meant
    self.milliseconds = milliseconds
  }

  public var isRight: Bool { named == meant }
}
