/// Reading single values, with a fault for each that is not as it should be.
extension FaultList {
  /// Reads a text; nil with a fault if it is none, or empty.
  package mutating func text(_ node: YAMLNode, key: String) -> String? {
    text(node, name: "`\(key)`")
  }

  private mutating func text(_ node: YAMLNode, name: String) -> String? {
    switch node.content {
    case .scalar(let text, _):
      let trimmed = text.trimmed
      if trimmed.isEmpty || node.isNull {
        error(node.place, "\(name) is empty")
        return nil
      }
      return trimmed
    case .sequence:
      error(node.place, "\(name) wants one text, not a list")
    case .mapping:
      error(node.place, "\(name) wants a text; one with `: ` in it must be in quotes, '…'")
    case .unusable: break
    }
    return nil
  }

  /// Reads a list of texts, or one text as a list of one.
  package mutating func texts(_ node: YAMLNode, key: String) -> [String] {
    guard case .sequence(let items) = node.content else {
      return text(node, key: key).map { [$0] } ?? []
    }
    if items.isEmpty { error(node.place, "`\(key)` is empty") }
    var texts: [String] = []
    for (index, item) in items.enumerated() {
      if let text = text(item, name: "item \(index + 1) of `\(key)`") { texts.append(text) }
    }
    return texts
  }

  /// Reads an id.
  mutating func id(_ node: YAMLNode, key: String) -> String? {
    guard let text = text(node, key: key) else { return nil }
    guard CardID.isWellFormed(text) else {
      error(
        node.place,
        "`\(text.shortened)` cannot be an id; ids have letters A–Z, digits, `.`, `_` and `-`, "
          + "and start with a letter or a digit")
      return nil
    }
    return text
  }

  /// Reads the kind of a card.
  mutating func kind(_ node: YAMLNode) -> CardKind? {
    guard let text = text(node, key: "kind") else { return nil }
    if let kind = CardKind(rawValue: text) { return kind }
    let kinds = CardKind.allCases.map(\.rawValue)
    error(
      node.place,
      "unknown kind `\(text.shortened)`; "
        + (Suggestion.nearest(to: text, among: kinds).map { "did you mean `\($0)`?" }
          ?? "there are \(kinds.joined(separator: ", "))"))
    return nil
  }

  /// Reads `true` or `false`.
  package mutating func truth(_ node: YAMLNode, key: String) -> Bool? {
    if case .unusable = node.content { return nil }
    if case .scalar(let text, isPlain: true) = node.content {
      switch text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: break
      }
    }
    error(node.place, "`\(key)` is `true` or `false`, without quotes")
    return nil
  }

  /// Reads a number of days.
  mutating func days(_ node: YAMLNode, key: String) -> Int? {
    if case .unusable = node.content { return nil }
    if case .scalar(let text, isPlain: true) = node.content, text.utf8.allSatisfy(\.isDigit),
      let days = Int(text), (1...36_500).contains(days)
    {
      return days
    }
    error(node.place, "`\(key)` is a whole number of days, from 1 to 36500, without quotes")
    return nil
  }
}

extension YAMLNode {
  /// Whether nothing stands here, or one of YAML's words for nothing.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

extension String {
  /// The text without blanks and line ends around it.
  var trimmed: String {
    func isSpace(_ byte: UInt8) -> Bool { byte.isBlank || byte.isBreak }
    guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
      return self
    }
    guard let start = utf8.firstIndex(where: { !isSpace($0) }),
      let end = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[start...end])
  }
}
