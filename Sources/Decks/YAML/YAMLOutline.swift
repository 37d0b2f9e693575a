/// A document cut into the items of its one long list and what stands around them.
///
/// Each item is parsed by itself. So a fault in a card leaves the other cards to be read, and the
/// time is that of the sum of the cards.
struct YAMLOutline {
  /// The lines, numbered from 0, before the first item: they end with the key of the list.
  private(set) var head: Range<Int>
  /// The lines of each item; the first of them starts with the dash.
  private(set) var items: [Range<Int>] = []
  /// The lines after the last item.
  private(set) var tail: Range<Int>

  /// Looks for the items below a key that stands at the left edge, alone on its line.
  ///
  /// An item starts with a dash at exactly the column of the first, and goes on until a line that is
  /// indented no more than that. Nothing inside a card can be, but for text in quotes over several
  /// lines that breaks YAML's rule of indentation.
  init(_ lines: YAMLLines, list key: String) {
    head = 0..<lines.count
    tail = lines.count..<lines.count
    let keyLine = (0..<lines.count).first {
      lines.content(of: $0).map { $0.indent == 0 && $0.text.isBareKey(key) } ?? false
    }
    guard let keyLine else { return }
    var line = keyLine + 1
    var start: Int?
    var indent = 0
    while line < lines.count {
      defer { line += 1 }
      guard let content = lines.content(of: line) else { continue }
      if start == nil {
        guard content.text.isListItem else { return }
        indent = content.indent
        head = 0..<line
      } else if content.indent > indent {
        continue
      }
      if let start { items.append(start..<line) }
      start = line
      guard content.indent == indent, content.text.isListItem else {
        tail = line..<lines.count
        return
      }
    }
    if let start { items.append(start..<lines.count) }
  }
}
