import Screen

/// Every setting with its value; the one selected is explained and can be changed.
struct SettingsScreen: ScreenModel {
  private(set) var listing: SettingsListing
  private(set) var position = ListPosition()
  /// The same among the rows, of which some are titles of sections.
  private(set) var rowPosition = ListPosition()
  /// What is being typed; nil while nothing is.
  private(set) var draft: String?

  var lines: [SettingLine] { listing.lines }

  enum Action: Sendable {
    case less, more, enter, standard, edit
    case move(ListMove)
    case type(LineAction)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.right, "l", action: .more, footer: "more", help: "The next value"),
      Binding(.left, "h", action: .less, footer: "less", help: "The value before"),
      Binding(.enter, action: .enter, footer: "type", help: "Type a value, or take the next one"),
      Binding(.backspace, action: .standard, footer: "default", help: "Back to the default"),
      Binding("e", action: .edit, footer: "edit", help: "Open the file in your editor"),
    ] + ListMove.keys(of: "setting").mapped(Action.move)

  private static let typingKeys = LineAction.keys(
    done: ("done", "Take the value"), cancel: ("leave as it was", "Leave the value as it was"))

  static let help = [
    HelpSection("Settings", keys.hints()), HelpSection("Typing a value", typingKeys.hints()),
  ]

  var helpTitle: String { Self.help[draft == nil ? 0 : 1].title }

  func keys(on stage: Stage) -> [Binding<Action>] {
    draft == nil ? Self.keys : Self.typingKeys.mapped(Action.type)
  }

  var selected: SettingLine? { lines.selected(position) }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .less: return change(to: selected?.before)
    case .more: return change(to: selected?.after)
    case .enter where selected?.isTyped == true: draft = selected?.value
    case .enter: return change(to: selected?.after ?? selected?.standard)
    case .standard: return selected.map { [.changeSetting($0.name, to: nil)] } ?? []
    case .edit: return [.editSettings]
    case .move(let move): position.move(move)
    case .type(.done):
      defer { draft = nil }
      return change(to: draft)
    case .type(.cancel): draft = nil
    case .type(let action): draft?.edit(action)
    }
    return []
  }

  private func change(to value: String?) -> [Effect] {
    guard let selected, let value else { return [] }
    return [.changeSetting(selected.name, to: value)]
  }

  var takesText: Bool { draft != nil }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard draft != nil, case .character(let character) = key else { return nil }
    draft?.append(character)
    return []
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .settings(let listing, _) = outcome { Self(listing: listing) } else { nil }
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .settings(let listing, _): self.listing = listing
    // It could not be written, and stands there again.
    case .settingUnkept(let value, _): if selected?.isTyped == true { draft = value }
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    let height = height(in: stage.frame)
    position.settle(count: lines.count, height: height)
    let rows = rows
    let row = rows.firstIndex { $0 == .setting(position.selected) } ?? 0
    // The title of a section comes into view with the first of it.
    for row in [row > 0 && rows[row - 1].isTitle ? row - 1 : row, row] {
      rowPosition.select(row)
      rowPosition.settle(count: rows.count, height: height)
    }
  }
}
