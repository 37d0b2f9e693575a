import Campaign
import Decks
import Screen

/// Where the parts of the import's screen stand in a window, and how they look.
struct ImportLayout {
  private let screen: ImportScreen
  private let frame: Frame
  /// What was found, above the list.
  private let head: Page
  /// The row that is on, below it.
  private let detail: Page
  /// Rows of the screen for each of the list, and how many of the list fit.
  private let step: Int
  let height: Int

  private var proposal: ImportProposal { screen.proposal }

  init(_ screen: ImportScreen, on stage: Stage) {
    self.screen = screen
    let frame = stage.frame
    self.frame = frame
    head = Self.head(screen, frame)
    step = frame.isNarrow && !screen.isAtPassedOver ? 2 : 1
    let isTyping = screen.takesText
    detail = frame.isLow && !isTyping ? Page(width: frame.textWidth) : Self.detail(screen, frame)
    let box = screen.choice.map { $0.height(in: frame.textWidth, isLow: frame.isLow) } ?? 0
    let columns = frame.isNarrow ? 0 : 1
    let below = detail.lines.isEmpty && box == 0 ? 0 : detail.lines.count + box + 1
    let room = frame.noticeRow - frame.top - head.lines.count - columns - below
    // One row is always there.
    height = max(1, (room - (frame.isNarrow ? 0 : 1)) / step)
  }

  // MARK: - Texts

  private static func head(_ screen: ImportScreen, _ frame: Frame) -> Page {
    let proposal = screen.proposal
    var page = Page(width: frame.textWidth)
    guard !screen.isAtPassedOver else {
      if !proposal.doubt.isEmpty { page.add("\(proposal.doubt).", marker: "! ") }
      return page
    }
    let passed = proposal.entries.filter { $0.sort != nil && !$0.isTaken }
    var words = "for \(proposal.target)"
    if !frame.isNarrow {
      words = "\(proposal.counted(screen.takenCount)) found, \(words)"
    }
    guard !passed.isEmpty else {
      page.add(words + ".")
      return page
    }
    let lines = passed.count == 1 ? "1 line" : "\(passed.count) lines"
    guard !frame.isNarrow else {
      page.add("\(words); passed over \(lines) (l shows them)")
      return page
    }
    let summary = passed.compactMap { entry in
      entry.sort.map { PassedOver(entry.line, $0, "") }
    }.summary
    page.add("\(words). Passed over \(summary) (l shows them).")
    return page
  }

  private static func detail(_ screen: ImportScreen, _ frame: Frame) -> Page {
    var page = Page(width: frame.textWidth)
    guard let entry = screen.selected else { return page }
    if let wording = screen.wording {
      page.add("\(wording)▏", marker: "› ")
      return page
    }
    guard !screen.isAtPassedOver else {
      page.add(
        entry.isOffered
          ? "Space makes a \(screen.proposal.noun.one) of a line after all."
          : "This line makes no \(screen.proposal.noun.one).")
      return page
    }
    page.add(entry.text)
    let sorter = screen.proposal.sorter
    let title = screen.proposal.options.first { $0.word == entry.choice }
    let name = title.map { $0.note.isEmpty ? $0.title : "\($0.title) (\($0.note))" } ?? "none"
    page.add("\(sorter): \(name)\(entry.reason.isEmpty ? "" : ", \(entry.reason)").")
    if let choice = screen.choice {
      page.add(
        choice.query.isEmpty ? "Letters find one, arrows move:" : "Letters: \(choice.query)")
      return page
    }
    for detail in entry.details { page.add(detail) }
    if !entry.figures.isEmpty {
      let figures = entry.figures.joined(separator: "; ")
      page.add(
        entry.keepsFigures
          ? "Figures: \(figures) (f leaves them)" : "Without the figures \(figures) (f takes them)"
      )
    }
    return page
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas) {
    let part = screen.isAtPassedOver ? " · passed over" : ""
    let count = screen.rows.count
    frame.drawHeader(
      "Import · \(proposal.source)\(part)",
      screen.isAtPassedOver
        ? (count == 1 ? "1 line" : "\(count) lines")
        : frame.isNarrow ? proposal.counted(screen.takenCount) : "nothing is kept yet", on: &canvas)
    head.draw(on: &canvas, x: frame.left, y: frame.top, height: head.lines.count)
    var y = frame.top + head.lines.count
    if !frame.isNarrow {
      if !head.lines.isEmpty { y += 1 }
      drawColumns(y: y, on: &canvas)
      y += 1
    }
    let position = screen.isAtPassedOver ? screen.passedOver : screen.found
    let rows = screen.rows
    canvas.focus = (frame.left, y)
    frame.drawList(position, from: y, step: step, on: &canvas) { index, y, style, canvas in
      draw(proposal.entries[rows[index]], y: y, style, on: &canvas)
    }
    if rows.isEmpty { canvas.draw("Nothing.", x: frame.left, y: y) }
    y += position.window.count * step
    guard !detail.lines.isEmpty else { return }
    y += 1
    detail.draw(on: &canvas, x: frame.left, y: y, height: detail.lines.count)
    if screen.wording != nil {
      let last = detail.lines.count - 1
      canvas.focus = (
        frame.left + detail.lines[last].indent + detail.lines[last].text.displayWidth - 1,
        y + last
      )
      canvas.isCursorShown = true
    }
    screen.choice?.draw(
      x: frame.left, y: y + detail.lines.count, width: frame.textWidth, isLow: frame.isLow,
      on: &canvas)
  }

  /// Columns of what each row is sorted by, and of why.
  private var sorterWidth: Int {
    min(22, (proposal.options.map(\.title.displayWidth).max() ?? 0) + 2)
  }
  private static let whyWidth = 8
  /// Where the text of a row begins.
  private static let textColumn = 8

  private var textWidth: Int {
    frame.size.width - Self.textColumn - 1 - sorterWidth - Self.whyWidth - 6
  }

  private func drawColumns(y: Int, on canvas: inout Canvas) {
    canvas.draw("line", x: 2, y: y, style: .dim)
    guard !screen.isAtPassedOver else {
      canvas.draw("what", x: Self.textColumn, y: y, style: .dim)
      canvas.draw("text", x: Self.textColumn + Self.sortWidth + 2, y: y, style: .dim)
      return
    }
    canvas.draw(proposal.noun.one, x: Self.textColumn, y: y, style: .dim)
    let column = Self.textColumn + textWidth + 2
    canvas.draw(proposal.sorter.lowercased(), x: column, y: y, style: .dim)
    canvas.draw("why", x: column + sorterWidth + 2, y: y, style: .dim)
  }

  private static let sortWidth = 16

  private func draw(_ entry: ImportEntry, y: Int, _ style: Style, on canvas: inout Canvas) {
    let isSelected = style == .reverse
    let isLeft = screen.isAtPassedOver ? entry.isTaken : !entry.isTaken
    let style = isLeft && !isSelected ? Style.dim : style
    let line = "\(entry.line)"
    if isSelected { canvas.draw("▸", x: 0, y: y, style: style) }
    if !screen.isAtPassedOver, !entry.isTaken { canvas.draw("–", x: 1, y: y, style: style) }
    let numberEnd = frame.isNarrow ? 5 : 6
    canvas.draw(line, x: max(0, numberEnd - line.count), y: y, style: style)
    let start = numberEnd + 2
    guard !screen.isAtPassedOver else {
      let sort = entry.isTaken ? "a \(proposal.noun.one) now" : entry.sort?.rawValue ?? ""
      canvas.draw(sort.truncated(to: Self.sortWidth), x: start, y: y, style: style)
      let column = start + Self.sortWidth + 2
      canvas.draw(
        entry.text.truncated(to: frame.size.width - column - 3), x: column, y: y, style: style)
      return
    }
    let name = proposal.options.first { $0.word == entry.choice }?.title ?? "–"
    guard !frame.isNarrow else {
      canvas.draw(
        entry.text.truncated(to: frame.size.width - start - 3), x: start, y: y, style: style)
      let why = entry.isTaken ? entry.reason : "left out"
      if isSelected {
        canvas.fill(x: 0, y: y + 1, width: frame.size.width, style: style)
      }
      let words = "\(name)\(entry.isGuess ? " ?" : "")\(why.isEmpty ? "" : ", \(why)")"
      canvas.draw(
        words.truncated(to: frame.size.width - start - 3), x: start, y: y + 1, style: style)
      return
    }
    canvas.draw(entry.text.truncated(to: textWidth), x: start, y: y, style: style)
    let column = start + textWidth + 2
    let end = canvas.draw(
      name.truncated(to: sorterWidth - 2), x: column, y: y, style: style)
    if entry.isGuess {
      canvas.draw("?", x: end + 1, y: y, style: isSelected || isLeft ? style : Style(.warn))
    }
    canvas.draw(
      entry.isTaken ? entry.why : "left out", x: column + sorterWidth + 2, y: y, style: style)
  }
}
