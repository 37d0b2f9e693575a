import Practice
import Scheduler
import Screen

/// A few lines to be filled in, one of them open: what is typed goes into that one.
///
/// Each line has what it asks for above it and, when it is wrong, why below it. What is understood
/// of the whole stands where the screen puts it.
struct EntryForm: Equatable {
  /// One line of the form.
  struct Line: Equatable {
    /// What it asks for.
    let title: String
    /// Texts that are known; the one that begins as what is typed is offered.
    var known: [String] = []
    /// Why it could not be taken as it is; nil while nothing is wrong with it.
    fileprivate(set) var fault: String?
    fileprivate(set) var editor = TextEditor(size: Size(width: 1, height: 1))

    init(_ title: String, known: [String] = []) {
      self.title = title
      self.known = known
    }

    var text: String { editor.text }

    /// What is still missing of the known text that is likely meant; empty if none is.
    fileprivate var rest: String { editor.rest(of: known) }
  }

  private(set) var lines: [Line]
  /// The line that is typed into.
  private(set) var focus = 0
  private var clock = SaveClock()

  init(_ lines: [Line]) { self.lines = lines }

  var texts: [String] { lines.map(\.text) }
  /// Whether the last line is open, behind which the form is done.
  var isAtLast: Bool { focus == lines.count - 1 }

  // MARK: - Writing

  /// Does what a key means in the open line; false if it means nothing there.
  mutating func handle(_ key: Key, at time: Timestamp) -> Bool {
    if key == .right || key == .end, !lines[focus].rest.isEmpty {
      let rest = lines[focus].rest
      change(at: time) { $0.paste(rest) }
      return true
    }
    // One line is one line.
    guard key != .up, key != .down else { return false }
    var isMeant = false
    change(at: time) { isMeant = $0.handle(key) }
    return isMeant
  }

  /// Takes text that was pasted, as one line.
  mutating func paste(_ text: String, at time: Timestamp) {
    let line = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
    change(at: time) { $0.paste(line.joined(separator: " ")) }
  }

  private mutating func change(at time: Timestamp, _ body: (inout TextEditor) -> Void) {
    let before = lines[focus].text
    body(&lines[focus].editor)
    guard lines[focus].text != before else { return }
    lines[focus].fault = nil
    clock.changed(at: time)
  }

  /// Begins with what was typed before.
  mutating func begin(with texts: [String]) {
    for (index, text) in texts.prefix(lines.count).enumerated() where lines[index].text.isEmpty {
      lines[index].editor.paste(text)
    }
    clock.saved()
  }

  /// Writes a line anew.
  mutating func replace(_ line: Int, with text: String) {
    guard lines.indices.contains(line) else { return }
    lines[line] = Line(lines[line].title, known: lines[line].known)
    lines[line].editor.paste(text)
  }

  mutating func open(_ line: Int) { focus = min(max(0, line), lines.count - 1) }

  /// Says why a line cannot be taken as it is, and opens it.
  mutating func mark(_ line: Int, _ fault: String) {
    lines[line].fault = fault
    open(line)
  }

  mutating func offer(_ known: [String], at line: Int) { lines[line].known = known }

  // MARK: - Keeping

  mutating func saved() { clock.saved() }
  func nextSave(after time: Timestamp) -> Int? { clock.nextSave(after: time) }
  var isUnsaved: Bool { clock.unsavedSince != nil }

  // MARK: - Drawing

  mutating func layOut(in frame: Frame) {
    for index in lines.indices {
      lines[index].editor.layOut(in: Size(width: frame.textWidth, height: 1))
    }
  }

  /// Draws the lines from a row on.
  ///
  /// - Returns: the row after them.
  func draw(in frame: Frame, from top: Int, hasFocus: Bool = true, on canvas: inout Canvas) -> Int {
    var y = top
    for (index, line) in lines.enumerated() {
      let isOpen = hasFocus && index == focus
      canvas.draw(line.title.truncated(to: frame.textWidth), x: frame.left, y: y)
      for row in [y, y + 1] {
        canvas.mark(x: 0, y: row, width: frame.size.width, as: .field(index))
      }
      if isOpen { canvas.draw("▸", x: frame.left - 2, y: y + 1, style: .bold) }
      let rest = line.rest
      if isOpen, !rest.isEmpty {
        let x = frame.left + line.text.displayWidth
        let room = frame.left + frame.textWidth - x
        if room > 0 { canvas.draw(rest.truncated(to: room), x: x, y: y + 1, style: .dim) }
      }
      line.editor.draw(
        on: &canvas, x: frame.left, y: y + 1, size: Size(width: frame.textWidth, height: 1),
        hasFocus: isOpen)
      y += 2
      if let fault = line.fault {
        // The lines below it keep their rows.
        let room = frame.noticeRow - y - 3 * (lines.count - 1 - index)
        let parts = "! \(fault)".wrapped(to: frame.textWidth, most: min(4, max(1, room)))
        for (row, part) in parts.enumerated() {
          canvas.draw(part, x: frame.left, y: y, style: .bold)
          if row == 0 { canvas.draw("!", x: frame.left, y: y, style: Style(.error)) }
          y += 1
        }
      }
      if index < lines.count - 1 { y += 1 }
    }
    return y
  }
}

/// What one does in a form of lines; every other key is typed.
enum EntryAction: Sendable {
  case enter, next, before, done, back

  /// The keys.
  ///
  /// - Parameters:
  ///   - footer: what keeping it is called.
  ///   - isAtLast: whether the last line is open, behind which the form is done.
  /// - Returns: the table.
  static func keys(keeping footer: String, isAtLast: Bool = true) -> [Binding<EntryAction>] {
    [
      Binding(
        .enter, action: .enter, footer: isAtLast ? footer : "next line",
        help: "The next line; in the last one, keep it"),
      Binding(
        .escape, action: .back, footer: "back", help: "Back; what is typed is there next time"),
      Binding(
        .tab, action: .next, footer: isAtLast ? "other line" : nil, help: "The next line"),
      Binding(.backTab, action: .before, help: "The line before"),
      Binding(.control("d"), action: .done, footer: "keep", help: "Keep it"),
    ]
  }
}
