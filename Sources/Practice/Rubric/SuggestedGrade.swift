import Decks
public import Scheduler

/// The grade that an attempt speaks for, and why; the person decides.
public struct SuggestedGrade: Equatable, Sendable {
  public var grade: Grade
  /// Why, in a few words.
  public var reason: String

  /// The longest answer that is not too long, in milliseconds.
  private static let longest = 180_000

  /// Nil while there is nothing to go by: an answer that was not gone through yet.
  ///
  /// It follows how the answer came back, not how good it was: that is what the marks say.
  public init?(for attempt: Attempt, lines: [TickLine]) {
    if attempt.kind == .probe, let last = attempt.probes.last {
      self.init(followUp: last.result)
    } else if attempt.isTicked {
      self.init(ticked: attempt, lines: lines)
    } else if attempt.isGiven {
      return nil
    } else {
      self.init(grade: .again, reason: "no answer was given")
    }
  }

  private init(grade: Grade, reason: String) {
    self.grade = grade
    self.reason = reason
  }

  /// A card that is a follow-up itself is judged as one.
  private init(followUp result: ProbeResult) {
    switch result {
    case .answered: self.init(grade: .good, reason: "you answered it")
    case .thin: self.init(grade: .hard, reason: "the answer was thin")
    case .stuck: self.init(grade: .again, reason: "you had no answer to it")
    }
  }

  private init(ticked attempt: Attempt, lines: [TickLine]) {
    let listed =
      attempt.isStory
      ? RubricPart.allCases.flatMap(\.ticks)
      : lines.map(\.tick) + [attempt.timedTick].compactMap(\.self)
    let ticked = listed.filter(attempt.ticks.contains)
    if attempt.isStory, !ticked.contains(.s1) {
      self.init(grade: .again, reason: "“one particular occasion” is not ticked")
    } else if attempt.mode == .pick, !ticked.contains(.named) {
      self.init(grade: .again, reason: "you named no story")
    } else if ticked.allSatisfy(\.isTimed), !listed.isEmpty {
      self.init(grade: .again, reason: "nothing on the list is ticked")
    } else if let reason = Self.hardship(
      of: attempt, missing: listed.filter { !ticked.contains($0) })
    {
      self.init(grade: .hard, reason: reason)
    } else {
      func count(_ ticks: [Tick]) -> Int { ticks.count { !$0.isTimed } }
      let reason =
        count(ticked) == count(listed)
        ? "all that is listed is ticked"
        : "you recalled it, with \(count(ticked)) of \(count(listed)) ticked"
      let isProbed =
        !attempt.probes.isEmpty && attempt.probes.allSatisfy { $0.result == .answered }
      self.init(
        grade: isProbed ? .easy : .good,
        reason: isProbed ? "\(reason), and you answered every follow-up" : reason)
    }
  }

  /// What made it hard to give; nil if nothing did.
  private static func hardship(of attempt: Attempt, missing: [Tick]) -> String? {
    if missing.contains(.d3) || missing.contains(.memory) { return "you needed notes" }
    if missing.contains(.time) { return "it took too long" }
    if let duration = attempt.duration, duration > longest { return "it took over three minutes" }
    if attempt.probes.contains(where: { $0.result == .stuck }) {
      return "you had no answer to a follow-up"
    }
    return nil
  }
}
