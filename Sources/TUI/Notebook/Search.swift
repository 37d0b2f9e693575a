import Screen

/// What is looked for in a list, as it is typed.
struct Search: Equatable {
  private(set) var query = ""
  /// Whether what is typed goes into the search.
  var isTyping = false

  enum Action: Sendable { case done, cancel, delete, clear }

  /// While one searches every character is text.
  static let keys: [Binding<Action>] = [
    Binding(.enter, action: .done, footer: "to the list", help: "Stop typing and keep the search"),
    Binding(.escape, action: .cancel, footer: "end search", help: "End the search"),
    Binding(.backspace, action: .delete, help: "Delete a character"),
    Binding(.control("u"), action: .clear, help: "Delete everything"),
  ]

  mutating func press(_ key: Key) {
    switch Self.keys.action(for: key) {
    case .done: isTyping = false
    case .cancel: self = Search()
    case .delete: query = String(query.dropLast())
    case .clear: query = ""
    case nil: if case .character(let character) = key { query.append(character) }
    }
  }

  /// Whether a text has all the words that are looked for.
  func finds(_ text: String) -> Bool {
    guard !query.isEmpty else { return true }
    let text = text.lowercased()
    return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}
