import Campaign
import Screen

/// Asks whether a round that is not written down has been, so that it can be logged.
///
/// Who is called back writes down the round that is ahead, and has the one before it fresh in mind.
struct HeldScreen: Equatable {
  /// The round as it would be kept.
  let interview: Interview

  enum Action: Sendable { case yes, no }

  static let keys: [Binding<Action>] = [
    Binding(.character("y"), action: .yes, footer: "yes, log it", help: "Keep it and log it"),
    Binding(.character("n"), .escape, action: .no, footer: "no", help: "It has not been"),
  ]

  func draw(in frame: Frame, on canvas: inout Canvas) {
    frame.drawHeader("\(interview.employer) · round \(interview.round)", "", on: &canvas)
    var page = Page(width: frame.textWidth)
    page.add(
      "Round \(interview.round) with \(interview.employer) is not written down. Has it been?",
      style: .bold)
    page.addGap()
    page.add(
      "y keeps it as of now and opens its log. Its day can be put right afterwards, with e under Rounds."
    )
    page.draw(on: &canvas, x: frame.left, y: frame.top, height: frame.height())
    canvas.focus = (frame.left, frame.top)
  }
}
