import Decks
public import Scheduler

/// The grade that an attempt speaks for, and why; the person decides.
public struct SuggestedGrade: Equatable, Sendable {
  public var grade: Grade
  /// Why, in a few words.
  public var reason: String

  /// Nil while there is nothing to go by: an answer that was not gone through yet.
  public init?(for attempt: Attempt, lines: [TickLine]) {
    if let verdict = Self.verdict(of: attempt) {
      self.init(grade: verdict.0, reason: verdict.1)
      return
    }
    guard attempt.isTicked else {
      guard !attempt.isGiven else { return nil }
      self.init(grade: .again, reason: "no answer was given")
      return
    }
    if attempt.isStory {
      self.init(story: attempt)
    } else {
      self.init(short: attempt, lines: lines)
    }
  }

  private init(grade: Grade, reason: String) {
    self.grade = grade
    self.reason = reason
  }

  /// A card that is a follow-up itself is judged as one.
  private static func verdict(of attempt: Attempt) -> (Grade, String)? {
    guard attempt.kind == .probe, let last = attempt.probes.last else { return nil }
    switch last.result {
    case .answered: return (.good, "it was answered")
    case .thin: return (.hard, "the answer was thin")
    case .stuck: return (.again, "there was no answer to it")
    }
  }

  /// The longest answer that is not too long, in milliseconds.
  private static let longest = 180_000

  private init(story attempt: Attempt) {
    let ticks = attempt.ticks
    let missing = RubricPart.allCases.first { $0 != .delivery && $0.mark(of: ticks) == 1 }
    if !ticks.contains(.s1) {
      self.init(grade: .again, reason: "it was no particular occasion")
    } else if !ticks.contains(.a1) {
      self.init(grade: .hard, reason: "fewer than three steps were yours")
    } else if let missing {
      self.init(grade: .hard, reason: "the \(missing.title) was missing")
    } else if !ticks.contains(.d1) {
      self.init(grade: .hard, reason: "it answered another question")
    } else if !ticks.contains(.d3) {
      self.init(grade: .hard, reason: "notes were needed")
    } else if let duration = attempt.duration, duration > Self.longest {
      self.init(grade: .hard, reason: "it took over three minutes")
    } else {
      self.init(good: attempt, reason: "all four parts were there")
    }
  }

  /// Without the first line of a list there was no answer; what else is missing makes it Hard.
  ///
  /// The lists that cards bring themselves forgive one line.
  private init(short attempt: Attempt, lines: [TickLine]) {
    let missing = lines.filter { !attempt.ticks.contains($0.tick) }
    let isOwnList = attempt.kind == .task || attempt.kind == .panel
    let isEmpty = isOwnList ? missing.count == lines.count : missing.first == lines.first
    if let first = lines.first, isEmpty {
      self.init(grade: .again, reason: "missing is “\(first.text)”")
    } else if let first = missing.first, !isOwnList || missing.count > 1 {
      self.init(grade: .hard, reason: "missing is “\(first.text)”")
    } else {
      self.init(good: attempt, reason: "it was all there")
    }
  }

  private init(good attempt: Attempt, reason: String) {
    let isProbed = !attempt.probes.isEmpty
    if isProbed, attempt.probes.allSatisfy({ $0.result == .answered }) {
      self.init(grade: .easy, reason: "\(reason), and every follow-up answered")
    } else {
      self.init(grade: .good, reason: reason)
    }
  }
}
