import Campaign
import Screen

/// One of several that is chosen with arrows, or found by its letters.
struct ChoiceBox: Equatable {
  let options: [FormOption]
  private(set) var selected: Int
  /// The letters by which one is looked for.
  private(set) var query = ""

  init(_ options: [FormOption], word: String) {
    self.options = options
    selected = options.firstIndex { $0.word == word } ?? 0
  }

  var option: FormOption? { options.indices.contains(selected) ? options[selected] : nil }
  var word: String { option?.word ?? "" }

  mutating func choose(_ word: String) {
    selected = options.firstIndex { $0.word == word } ?? selected
    query = ""
  }

  /// Does what a key means here; false if it means nothing.
  mutating func handle(_ key: Key) -> Bool {
    guard !options.isEmpty else { return false }
    switch key {
    case .right: move(by: 1)
    case .left: move(by: -1)
    case .home: choose(at: 0)
    case .end: choose(at: options.count - 1)
    case .character(" ") where query.isEmpty: move(by: 1)
    case .character(let character): find(query + String(character))
    case .backspace where !query.isEmpty: find(String(query.dropLast()))
    default: return false
    }
    return true
  }

  private mutating func move(by step: Int) {
    choose(at: (selected + step + options.count) % options.count)
  }

  private mutating func choose(at index: Int) {
    selected = index
    query = ""
  }

  /// Chooses the first that begins with some letters, else the first that has them; what nothing has is
  /// not looked for.
  private mutating func find(_ letters: String) {
    guard !letters.isEmpty else {
      query = ""
      return
    }
    let sought = letters.lowercased()
    let titles = options.map { $0.title.lowercased() }
    let found =
      titles.firstIndex { $0.hasPrefix(sought) }
      ?? options.firstIndex { $0.isFoundByWord && $0.word.lowercased().hasPrefix(sought) }
      ?? titles.firstIndex { $0.contains(sought) }
    guard let found else {
      // Another one is looked for, as “n” after “yes”.
      if let last = letters.last, letters.count > 1 { find(String(last)) }
      return
    }
    (selected, query) = (found, letters)
  }

  // MARK: - Drawing

  /// Rows of the options below the one that is chosen.
  func height(in width: Int, isLow: Bool) -> Int {
    line.displayWidth <= width ? 1 : min(options.count, isLow ? 3 : 7)
  }

  /// All of them in a line.
  private var line: String { options.map(\.title).joined(separator: "   ") }

  /// Draws the options: in a line if they fit, else those around the one that is chosen.
  func draw(x: Int, y: Int, width: Int, isLow: Bool, on canvas: inout Canvas) {
    guard line.displayWidth > width else {
      var x = x
      for (index, option) in options.enumerated() {
        let style: Style = index == selected ? .reverse : .plain
        canvas.mark(
          x: x, y: y, width: option.title.displayWidth,
          as: .steps(index - selected, on: .right, back: .left, again: nil))
        x = canvas.draw(option.title, x: x, y: y, style: style) + 3
      }
      return
    }
    var position = ListPosition()
    position.select(selected)
    let height = height(in: width, isLow: isLow)
    position.settle(count: options.count, height: height)
    for (row, index) in position.window.enumerated() {
      let isChosen = index == selected
      canvas.mark(
        x: x, y: y + row, width: width,
        as: .steps(index - selected, on: .right, back: .left, again: nil))
      let text = "\(isChosen ? "▸" : " ") \(options[index].title)"
      canvas.draw(
        text.truncated(to: width), x: x, y: y + row, style: isChosen ? .reverse : .plain)
    }
    canvas.drawArrows(position, x: x + width, from: y, to: y + position.window.count - 1)
  }
}
