import Campaign
import Screen

/// Asks whether a round that is not written down has been, so that it can be logged.
///
/// Who is called back writes down the round that is ahead, and has the one before it fresh in mind.
struct HeldScreen: ScreenModel {
  /// The round as it would be kept.
  let interview: Interview

  enum Action: Sendable { case yes, no }

  private static let keys: [Binding<Action>] = [
    Binding("y", action: .yes, footer: "yes, log it", help: "Keep it and log it"),
    Binding("n", .escape, action: .no, footer: "no", help: "It has not taken place"),
  ]

  static let help = [HelpSection("A round that is not written down", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    if action == .yes { return [.notebook(.hold(interview))] }
    stage.go(.back)
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .notebook(.held(let round, _)) = outcome else { return nil }
    stage.go(.replace(LogScreen(round, in: stage.frame)))
    return []
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("\(interview.employer) · round \(interview.round)", "", on: &canvas)
    var page = Page(width: frame.textWidth)
    page.add(
      "Round \(interview.round) with \(interview.employer) is not written down. Has it taken place?",
      style: .bold)
    page.addGap()
    page.add(
      "y records it with today's date and opens its log. You can correct the date later, with e under Rounds."
    )
    frame.draw(page, on: &canvas)
  }
}
