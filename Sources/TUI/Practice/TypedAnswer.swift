import Practice
import Scheduler
import Screen

/// An answer being written: a box for each part, one of them open.
struct TypedAnswer: Equatable {
  private let titles: [String]
  /// The place of each box among the card's boxes.
  private let places: [Int]
  private var boxes: [TextEditor]
  private(set) var focus = 0
  private var clock = SaveClock()
  /// What stood in all boxes of the card when these were opened.
  private let before: [String]

  /// - Parameters:
  ///   - titles: those of all the card's boxes.
  ///   - places: which of them to write in.
  ///   - draft: what was written at the card and is not finished, by place.
  ///   - frame: the window that they are to fit.
  init(titles: [String], places: [Int], draft: [String], in frame: Frame) {
    before = draft
    self.titles = places.map { titles[$0] }
    self.places = places
    boxes = places.map { place in
      TextEditor(
        draft.indices.contains(place) ? draft[place] : "", size: Size(width: 1, height: 1))
    }
    layOut(in: frame)
  }

  /// What is written, by place.
  var texts: [String] {
    var texts = [String](repeating: "", count: (places.max() ?? -1) + 1)
    for (place, box) in zip(places, boxes) { texts[place] = box.text }
    return texts
  }

  /// The same with what stands in the card's other boxes, as it is kept until the answer is.
  var draft: [String] {
    var draft = before
    for (place, box) in zip(places, boxes) {
      while draft.count <= place { draft.append("") }
      draft[place] = box.text
    }
    return draft
  }

  var wordCount: Int { boxes.reduce(0) { $0 + $1.wordCount } }

  // MARK: Writing

  /// Does what a key means in the open box; false if it means nothing there.
  mutating func handle(_ key: Key, at time: Timestamp) -> Bool {
    change(at: time) { $0.handle(key) }
  }

  mutating func paste(_ text: String, at time: Timestamp) {
    _ = change(at: time) {
      $0.paste(text)
      return true
    }
  }

  private mutating func change(at time: Timestamp, _ body: (inout TextEditor) -> Bool) -> Bool {
    let before = boxes[focus].text
    guard body(&boxes[focus]) else { return false }
    if boxes[focus].text != before { clock.changed(at: time) }
    return true
  }

  /// Opens another box.
  mutating func moveFocus(by steps: Int, in frame: Frame) {
    focus = (focus + steps + boxes.count) % boxes.count
    layOut(in: frame)
  }

  // MARK: Keeping

  /// Whether something was written that is not on disk.
  var isUnsaved: Bool { clock.unsavedSince != nil }

  mutating func saved() { clock.saved() }

  /// Milliseconds until it has to go to the disk; nil if all is there.
  func nextSave(after time: Timestamp) -> Int? { clock.nextSave(after: time) }

  // MARK: Drawing

  mutating func layOut(in frame: Frame) {
    let rows = Self.rows(in: frame, boxes: boxes.count)
    for index in boxes.indices {
      let height = index == focus ? rows.open : max(1, rows.closed)
      boxes[index].layOut(in: Size(width: frame.textWidth, height: height))
    }
  }

  /// The rows of the open box and of each other one, under their titles.
  private static func rows(in frame: Frame, boxes: Int) -> (open: Int, closed: Int) {
    // The question and a line of counts stand above.
    let room = frame.height() - questionRows(in: frame) - boxes
    let closed = room >= 12 ? (boxes > 1 ? 2 : 0) : 0
    return (max(1, room - closed * (boxes - 1)), closed)
  }

  /// Rows for the question above the boxes.
  private static func questionRows(in frame: Frame) -> Int { frame.isLow ? 1 : 3 }

  /// Draws the question, the counts and the boxes.
  func draw(_ question: String, in frame: Frame, on canvas: inout Canvas) {
    let lines = question.wrapped(to: frame.textWidth, most: frame.isLow ? 1 : 2)
    for (row, line) in lines.enumerated() {
      canvas.draw(line, x: frame.left, y: frame.top + row, style: .bold)
    }
    let rows = Self.rows(in: frame, boxes: boxes.count)
    var y = frame.top + Self.questionRows(in: frame)
    for (index, box) in boxes.enumerated() {
      let isOpen = index == focus
      let height = isOpen ? rows.open : rows.closed
      for row in 0...height {
        canvas.mark(x: 0, y: y + row, width: frame.size.width, as: .field(index))
      }
      canvas.draw(
        "\(isOpen ? "▸" : " ") \(titles[index])", x: frame.left - 2, y: y,
        style: isOpen ? .bold : .plain)
      let count = "\(box.wordCount)"
      if box.wordCount > 0 {
        canvas.draw(
          count, x: frame.left + frame.textWidth - count.displayWidth, y: y, style: .dim)
      }
      if height > 0 {
        box.draw(
          on: &canvas, x: frame.left, y: y + 1,
          size: Size(width: frame.textWidth, height: max(1, height)), hasFocus: isOpen,
          style: isOpen ? .plain : .dim)
      }
      y += 1 + height
    }
  }
}
