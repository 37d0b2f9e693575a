import Decks
import Practice
import Screen

extension PracticeScreen {
  /// What stands under a question that waits for its answer: nothing of the answer side.
  func describeQuestion(on page: inout Page, in frame: Frame) {
    guard let current = run.current, let item = run.item else { return }
    if !current.reasons.isEmpty {
      page.add(current.reasons.joined(separator: " · "), style: .dim)
      page.addGap()
    }
    if let named = run.namedStory {
      page.add(named)
      if let warning = run.storyWarning { page.add(warning, style: .bold, marker: "! ") }
      // A low window has no room for what was there before the story was named.
      if frame.isLow { return }
      page.addGap()
    }
    if let told = run.toldBefore {
      page.add(told, style: .bold, marker: "! ")
      page.addGap()
    }
    if let guess = run.guessMade {
      page.add(guess)
      page.addGap()
    }
    let instruction = run.instruction ?? ""
    // In a low window what is kept stands where it is seen.
    if frame.isLow, let kept = draftLine { page.add(kept) }
    switch item.task {
    case .answer:
      page.add(instruction)
      guard run.isOffered(.surer) else { break }
      page.addGap()
      page.add(Self.sureness(run.attempt?.confidence, isShort: frame.isNarrow))
    case .headline: page.add("\(instruction) \(Drill.headline.seconds) seconds.")
    case .rebuild:
      page.add(instruction)
      if let help = run.helpForRebuild { page.add(help) }
    case .probe:
      let them = current.history.stuck.count == 1 ? "it" : "them"
      page.add("\(instruction) Space asks \(them) again.")
    case .pick where run.isOpen, .reading where run.isOpen:
      page.add("Enter goes back to what you named.")
    case .pick, .reading: page.add("\(instruction) Space begins.")
    case .regrade: break
    }
    if !frame.isLow, let kept = draftLine {
      page.addGap()
      page.add(kept)
    }
  }

  /// That something was written here and not finished.
  private var draftLine: String? {
    guard let kept = run.draftKept, let card = run.item?.card else { return nil }
    return unsavedDrafts.contains(card)
      ? "What you typed here is not saved yet; t goes on with it." : kept
  }

  /// The scale of sureness, with the step chosen in brackets.
  private static func sureness(_ chosen: Int?, isShort: Bool) -> String {
    var steps: [(Int?, String)] = Calibration.steps.enumerated().map { ($0 + 1, $1) }
    steps.insert((nil, "not said"), at: steps.count / 2)
    if isShort {
      let word = steps.first { $0.0 == chosen }?.1 ?? ""
      return "Sure?  ←  [\(word)]  →"
    }
    let scale = steps.map { $0.0 == chosen ? "[\($0.1)]" : " \($0.1) " }
    return "Sure of it?   ← \(scale.joined(separator: "  ")) →"
  }
}
