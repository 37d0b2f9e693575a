import Screen

/// How one moves in a list, on all screens that are one.
enum ListMove: Sendable {
  case up, down, pageUp, pageDown, top, bottom

  static let keys: [Binding<ListMove>] = [
    Binding(.down, .character("j"), action: .down, help: "Next row"),
    Binding(.up, .character("k"), action: .up, help: "Row before"),
    Binding(.pageDown, action: .pageDown, help: "A page down"),
    Binding(.pageUp, action: .pageUp, help: "A page up"),
    Binding(.home, action: .top, help: "First row"),
    Binding(.end, action: .bottom, help: "Last row"),
  ]
}

extension ListPosition {
  /// Moves in a list of `count` rows of which `page` are in view.
  mutating func move(_ move: ListMove, count: Int, page: Int) {
    switch move {
    case .up: self.move(by: -1, count: count)
    case .down: self.move(by: 1, count: count)
    case .pageUp: self.move(by: -page, count: count)
    case .pageDown: self.move(by: page, count: count)
    case .top: self.move(by: -count, count: count)
    case .bottom: self.move(by: count, count: count)
    }
  }
}
