import Screen

/// What one does to a line while it is typed; every character is text meanwhile.
enum LineAction: Sendable {
  case done, cancel, delete, deleteWord, clear

  /// The keys, with what the first two do there: a word for the footer, and one for the help.
  static func keys(
    done: (footer: String, help: String), cancel: (footer: String, help: String)
  ) -> [Binding<LineAction>] {
    [
      Binding(.enter, action: .done, footer: done.footer, help: done.help),
      Binding(.escape, action: .cancel, footer: cancel.footer, help: cancel.help),
      Binding(.backspace, action: .delete, help: "Delete a character"),
      Binding(.control("w"), action: .deleteWord, help: "Delete a word", group: deleting),
      Binding(.control("u"), action: .clear, help: "Delete everything", group: deleting),
    ]
  }

  private static let deleting = KeyGroup(help: "Delete a word, or everything")
}

extension String {
  /// Deletes what an action deletes.
  mutating func edit(_ action: LineAction) {
    switch action {
    case .done, .cancel: break
    case .delete: self = String(dropLast())
    case .deleteWord:
      let rest = reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
      self = String(rest.reversed())
    case .clear: self = ""
    }
  }
}
