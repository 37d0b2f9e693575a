/// Where the person is in a list: the row that is selected, and the rows that the window shows.
///
/// The window moves only when the selection would leave it, so that most moves change two rows.
struct ListPosition: Equatable, Sendable {
  private(set) var selected = 0
  /// The first row in view.
  private var first = 0
  /// The rows of the list, and those of the window, as the list was settled last.
  private var count = 0
  private var height = 0

  /// The rows in view.
  var window: Range<Int> { first..<max(first, min(count, first + height)) }

  /// Selects a row; settling brings it into the list and into view.
  mutating func select(_ row: Int) { selected = row }

  /// Moves in the list as it was settled last; a page takes the window along.
  mutating func move(_ move: ListMove) {
    let rows = move.rows(page: height)
    selected += rows
    if move == .pageUp || move == .pageDown { first += rows }
    settle(count: count, height: height)
  }

  /// Fits the selection and the window to a list of `count` rows of which `height` can be shown.
  mutating func settle(count: Int, height: Int) {
    self.count = count
    self.height = max(0, height)
    selected = max(0, min(selected, count - 1))
    first = min(max(first, selected - self.height + 1), selected)
    first = max(0, min(first, count - self.height))
  }
}

extension Array {
  /// The row that is selected; nil when there is none.
  func selected(_ position: ListPosition) -> Element? { element(at: position.selected) }

  /// What is chosen where the first row stands for nothing, and the others for these.
  func chosen(_ position: ListPosition) -> Element? { element(at: position.selected - 1) }

  private func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
