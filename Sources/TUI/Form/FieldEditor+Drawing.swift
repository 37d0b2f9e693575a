import Campaign
import Decks
import Practice
import Scheduler
import Screen

// How a field of a form looks: open, and as a line of what it holds.

extension FieldEditor {
  var isLine: Bool { if case .line = state { true } else { false } }
  var isBox: Bool { if case .box = state { true } else { false } }

  /// Whether what is chosen or written in it stands below its name.
  var needsRows: Bool {
    switch state {
    case .line, .choice: false
    case .box, .marks, .rows: true
    }
  }

  /// The words in it that are said aloud one day.
  var toldWords: Int {
    if case .box(let editor) = state, case .box(isTold: true) = field.kind {
      editor.wordCount
    } else {
      0
    }
  }

  /// Rows below its name that it would take.
  func wantedHeight(in frame: Frame, valueWidth: Int) -> Int {
    switch state {
    // What it takes, or what was understood.
    case .line: return field.hint.isEmpty && !isWhen ? 0 : 1
    case .box(let editor): return max(2, editor.knownLines)
    case .choice(let choice): return choice.height(in: valueWidth, isLow: frame.isLow)
    case .marks(let grid): return frame.isNarrow ? grid.options.count : grid.height
    case .rows(let table): return table.height(isNarrow: frame.isNarrow)
    }
  }

  /// What is wrong with it, for below it.
  func faultLines(in frame: Frame, most: Int? = nil) -> [String] {
    guard let fault else { return [] }
    return "! \(fault)".wrapped(to: frame.textWidth, most: most ?? (frame.isLow ? 2 : 3))
  }

  // MARK: - As a line

  /// What it holds, in a line.
  func summary(_ families: [Family], isNarrow: Bool) -> String {
    switch state {
    case .line(let editor): return editor.text.isBlank ? "empty" : editor.text
    case .box(let editor):
      guard !editor.text.isBlank else { return "empty" }
      let lines = editor.text.split(whereSeparator: \.isNewline)
      if case .lines = field.kind {
        let written = lines.filter { !$0.allSatisfy(\.isWhitespace) }
        return isNarrow ? "\(written.count)" : written.joined(separator: "; ")
      }
      let count = editor.wordCount.of("word")
      return isNarrow ? count : "\(count.padded(to: 10)) \(lines.joined(separator: " "))"
    case .choice(let choice): return choice.option?.title ?? "–"
    case .marks(let grid):
      let marked = grid.marked
      guard !marked.isEmpty else { return "none" }
      guard !isNarrow else { return "\(marked.count)" }
      let words = marked.map { option, word in
        let title = marked.count > 2 ? families.shortTitle(of: option.word) : option.title
        return grid.words.count > 1 ? "\(title) (\(word.title))" : title
      }
      return "\(marked.count): \(words.joined(separator: ", "))"
    case .rows(let table):
      let written = table.written.compactMap(\.first?.text)
      guard !written.isEmpty else { return "none" }
      return isNarrow
        ? "\(written.count)" : "\(written.count): \(written.joined(separator: "; "))"
    }
  }

  // MARK: - Open

  /// Draws it beside its name, and in some rows below that.
  func drawOpen(
    in frame: Frame, x: Int, y: Int, width: Int, height: Int, _ stage: Stage,
    on canvas: inout Canvas
  ) {
    switch state {
    case .line:
      drawLine(x: x, y: y, width: width, isOpen: true, on: &canvas)
      guard height > 0 else { return }
      let words = isWhen && !text.isBlank && fault == nil ? understood(on: stage) : field.hint
      // Where columns are scarce it has all of them.
      let left = frame.isNarrow ? frame.left : x
      canvas.draw(words.truncated(to: x + width - left), x: left, y: y + 1)
    case .box(let editor):
      let count = editor.text.isBlank ? field.hint : count(of: editor)
      canvas.draw(count.truncated(to: width), x: x, y: y)
      editor.draw(
        on: &canvas, x: frame.left, y: y + 1,
        size: Size(width: frame.textWidth, height: max(1, height)), hasFocus: true)
    case .choice(let choice):
      let sought = choice.query.isEmpty ? field.hint : "“\(choice.query)”"
      let end = canvas.draw(
        "‹ \(choice.option?.title ?? "–") ›".truncated(to: width), x: x, y: y, style: .bold)
      canvas.draw(sought.truncated(to: max(0, x + width - end - 3)), x: end + 3, y: y)
      guard height > 0 else { return }
      choice.draw(x: x, y: y + 1, width: width, isLow: frame.isLow, on: &canvas)
    case .marks(let grid):
      let keys = grid.words.count > 1 ? "→ stronger  ← weaker" : "→ yes  ← no"
      canvas.draw(keys.truncated(to: width), x: x, y: y)
      grid.draw(
        x: frame.left, y: y + 1, width: frame.textWidth, height: height, families: stage.families,
        isNarrow: frame.isNarrow, on: &canvas)
    case .rows(let table):
      let keys =
        frame.isNarrow ? "Enter: next row" : "Enter: next row  Ctrl-K: take an empty one away"
      canvas.draw(keys.truncated(to: width), x: x, y: y)
      table.draw(
        x: frame.left, y: y + 1, width: frame.textWidth, height: height,
        isNarrow: frame.isNarrow, on: &canvas)
    }
  }

  private func count(of editor: TextEditor) -> String {
    if case .lines = field.kind { return field.hint }
    return editor.wordCount.of("word")
  }

  /// Draws it as one line of a row.
  func drawLine(x: Int, y: Int, width: Int, isOpen: Bool, on canvas: inout Canvas) {
    switch state {
    case .line(let editor), .box(let editor):
      guard isOpen else {
        canvas.draw(editor.text.truncated(to: width), x: x, y: y)
        return
      }
      let rest = rest
      let end = x + editor.text.displayWidth
      if !rest.isEmpty, end < x + width {
        canvas.draw(rest.truncated(to: x + width - end), x: end, y: y, style: .dim)
      }
      editor.draw(
        on: &canvas, x: x, y: y, size: Size(width: width, height: 1), hasFocus: true)
    case .choice(let choice):
      if isOpen { canvas.focus = (x, y) }
      canvas.draw(
        (choice.option?.title ?? "–").truncated(to: width), x: x, y: y,
        style: isOpen ? .reverse : .plain)
    case .marks, .rows: break
    }
  }

  // MARK: - Days

  /// Whether it is a day or a moment.
  private var isWhen: Bool {
    switch field.kind {
    case .day, .moment: true
    default: false
    }
  }

  /// What is understood of a day or a moment.
  private func understood(on stage: Stage) -> String {
    do throws(WrittenTimeFault) {
      let read = try WrittenTime(
        text.trimmed, now: stage.now.time, clocks: stage.clocks, startHour: stage.startHour)
      if case .day = field.kind {
        return "\(DateText.dayAndYear(read.day)) (\(DateText.days(read.day - stage.today)))"
      }
      return read.understood(at: stage.now, clocks: stage.clocks, startHour: stage.startHour)
    } catch {
      return error.words(text.trimmed)
    }
  }
}
