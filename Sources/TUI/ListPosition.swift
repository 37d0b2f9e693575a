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

  /// Whether there are rows before those in view, and behind them.
  var isMoreAbove: Bool { first > 0 }
  var isMoreBelow: Bool { !window.isEmpty && window.upperBound < count }

  /// So many steps a row is from the one that is selected, among those that can be.
  func steps(to row: Int, where isRow: (Int) -> Bool) -> Int {
    row >= selected
      ? (selected..<row).count { isRow($0 + 1) } : -(row..<selected).count(where: isRow)
  }

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

  /// Moves in a list in which some lines are only words: the selection passes them over, and where none
  /// but those follow, they come into view.
  mutating func move(_ move: ListMove, where isRow: (Int) -> Bool) {
    self.move(move)
    let isDown = [.down, .pageDown, .bottom].contains(move)
    if !isRow(selected) { passOver(isRow, isDown: isDown) }
  }

  /// Fits the selection to such a list.
  mutating func settle(count: Int, height: Int, where isRow: (Int) -> Bool) {
    settle(count: count, height: height)
    if !isRow(selected) { passOver(isRow, isDown: true) }
  }

  private mutating func passOver(_ isRow: (Int) -> Bool, isDown: Bool) {
    let before = (0..<max(0, min(selected, count))).last(where: isRow)
    let after = (min(selected, count)..<count).first(where: isRow)
    if (isDown ? after : before) == nil { select(isDown ? count - 1 : 0) }
    settle(count: count, height: height)
    select((isDown ? after ?? before : before ?? after) ?? selected)
    settle(count: count, height: height)
  }
}

extension Array {
  /// The row that is selected; nil when there is none.
  func selected(_ position: ListPosition) -> Element? { element(at: position.selected) }

  /// What is chosen where the first row stands for nothing, and the others for these.
  func chosen(_ position: ListPosition) -> Element? { element(at: position.selected - 1) }

  private func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
