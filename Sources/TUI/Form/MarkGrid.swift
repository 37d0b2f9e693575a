import Campaign
import Decks
import Practice
import Screen

/// Several, each with one of some words or none, which is chosen with arrows.
struct MarkGrid: Equatable {
  let options: [FormOption]
  /// The best first.
  let words: [FormOption]
  /// The place of the word of each option; nil for none.
  private var marks: [Int?]
  private(set) var position = ListPosition()
  /// The letters by which one is looked for.
  private var query = ""

  init(_ options: [FormOption], words: [FormOption], text: String) {
    self.options = options
    self.words = words
    marks = options.map { _ in nil }
    write(text)
    settle(height: options.count)
  }

  mutating func write(_ text: String) {
    marks = options.map { _ in nil }
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, let row = options.firstIndex(where: { $0.word == parts[0] }) else {
        continue
      }
      marks[row] = words.firstIndex { $0.word == parts[1] }
    }
  }

  /// What is marked: a line such as `TEAM: strong` for each.
  var text: String { marked.map { "\($0.option.word): \($0.word.word)" }.joined(separator: "\n") }

  /// What is marked, in the order of the options.
  var marked: [(option: FormOption, word: FormOption)] {
    zip(options, marks).compactMap { option, mark in mark.map { (option, words[$0]) } }
  }

  mutating func settle(height: Int) { position.settle(count: options.count, height: height) }

  /// Does what a key means here; false if it means nothing, as beyond the first and the last row.
  mutating func handle(_ key: Key) -> Bool {
    let row = position.selected
    guard options.indices.contains(row) else { return false }
    if case .character = key {} else { query = "" }
    switch key {
    case .down where row < options.count - 1: position.move(.down)
    case .up where row > 0: position.move(.up)
    case .home: position.move(.top)
    case .end: position.move(.bottom)
    case .right: marks[row] = marks[row].map { max(0, $0 - 1) } ?? words.count - 1
    case .left: marks[row] = marks[row].flatMap { $0 + 1 < words.count ? $0 + 1 : nil }
    case .character(let character): find(query, character.lowercased(), from: row)
    default: return false
    }
    return true
  }

  /// Goes to the one that begins with the letters and one more, else to the next that begins with that
  /// alone.
  private mutating func find(_ letters: String, _ letter: String, from row: Int) {
    func begins(_ row: Int, _ sought: String) -> Bool {
      options[row].title.lowercased().hasPrefix(sought)
    }
    let others = Array(options.indices.dropFirst(row + 1)) + Array(options.indices.prefix(row + 1))
    if let found = options.indices.first(where: { !letters.isEmpty && begins($0, letters + letter) }
    ) {
      position.select(found)
      query = letters + letter
    } else if let found = others.first(where: { begins($0, letter) }) {
      position.select(found)
      query = letter
    }
  }

  // MARK: - Drawing

  /// Rows that it would take.
  var height: Int { options.count + legendHeight }
  private var legendHeight: Int { words.count > 1 ? words.count : 0 }

  /// Draws as many options as there is room for, and below them what the words mean.
  func draw(
    x: Int, y: Int, width: Int, height: Int, families: [Family], isNarrow: Bool,
    on canvas: inout Canvas
  ) {
    var grid = self
    let hasLegend = height >= options.count + legendHeight
    let rows = min(options.count, height)
    grid.settle(height: rows)
    let titles = options.map { isNarrow ? families.shortTitle(of: $0.word) : $0.title }
    let column = min(32, (titles.map(\.displayWidth).max() ?? 0) + 4)
    let wordWidth = (words.map(\.title.displayWidth).max() ?? 0) + 2
    for (line, row) in grid.position.window.enumerated() {
      let isOn = row == position.selected
      let mark = marks[row].map { words[$0].title } ?? "–"
      if isOn { canvas.focus = (x, y + line) }
      canvas.mark(
        x: x, y: y + line, width: width, as: .steps(row - position.selected, again: .right))
      let title = (isOn ? "▸ " : "  ") + titles[row]
      canvas.draw(
        title.truncated(to: column).padded(to: column) + mark.padded(to: wordWidth), x: x,
        y: y + line, style: isOn ? .reverse : .plain)
      let rest = width - column - wordWidth - 1
      guard isOn, rest > 8 else { continue }
      canvas.draw(
        options[row].note.truncated(to: rest), x: x + column + wordWidth + 1, y: y + line)
    }
    canvas.drawArrows(
      grid.position, x: x + width, from: y, to: y + grid.position.window.count - 1)
    guard hasLegend, !isNarrow else { return }
    for (line, word) in words.enumerated() where words.count > 1 {
      canvas.draw(
        "\(word.title): \(word.note)".truncated(to: width - 2), x: x + 2,
        y: y + rows + line, style: .dim)
    }
  }
}
