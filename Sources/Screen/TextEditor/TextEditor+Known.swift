extension TextEditor {
  /// What is still missing of the known text that is likely meant.
  ///
  /// - Parameter known: the texts that are known, the likelier first.
  /// - Returns: the end of the first that begins as what is typed; empty if none does, or the attention is
  ///   not at the end of it.
  public func rest(of known: [String]) -> String {
    guard !text.isEmpty, isAtEnd else { return "" }
    let typed = text.lowercased()
    let found = known.first { $0.lowercased().hasPrefix(typed) && $0.count > text.count }
    return String(found?.dropFirst(text.count) ?? "")
  }
}
