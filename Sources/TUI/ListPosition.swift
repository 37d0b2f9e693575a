/// Where the person is in a list: the row that is selected, and the rows that the window shows.
struct ListPosition: Equatable, Sendable {
  private(set) var selected = 0
  /// The rows in view, as the list was settled last.
  private(set) var window = 0..<0
  private var count = 0

  /// Selects a row; settling brings it into the list and into view.
  mutating func select(_ row: Int) { selected = row }

  /// Moves in the list as it was settled last, and stays within it.
  mutating func move(_ move: ListMove) {
    selected = min(max(0, selected + move.rows(page: window.count)), max(0, count - 1))
  }

  /// Fits the selection and the window to a list of `count` rows of which `height` are shown.
  mutating func settle(count: Int, height: Int) {
    self.count = count
    selected = min(max(0, selected), max(0, count - 1))
    let first = max(0, min(selected - height / 2, count - height))
    window = first..<max(first, min(count, first + max(0, height)))
  }
}
