import Screen

/// Names what was done last, and asks whether to take it back.
struct UndoScreen: ScreenModel {
  /// What is as it was then, a line each.
  private(set) var lines: [String]

  enum Action: Sendable { case yes, no }

  private static let keys: [Binding<Action>] = [
    Binding("y", action: .yes, footer: "take it back", help: "Take it back"),
    Binding("n", .escape, action: .no, footer: "no", help: "Leave it"),
  ]

  static let help = [HelpSection("Taking back what was done last", keys.hints())]

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .lastAction(let lines?) = outcome else { return nil }
    return UndoScreen(lines: lines)
  }

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  var changesCards: Bool { true }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    if action == .yes { return [.takeLastActionBack(named: lines)] }
    stage.go(.back)
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    // Something else is the last by now: that is asked about.
    if case .lastAction(let now) = outcome {
      lines = now ?? []
      if now == nil { stage.go(.back) }
      stage.say(
        now == nil
          ? "There is nothing to take back."
          : "Another window has done something meanwhile: look again.")
      return []
    }
    guard case .tookBack(let lines) = outcome else { return nil }
    stage.go(.back)
    stage.say(lines?.first.map { "Done: \($0)." } ?? "There is nothing to take back.")
    return [.loadHome, .notebook(.reload)]
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("Take back what was done last?", "", on: &canvas)
    var page = Page(width: frame.textWidth)
    for line in lines { page.add("\(line.prefix(1).uppercased())\(line.dropFirst()).") }
    page.addGap()
    page.add("After y, u goes one step further back.")
    frame.draw(page, on: &canvas)
  }
}
