import Screen

/// Every setting with its value; the one selected is explained and can be changed.
struct SettingsScreen: Equatable {
  private(set) var listing: SettingsListing
  private(set) var position = ListPosition()
  /// What is being typed; nil while nothing is.
  private(set) var draft: String?

  init(_ listing: SettingsListing) { self.listing = listing }

  var lines: [SettingLine] { listing.lines }

  enum Action: Sendable { case less, more, type, standard, edit, up, down, top, bottom }

  static let keys: [Binding<Action>] = [
    Binding(.right, .character("l"), action: .more, footer: "more", help: "The next value"),
    Binding(.left, .character("h"), action: .less, footer: "less", help: "The value before"),
    Binding(.enter, action: .type, footer: "type", help: "Type a value, or take the next one"),
    Binding(.backspace, action: .standard, footer: "default", help: "Back to the default"),
    Binding(
      .character("e"), action: .edit, footer: "edit", help: "Open the file in your editor"),
    Binding(.down, .character("j"), action: .down, help: "Next setting"),
    Binding(.up, .character("k"), action: .up, help: "Setting before"),
    Binding(.home, action: .top, help: "First setting"),
    Binding(.end, action: .bottom, help: "Last setting"),
  ]

  enum TypingAction: Sendable { case done, cancel, delete, clear }

  /// While a value is typed every character is text.
  static let typingKeys: [Binding<TypingAction>] = [
    Binding(.enter, action: .done, footer: "done", help: "Take the value"),
    Binding(.escape, action: .cancel, footer: "leave as it was", help: "Leave the value as it was"),
    Binding(.backspace, action: .delete, help: "Delete a character"),
    Binding(.control("u"), action: .clear, help: "Delete everything"),
  ]

  var hints: [KeyHint] { draft == nil ? Self.keys.hints() : Self.typingKeys.hints() }

  var selected: SettingLine? {
    lines.indices.contains(position.selected) ? lines[position.selected] : nil
  }

  mutating func move(by rows: Int) { position.move(by: rows, count: lines.count) }

  mutating func setDraft(_ text: String?) { draft = text }

  /// Takes in the settings anew and stays where it was.
  mutating func renew(_ listing: SettingsListing) {
    self.listing = listing
    move(by: 0)
  }
}
