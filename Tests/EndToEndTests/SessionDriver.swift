import TestSupport

/// Somebody who practises in a window: reads what is asked and does what it asks for.
struct SessionDriver {
  /// Where a session stands, by its first row: ` PE-03 · behavioural   2 of 8 · 16 min`; at the answer side with what it is after before its kind.
  struct Standing: Equatable {
    var card: String
    var kind: String
    var number: Int
    var count: Int
    var minutes: Int

    init?(_ screen: String) {
      guard let row = screen.split(separator: "\n").first else { return nil }
      let words = row.split(separator: " ").map(String.init)
      guard words.count > 7, let of = words.lastIndex(of: "of"), of > 0,
        let number = Int(words[of - 1]), let count = Int(words[of + 1]),
        let minutes = Int(words[of + 3]),
        let sign = words[..<(of - 1)].lastIndex(of: "·")
      else { return nil }
      card = words[0]
      kind = words[(sign + 1)..<(of - 1)].joined(separator: " ")
      self.number = number
      self.count = count
      self.minutes = minutes
    }
  }

  /// What was asked for, and where the session stood.
  struct Step: Equatable {
    var task: String
    var standing: Standing
  }

  let screen: TmuxScreen

  static func isOver(_ screen: String) -> Bool { screen.contains(Mark.summary) }

  func standing() throws -> Standing {
    let text = try screen.text()
    guard let standing = Standing(text) else { throw TestFailure("no session:\n\(text)") }
    return standing
  }

  /// Does what is asked for now, and waits for what comes next.
  ///
  /// - Parameter grade: the grade's key for what gets one.
  /// - Returns: what was done.
  /// - Throws: ``TestFailure`` when something else comes than what a person would expect.
  func step(grade: String = "3") throws -> Step {
    let text = try screen.text()
    let standing = try standing()
    let task = try answer(text, standing, grade)
    try screen.wait(for: "what comes after \(standing.card), \(task)") {
      Self.isOver($0) || Standing($0).map { $0 != standing } ?? false
    }
    return Step(task: task, standing: standing)
  }

  private func answer(_ text: String, _ standing: Standing, _ grade: String) throws -> String {
    if text.contains("You wrote this") {
      try press("b", thenWaitFor: "b ✓")
      try screen.press("Enter")
      return "regrade"
    }
    if text.contains("You were stuck on") {
      try press("Space", thenWaitFor: "say how it went")
      try screen.press("a")
      return "probe"
    }
    if text.contains("Only the headline") {
      try press("Space", thenWaitFor: "of 0:25")
      try press("Enter", thenWaitFor: "all there")
      try press("Tab", thenWaitFor: "Suggested")
      try screen.press(grade)
      return "headline"
    }
    if text.contains("Warm-up:") {
      try press("Space", thenWaitFor: "Which story fits?")
      try press("Enter", thenWaitFor: "Enter keep")
      try screen.press("Enter")
      return "pick"
    }
    if text.contains("Rebuild ") {
      try press("Space", thenWaitFor: "speaking")
      try press("Enter", thenWaitFor: "all there")
      try press("Tab", thenWaitFor: "✓")
      try screen.press("Enter")
      return "rebuild"
    }
    if ["look back", "research"].contains(standing.kind) {
      try press("Space", thenWaitFor: "speaking")
      try press("Enter", thenWaitFor: "not yet")
      try screen.press("Enter")
      return "done"
    }
    if text.contains("Sure of it?") {
      try press("Right", thenWaitFor: "[fairly]")
      try press("Right", thenWaitFor: "[quite]")
    }
    try press("Space", thenWaitFor: "speaking")
    if standing.kind == "behavioural" {
      for part in ["▸T", "▸A", "▸R"] { try press("Space", thenWaitFor: part) }
    }
    try press("Enter", thenWaitFor: Mark.reveal)
    if try screen.text().contains("p probe") {
      try press("p", thenWaitFor: "say how it went")
      try press("a", thenWaitFor: Mark.reveal)
    }
    try press("Tab", thenWaitFor: "Suggested")
    try screen.press(grade)
    return "answer"
  }

  func press(_ key: String, thenWaitFor text: String) throws {
    try screen.press(key)
    try screen.wait(for: text)
  }
}
