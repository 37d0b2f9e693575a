import Screen

extension App {
  /// So many steps the wheel goes at once.
  private static let wheelSteps = 3

  /// Does what the mouse means: the wheel moves as the arrows do, and a click is what stands there.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.deed {
    case .wheelUp, .wheelDown:
      pointed = nil
      return step(by: mouse.deed == .wheelUp ? .up : .down, times: Self.wheelSteps)
    case .press:
      let before = pointed
      pointed = nil
      switch view(isPointedAt: true).meaning(x: mouse.x, y: mouse.y) {
      case nil: return []
      case .key(let key): return meaning(of: key).map { press($0) } ?? []
      case .text(let line, let start): return press(.place(line: line, column: mouse.x - start))
      case .field(let place):
        path[top].open(field: place, on: &stage)
        return []
      case .steps(let count, let on, let back, let again):
        guard count == 0 else {
          pointed = mouse.y
          return step(by: count > 0 ? on : back, times: abs(count))
        }
        // The first click on what is on already only says so.
        guard before == mouse.y, let again else {
          pointed = mouse.y
          return []
        }
        return press(again)
      }
    }
  }

  /// Presses a key of the screen some times, as long as it means something there.
  private mutating func step(by key: Key, times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<times {
      guard let more = path[top].press(key, on: &stage) else { break }
      effects += more
      path[top].settle(on: stage)
    }
    return effects + follow()
  }
}
