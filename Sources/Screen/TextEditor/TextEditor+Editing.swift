extension TextEditor {
  /// Puts pasted text in at the cursor, as one step to undo.
  public mutating func paste(_ pasted: String) {
    let new = pasted.sanitised(keeping: [.newlines, .tabs])
    guard !new.isEmpty else { return }
    change(cursor..<cursor, to: new, run: nil)
  }

  mutating func insert(_ character: Character) {
    let new = String(character).sanitised(keeping: [.newlines, .tabs])
    guard !new.isEmpty else { return }
    change(cursor..<cursor, to: new, run: .typing)
  }

  /// Deletes what is between the cursor and a place before it, or after it.
  mutating func delete(from start: Int? = nil, to end: Int? = nil, run: EditHistory.Run? = nil) {
    let range = (start ?? cursor)..<(end ?? cursor)
    guard !range.isEmpty else { return }
    change(range, to: "", run: run)
  }

  mutating func undo() {
    guard let step = history.undo() else { return }
    replace(step.insertedRange, with: step.removed)
    place(at: step.cursor)
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    replace(step.removedRange, with: step.inserted)
  }

  private mutating func change(_ range: Range<Int>, to new: String, run: EditHistory.Run?) {
    history.record(
      EditHistory.Step(
        start: range.lowerBound, removed: String(text[bytes: range]), inserted: new,
        cursor: cursor, run: run))
    replace(range, with: new)
  }

  /// Changes the text and everything that is kept about it, and puts the cursor behind the change.
  private mutating func replace(_ range: Range<Int>, with new: String) {
    layout.reach(range.lowerBound, margin: margin, in: text)
    let words = text.wordRange(around: range)
    let wordsBefore = text[bytes: words].wordCount
    let count = new.utf8.count
    text.replaceSubrange(
      text.index(atByte: range.lowerBound)..<text.index(atByte: range.upperBound), with: new)
    let end = words.upperBound + count - range.count
    wordCount += text[bytes: words.lowerBound..<end].wordCount - wordsBefore
    layout.update(text, replacing: range, with: count, margin: margin)
    // What came together at the edges may now be one character.
    place(at: characterBoundary(from: range.lowerBound + count))
  }
}
