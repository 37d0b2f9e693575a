import Screen

/// What is looked for in a list, as it is typed.
struct Search: Equatable {
  var query = ""
  /// Whether what is typed goes into the search.
  var isTyping = false

  static let keys = LineAction.keys(
    done: ("to the list", "Stop typing and keep the search"),
    cancel: ("end search", "End the search"))

  mutating func edit(_ action: LineAction) {
    switch action {
    case .done: isTyping = false
    case .cancel: self = Search()
    case .delete, .deleteWord, .clear: query.edit(action)
    }
  }

  /// Whether a text has all the words that are looked for.
  func finds(_ text: String) -> Bool {
    guard !query.isEmpty else { return true }
    let text = text.lowercased()
    return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}
