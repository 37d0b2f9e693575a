import Campaign
import Screen

/// A friend's marks on the answers before a panel, question by question.
struct MarksScreen: ScreenModel {
  private(set) var panel: Kept<Rehearsal>
  /// Which question is marked now.
  private(set) var place: Int

  init(_ panel: Kept<Rehearsal>) {
    self.panel = panel
    place = panel.thing.nextMark
  }

  enum Action: Sendable {
    case mark(Rehearsal.Mark?)
    case before
  }

  private static let keys: [Binding<Action>] = [
    Binding("1", action: .mark(.strong), footer: "strong", help: "The answer was strong"),
    Binding("2", action: .mark(.fine), footer: "fine", help: "It was all right"),
    Binding(
      "3", action: .mark(.thin), footer: "thin",
      help: "It was thin: its card counts more from now on"),
    Binding(.enter, action: .mark(nil), footer: "go on", help: "Leave it as it is, and go on"),
    Binding(.backspace, action: .before, footer: "the one before", help: "Back to the one before"),
  ]

  static let help = [HelpSection("A friend's marks", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.obstructed {
      if case .before = $0, place == 0 { "This is the first question." } else { nil }
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .before: place -= 1
    case .mark(let mark):
      // Going on without a mark changes nothing as long as there is none.
      let isKept = mark != nil || panel.thing.isMarked
      if isKept { panel.thing.mark(place, as: mark) }
      place += 1
      let isOver = place >= panel.questions.count
      if isOver { stage.go(.back) }
      if isOver, !isKept { stage.say("Nothing was marked.") }
      let note = isOver ? "Marked: \(panel.thing.marksTaken)." : nil
      // Each is on disk before the next question.
      return isKept ? [.notebook(.keep([Item(panel)], note: note))] : []
    }
    return []
  }

  /// What was taken back is asked again.
  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .notebook(.changed(let open, _)) = outcome,
      let known = open.notebook.rehearsals.first(where: { $0.id == panel.id })
    else { return nil }
    panel = known
    place = min(place, panel.marks.count)
    return nil
  }

  func isGone(from notebook: Notebook) -> Bool {
    !notebook.rehearsals.contains { $0.id == panel.id }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    stage.frame.drawHeader(
      "Marks · \(panel.title)", "\(place + 1) of \(panel.questions.count)", on: &canvas)
    guard panel.questions.indices.contains(place) else { return }
    var page = Page(width: stage.frame.textWidth)
    page.add(panel.thing.asked(place), style: .bold)
    page.addGap()
    let known = panel.marks.indices.contains(place) ? panel.marks[place] : Rehearsal.noMark
    if stage.frame.isLow {
      page.add("How was the answer?\(known == Rehearsal.noMark ? "" : " Marked: \(known).")")
    } else {
      page.add("How was the answer? A friend who heard it says.")
      page.addGap()
      for (index, mark) in Rehearsal.Mark.allCases.enumerated() {
        page.add("\(mark.rawValue == known ? "▸" : " ") \(index + 1)  \(mark.rawValue)")
      }
    }
    if panel.thing.isMarked {
      page.addGap()
      page.add("So far: \(panel.thing.markWords).")
    }
    stage.frame.draw(page, on: &canvas)
  }
}

extension Stage {
  /// Goes to where a friend's marks are entered.
  mutating func openMarks(of panel: Kept<Rehearsal>) {
    if panel.questions.isEmpty {
      say("It has no questions to mark.")
    } else {
      go(.open(MarksScreen(panel)))
    }
  }
}
