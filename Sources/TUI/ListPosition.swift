/// Where the person is in a list of rows.
struct ListPosition: Equatable {
  private(set) var selected = 0

  /// Moves by rows and stays within the list.
  mutating func move(by rows: Int, count: Int) {
    selected = min(max(0, selected + rows), max(0, count - 1))
  }

  /// The rows that a window of `height` rows shows: those around the selected one.
  func window(height: Int, count: Int) -> Range<Int> {
    guard height > 0 else { return 0..<0 }
    let first = max(0, min(selected - height / 2, count - height))
    return first..<min(count, first + height)
  }
}
