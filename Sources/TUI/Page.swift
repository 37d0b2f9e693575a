import Decks
import Screen

/// Text laid out for one width: what a screen shows between its header and its footer.
///
/// A page is built from paragraphs and drawn from a first line on, so that what doesn't fit can be
/// scrolled to.
struct Page: Equatable {
  /// A line of the page, in one style.
  struct Line: Equatable {
    var text: String
    var style: Style
    var indent: Int
    /// Signs, letters, bars and figures of it that stand for something.
    var tints: [Tint] = []
  }

  /// A part of a line that stands for something, by characters from its start.
  struct Tint: Equatable {
    var range: Range<Int>
    var role: Style.Role
  }

  let width: Int
  private(set) var lines: [Line] = []

  init(width: Int) { self.width = width }

  /// Adds wrapped text; `marker` stands before its first line and the others align behind it.
  ///
  /// If that is an exclamation mark, `sign` is what it stands for.
  mutating func add(
    _ text: String, style: Style = .plain, marker: String = "", indent: Int = 0,
    sign: Style.Role = .warn
  ) {
    let inset = indent + marker.displayWidth
    let wrapped = text.wrapped(to: max(1, width - inset))
    for (index, line) in wrapped.enumerated() {
      lines.append(
        Line(
          text: index == 0 ? marker + String(line) : String(line), style: style,
          indent: index == 0 ? indent : inset,
          tints: index == 0 && marker.hasPrefix("!") ? [Tint(range: 0..<1, role: sign)] : []))
    }
  }

  /// Adds what is wrong in a deck file, its place, and how to get there.
  mutating func add(_ fault: Fault) {
    let file = fault.path.split(separator: "/").last ?? ""
    add("\(file), line \(fault.line): \(fault.message)", style: .bold, marker: "! ", sign: .error)
    add("Press e to open the file. Its cards are unavailable until it is fixed; nothing is lost.")
  }

  /// Adds a line as it is, for what is laid out already; what is too wide is cut.
  mutating func add(verbatim text: String, style: Style = .plain, tints: [Tint] = []) {
    lines.append(Line(text: text.truncated(to: width), style: style, indent: 0, tints: tints))
  }

  /// Adds an empty line, unless the page is empty or already ends in one.
  mutating func addGap() {
    if let last = lines.last, !last.text.isEmpty {
      lines.append(Line(text: "", style: .plain, indent: 0))
    }
  }

  /// Adds a heading with the items under it; nothing when there are none.
  mutating func add(_ heading: String, items: [String], marker: String) {
    guard !items.isEmpty else { return }
    addGap()
    add(heading, style: .bold)
    for item in items { add(item, marker: marker, indent: 1) }
  }

  /// The furthest first line that still fills a window of `height` lines.
  func lastTop(height: Int) -> Int { max(0, lines.count - height) }

  /// The first line after a move from `top`, which may be one of a longer page.
  func top(_ top: Int, after move: ListMove, height: Int) -> Int {
    let last = lastTop(height: height)
    return min(max(0, min(top, last) + move.rows(page: height)), last)
  }

  /// Draws the lines from `top` on into a window, with a sign where there is more.
  func draw(on canvas: inout Canvas, x: Int, y: Int, height: Int, from top: Int = 0) {
    guard height > 0 else { return }
    let first = min(max(0, top), lastTop(height: height))
    for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
      canvas.draw(line.text, x: x + line.indent, y: y + row, style: line.style)
      for tint in line.tints {
        canvas.tint(line.text, tint.range, x: x + line.indent, y: y + row, tint.role)
      }
    }
    if first > 0 { canvas.draw("↑", x: x + width, y: y, style: .dim) }
    if first < lastTop(height: height) {
      canvas.draw("↓", x: x + width, y: y + height - 1, style: .dim)
    }
  }
}

extension Canvas {
  /// Draws some characters of a text once more, as what they stand for.
  mutating func tint(
    _ text: String, _ range: Range<Int>, x: Int, y: Int, _ role: Style.Role
  ) {
    let characters = Array(text)
    let range = range.clamped(to: 0..<characters.count)
    let column = x + String(characters[..<range.lowerBound]).displayWidth
    draw(String(characters[range]), x: column, y: y, style: Style(role))
  }
}
