/// How it stands with the other machines of a person.
public struct SyncStand: Equatable, Sendable {
  /// Days since they met last; nil if they never did.
  public var daysSince: Int?
  /// How many wordings were changed on two of them.
  public var conflicts: Int

  public init(daysSince: Int?, conflicts: Int) {
    self.daysSince = daysSince
    self.conflicts = conflicts
  }

  /// So many days without a meeting are worth a word.
  static let longDays = 3

  /// What there is to say of it; nil while it does not matter.
  public var words: String? {
    if conflicts > 0 { return "\(conflicts.of("text was", "texts were")) changed on two machines." }
    guard let daysSince else { return "Your machines have not met yet." }
    return daysSince >= Self.longDays ? "Not synced for \(daysSince) days." : nil
  }
}
