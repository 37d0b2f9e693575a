import Practice
import Screen

/// All wordings of one text, laid out for a window: one under the other, or two side by side where there
/// is room, with what differs underlined.
struct WordingsPage {
  /// Pieces of a row, each with its column and style.
  typealias Row = [(text: String, x: Int, style: Style)]

  private(set) var lines: [Row] = []
  private let frame: Frame

  /// From so many columns on two stand side by side.
  private static let wide = 120

  /// - Parameters:
  ///   - conflict: the text; nil where nothing is to be settled.
  ///   - frame: the window.
  ///   - isWriting: whether another is written below them.
  init(_ conflict: WordingConflict?, _ frame: Frame, isWriting: Bool = false) {
    self.frame = frame
    guard let conflict else {
      add("Nothing is to be settled any more. u takes back what was chosen last.")
      return
    }
    add(conflict.heading, style: .bold)
    let parts = Self.differences(conflict.wordings.map(\.text))
    if frame.size.width >= Self.wide, conflict.wordings.count == 2 {
      let width = (frame.size.width - 2 * frame.left.clamped - 4) / 2
      let blocks = conflict.wordings.indices.map { place in
        Self.block(conflict.wordings[place], place, parts[place], width: width)
      }
      lines.append([])
      for row in 0..<max(blocks[0].count, blocks[1].count) {
        let left = row < blocks[0].count ? blocks[0][row] : []
        let right = row < blocks[1].count ? blocks[1][row] : []
        lines.append(left + right.map { ($0.text, $0.x + width + 4, $0.style) })
      }
    } else {
      for (place, wording) in conflict.wordings.enumerated() {
        if !frame.isLow { lines.append([]) }
        lines += Self.block(wording, place, parts[place], width: frame.textWidth)
      }
    }
    guard !frame.isLow, !isWriting else { return }
    lines.append([])
    add("Both are kept until you choose; nothing is lost whichever you take.")
  }

  private mutating func add(_ text: String, style: Style = .plain) {
    for line in text.wrapped(to: frame.textWidth) { lines.append([(String(line), 0, style)]) }
  }

  /// The number, the machine and the time of a wording, and below them its text.
  private static func block(
    _ wording: WordingConflict.Wording, _ place: Int, _ part: Range<Int>, width: Int
  ) -> [Row] {
    let use = place == 0 ? "used now" : ""
    let room = width - (use.isEmpty ? 0 : use.count + 2)
    var rows: [Row] = [
      [("\(place + 1)  \(wording.machine), \(wording.time)".truncated(to: room), 0, .bold)]
    ]
    if !use.isEmpty { rows[0].append((use, width - use.count, .plain)) }
    let indent = 3
    let text = wording.text.isEmpty ? "(nothing)" : wording.text
    let part = wording.text.isEmpty ? 0..<0 : part
    for line in text.wrapped(to: max(1, width - indent)) {
      let start = text.distance(from: text.startIndex, to: line.startIndex)
      let marked = part.clamped(to: start..<(start + line.count))
      let (before, end) = (marked.lowerBound - start, marked.upperBound - start)
      guard !marked.isEmpty else {
        rows.append([(String(line), indent, .plain)])
        continue
      }
      let head = String(line.prefix(before))
      let middle = String(line.prefix(end).dropFirst(before))
      var style = Style.plain
      style.attributes.insert(.underline)
      rows.append([
        (head, indent, .plain), (middle, indent + head.displayWidth, style),
        (
          String(line.dropFirst(end)), indent + head.displayWidth + middle.displayWidth, .plain
        ),
      ])
    }
    return rows
  }

  /// What of each text is not in all of them: between the words with which all begin, and those with which
  /// all end, in characters.
  static func differences(_ texts: [String]) -> [Range<Int>] {
    let texts: [[Character]] = texts.map { Array($0) }
    guard let first = texts.first else { return [] }
    let shortest = texts.map(\.count).min() ?? 0
    func differ(_ place: (Int) -> Int) -> Bool {
      texts.contains { $0[place($0.count)] != first[place(first.count)] }
    }
    var head = (0..<shortest).first { place in differ { _ in place } } ?? shortest
    // Whole words: a letter in common says nothing.
    let isWhole = texts.allSatisfy { $0.count == head }
    while head > 0, !isWhole, !first[head - 1].isWhitespace { head -= 1 }
    let rest = shortest - head
    var tail = (0..<rest).first { place in differ { $0 - 1 - place } } ?? rest
    func isAtWord(_ text: [Character]) -> Bool {
      let start = text.count - tail
      return start == head || text[start].isWhitespace || text[start - 1].isWhitespace
    }
    while tail > 0, !texts.allSatisfy(isAtWord) { tail -= 1 }
    return texts.map { head..<max(head, $0.count - tail) }
  }

  func draw(from scroll: Int, height: Int, on canvas: inout Canvas) {
    let first = min(max(0, scroll), max(0, lines.count - height))
    let left = frame.size.width >= Self.wide ? frame.left.clamped : frame.left
    for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
      for piece in line {
        canvas.draw(piece.text, x: left + piece.x, y: frame.top + row, style: piece.style)
      }
    }
    canvas.focus = (left, frame.top)
    let last = min(lines.count, first + height)
    let x = frame.size.width - 1
    if first > 0 { canvas.draw("↑", x: x, y: frame.top, style: .dim) }
    if last < lines.count {
      canvas.draw("↓", x: x, y: frame.top + last - first - 1, style: .dim)
    }
  }
}

extension Int {
  /// A margin that is no wider than it has to be.
  fileprivate var clamped: Int { Swift.min(self, 2) }
}
