import Campaign
import Screen

/// Which of several things is meant, before its form is opened.
struct ThingChoiceScreen: ScreenModel {
  let title: String
  let choices: [ThingChoice]
  private(set) var position = ListPosition()

  enum Action: Sendable {
    case take
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [Binding(.enter, action: .take, footer: "that one", help: "Open its form")]
    + ListMove.keys(of: "row", inFooter: 1).mapped(Action.move)

  static let help = [HelpSection("Which of two is meant", keys.hints())]

  init(_ title: String, _ choices: [ThingChoice]) {
    self.title = title
    self.choices = choices
  }

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .move(let move): position.move(move)
    case .take:
      stage.go(.leave)
      return choices.selected(position).map { [.notebook(.fillIn($0.item))] } ?? []
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    position.settle(count: choices.count, height: stage.frame.height() - 2)
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader(title, "", on: &canvas)
    var page = Page(width: frame.textWidth)
    page.add("What is it?", style: .bold)
    page.add(verbatim: "")
    frame.draw(page, on: &canvas)
    frame.drawChoices(choices.map(\.title), position, under: page, on: &canvas)
  }
}

/// One of the things that may be meant.
struct ThingChoice: Equatable {
  let title: String
  let item: Item

  init(_ title: String, _ item: Item) { (self.title, self.item) = (title, item) }
}
