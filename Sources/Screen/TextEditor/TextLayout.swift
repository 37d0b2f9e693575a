/// Where the lines of a text are when they are wrapped to one width, as far as anybody has asked.
///
/// In text that can break anywhere, such as Han or emoji, a character more moves every line after
/// it. So lines far after a change are forgotten, and found again when the cursor comes near.
struct TextLayout: Equatable, Sendable {
  /// A line of the screen, in offsets in UTF-8.
  struct Line: Equatable, Sendable {
    /// Where the line starts; it goes on to the next one's start.
    var start: Int
    /// What is seen of it: not the spaces at which it was wrapped, nor the line break.
    var shown: Range<Int>
  }

  let width: Int
  private(set) var lines: [Line] = []
  /// Where the first line starts that is not laid out; nil when all are.
  private(set) var rest: Int? = 0

  /// Lays out a text up to `margin` lines after the one that holds `offset`.
  init(_ text: String, width: Int, to offset: Int, margin: Int) {
    self.width = width
    reach(offset, margin: margin, in: text)
  }

  /// The line that the character at `offset` is on, or the last one at the text's end.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Goes on until `margin` lines are laid out after the one that holds `offset`.
  mutating func reach(_ offset: Int, margin: Int, in text: String) {
    guard let start = rest else { return }
    var reader = LineReader(text, from: start, width: width)
    while let rest, rest <= offset || lines.count <= line(at: offset) + margin,
      let line = reader.next()
    {
      lines.append(line)
      self.rest = reader.start
    }
  }

  /// Lays out what changed when `old` was replaced by `count` bytes, up to `margin` lines after it.
  ///
  /// The start of `old` must have been reached; `text` is the new text.
  mutating func update(_ text: String, replacing old: Range<Int>, with count: Int, margin: Int) {
    let shift = count - old.count
    // A shorter word may now fit on the line before.
    let first = max(0, line(at: old.lowerBound) - 1)
    var fresh: [Line] = []
    var linesAfter = 0
    var next = first
    var reader = LineReader(text, from: lines[first].start, width: width)
    while let line = reader.next() {
      if line.start >= old.lowerBound + count {
        while next < lines.count, lines[next].start + shift < line.start { next += 1 }
        if next < lines.count, lines[next].start + shift == line.start {
          // From a line that starts where one started before, everything is as it was.
          lines.replaceSubrange(first..<next, with: fresh)
          for index in (first + fresh.count)..<lines.count { lines[index].move(by: shift) }
          rest = rest.map { $0 + shift }
          return
        }
        linesAfter += 1
      }
      fresh.append(line)
      if linesAfter > margin { break }
    }
    lines.replaceSubrange(first..., with: fresh)
    rest = reader.start
  }
}

extension TextLayout.Line {
  fileprivate mutating func move(by shift: Int) {
    start += shift
    shown = (shown.lowerBound + shift)..<(shown.upperBound + shift)
  }
}

/// Reads the lines of a text from one of them on.
private struct LineReader {
  private let text: String
  private var wrapper: LineWrapper

  init(_ text: String, from start: Int, width: Int) {
    self.text = text
    wrapper = LineWrapper(text[text.index(atByte: start)...], width: width)
  }

  /// Where the next line starts; nil after the last one.
  var start: Int? { wrapper.start.map(text.byte(at:)) }

  mutating func next() -> TextLayout.Line? {
    guard let start = wrapper.start, let line = wrapper.next() else { return nil }
    return TextLayout.Line(
      start: text.byte(at: start),
      shown: text.byte(at: line.startIndex)..<text.byte(at: line.endIndex))
  }
}

/// Positions as offsets in UTF-8, which stay what they are when the text after them changes.
extension String {
  func index(atByte offset: Int) -> Index { utf8.index(startIndex, offsetBy: offset) }

  func byte(at index: Index) -> Int { utf8.distance(from: startIndex, to: index) }

  subscript(bytes range: Range<Int>) -> Substring {
    self[index(atByte: range.lowerBound)..<index(atByte: range.upperBound)]
  }
}
