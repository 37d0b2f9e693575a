import Screen

/// How one moves in a list or scrolls a page, on all screens that are one.
enum ListMove: Sendable {
  case up, down, pageUp, pageDown, top, bottom

  /// The keys of any list.
  static let keys = keys(of: "row")

  /// The keys of a list of some sort; `inFooter` of them stand in the footer.
  static func keys(of row: String, inFooter shown: Int = 0) -> [Binding<ListMove>] {
    let group = KeyGroup(help: "Next \(row), \(row) before; also by pages, to the ends", shown: 2)
    return [
      Binding(
        .down, "j", action: .down, footer: shown > 0 ? "down" : nil, help: "Next \(row)",
        group: group),
      Binding(
        .up, "k", action: .up, footer: shown > 1 ? "up" : nil,
        help: "\(row.prefix(1).uppercased())\(row.dropFirst()) before", group: group),
      Binding(.pageDown, action: .pageDown, help: "A page down", group: group),
      Binding(.pageUp, action: .pageUp, help: "A page up", group: group),
      Binding(.home, action: .top, help: "First \(row)", group: group),
      Binding(.end, action: .bottom, help: "Last \(row)", group: group),
    ]
  }

  /// The keys of a list below a line that is typed, where letters are text.
  static let keysWhileTyping: [Binding<ListMove>] = [
    Binding(.down, .control("n"), action: .down, footer: "↑ choose", help: "Next row"),
    Binding(.up, .control("p"), action: .up, help: "Row before"),
    Binding(.pageDown, action: .pageDown, help: "A page down"),
    Binding(.pageUp, action: .pageUp, help: "A page up"),
  ]

  /// The keys of a page that is scrolled; `inFooter` of them stand in the footer.
  static func scrollKeys(inFooter shown: Int) -> [Binding<ListMove>] {
    [
      Binding(
        .down, "j", action: .down, footer: shown > 0 ? "down" : nil, help: "Scroll down",
        group: scrolling),
      Binding(
        .up, "k", action: .up, footer: shown > 1 ? "up" : nil, help: "Scroll up", group: scrolling),
      Binding(.pageDown, " ", action: .pageDown, help: "Scroll down a page", group: scrolling),
      Binding(.pageUp, action: .pageUp, help: "Scroll up a page", group: scrolling),
    ]
  }

  /// What the keys are called together that scroll.
  static let scrolling = KeyGroup(help: "Scroll down and up; also by pages", shown: 2)

  /// The rows that a move goes down; a page has `page`.
  func rows(page: Int) -> Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -page
    case .pageDown: page
    case .top: -Self.far
    case .bottom: Self.far
    }
  }

  /// More rows than any list has.
  private static let far = Int(Int32.max)
}
