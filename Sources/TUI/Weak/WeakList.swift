import Screen

/// One of the two lists: the places of its cards among all.
struct WeakList {
  let places: [Int]
  let isPart: Bool
  var position = ListPosition()

  var selected: Int? { places.selected(position) }

  /// What it is, and its heads: two lines, or one where the window is low.
  func headHeight(in frame: Frame) -> Int { frame.isLow ? 1 : 2 }

  mutating func settle(height: Int) { position.settle(count: places.count, height: height) }
}

/// The columns of the two lists, in a window of that width.
struct WeakColumns {
  let width: Int
  /// What the column of recall is called.
  let recall: String
  /// Whether there is room for the family.
  let hasFamily: Bool

  init(frame: Frame, recall: String) {
    width = frame.size.width - 2
    self.recall = recall
    hasFamily = !frame.isNarrow
  }

  var heads: String { line(recall, "family", "question") }
  var partHeads: String { line(part: "part", "question") }

  /// The one line above a list in a low window: its first head, then what it is.
  func recall(_ title: String) -> String { fitted(recall.padded(to: 8), title) }
  func part(_ title: String) -> String { fitted("part".padded(to: 8), title) }

  func line(_ state: String, _ family: String, _ ask: String) -> String {
    fitted(state.padded(to: 8) + (hasFamily ? family.padded(to: 14) : ""), ask)
  }

  func line(part: String, _ ask: String) -> String {
    fitted(part.padded(to: hasFamily ? 22 : 8), ask)
  }

  /// With a space before the question, however long what stands before it is.
  private func fitted(_ start: String, _ ask: String) -> String {
    (start + (start.hasSuffix(" ") ? "" : " ") + ask).truncated(to: width)
  }
}
