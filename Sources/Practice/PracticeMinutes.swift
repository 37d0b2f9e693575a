public import Decks

/// The minutes that practice takes a person, by kind of card.
///
/// A median of the person's own goes, among which what is usual stands ``usualGoes`` times: so one clock
/// that was left running changes nothing, and three goes alike are believed. It never goes beyond
/// ``range`` of what is usual, so that many such do not empty the plan.
public struct PracticeMinutes: Equatable, Sendable {
  /// So often what is usual stands among them.
  static let usualGoes = 2
  /// As shares of what is usual.
  static let range = 0.4...2.5
  /// The last so many goes of a kind count: a person grows quicker.
  public static let remembered = 60

  private var minutes: [CardKind: Double] = [:]

  /// - Parameter goes: the minutes of each go, by kind.
  public init(_ goes: [CardKind: [Double]] = [:]) {
    for (kind, goes) in goes {
      let sound = goes.filter { $0.isFinite && $0 > 0 }
      guard !sound.isEmpty else { continue }
      let usual = Array(repeating: kind.minutes, count: Self.usualGoes)
      minutes[kind] = min(
        max(Self.median(sound + usual), Self.range.lowerBound * kind.minutes),
        Self.range.upperBound * kind.minutes)
    }
  }

  /// What one practice of such a card takes.
  public func minutes(of kind: CardKind) -> Double { minutes[kind] ?? kind.minutes }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
