import Screen

/// What a terminal says of the mouse: `CSI < 0;10;5 M`, or `CSI M` and three characters.
struct MouseReport: Equatable {
  /// What it means; nil for what means nothing here, such as a button that is let go.
  let event: MouseEvent?

  /// Nil if it says nothing of the mouse.
  ///
  /// - Parameters:
  ///   - parameters: What stands between `CSI` and the final byte.
  ///   - final: The final byte.
  init?(_ parameters: String, final: Unicode.Scalar) {
    guard parameters.first == "<", final == "M" || final == "m" else { return nil }
    let numbers = parameters.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2] else {
      event = nil
      return
    }
    event = final == "M" ? Self.event(button, x: x, y: y) : nil
  }

  /// The same as three characters, each 32 more than the number that it stands for.
  init(_ button: UInt32, _ x: UInt32, _ y: UInt32) {
    event = Self.event(Int(button) - 32, x: Int(x) - 32, y: Int(y) - 32)
  }

  /// Columns and rows come from 1; with Shift, Alt or Ctrl the mouse is the terminal's own.
  private static func event(_ button: Int, x: Int, y: Int) -> MouseEvent? {
    let deeds: [Int: MouseEvent.Deed] = [0: .press, 64: .wheelUp, 65: .wheelDown]
    guard let deed = deeds[button], (1...10_000).contains(x), (1...10_000).contains(y) else {
      return nil
    }
    return MouseEvent(deed, x: x - 1, y: y - 1)
  }
}
