public import Decks

/// A line of a tick list: what it says, and the key that ticks it.
public struct TickLine: Equatable, Sendable {
  public var tick: Tick
  /// The key beside it.
  public var key: Character
  public var text: String

  /// The keys of a list's lines, in their order: those that mean nothing else, neither at the question
  /// nor after the reveal.
  public static let keys: [Character] = Array("bcdfgijklmorsvwy")

  /// The lines for a card that was answered in a mode; none where a follow-up is judged instead.
  ///
  /// How long it took is none of them: that is measured.
  /// Of a card's own ticks as many have a place as there are keys.
  public static func all(of card: Card, mode: AnswerMode) -> [TickLine] {
    let texts: [(Tick, String)] =
      switch mode {
      case .headline: headline
      case .pick: pick
      case .probe, .reading: []
      case .spoken, .typed, .away: texts(of: card)
      }
    return zip(texts, keys).map { TickLine(tick: $0.0, key: $1, text: $0.1) }
  }

  private static func texts(of card: Card) -> [(Tick, String)] {
    switch card.kind {
    case .star: star
    case .fit, .goal, .concern, .insight: point
    case .redflag:
      [(.better, "you took the better way"), (.line, "you had a line to say")]
    case .ask:
      [(.memory, "you said it from memory"), (.why, "you said why you ask it")]
    case .research: [(.done, "it is noted, with its date"), (.memory, "you said it from memory")]
    case .reflect: [(.done, "it is written down")]
    case .task, .panel: card.ticks.enumerated().map { (.own($0.offset), $0.element) }
    case .probe: []
    }
  }

  private static let star: [(Tick, String)] = [
    (.s1, "one particular occasion"), (.s2, "when, where, who: briefly"),
    (.s3, "what was at stake"),
    (.t1, "what was yours to do"), (.t2, "what success was, or limits"),
    (.a1, "three or more steps you took"), (.a2, "why, or what you turned down"),
    (.a3, "an obstacle or person met"), (.a4, "the competency asked for"),
    (.r1, "what changed"), (.r2, "evidence you can defend"), (.r3, "tied back to the task"),
    (.r4, "learned, and used since"),
    (.d1, "answered this question"), (.d3, "without notes"), (.d4, "headline early, clean stop"),
  ]

  private static let point: [(Tick, String)] = [
    (.point, "your point came first"), (.reason, "a reason for it"),
    (.proof, "a real moment that proves it"), (.link, "what it means for this job"),
  ]

  private static let headline: [(Tick, String)] = [
    (.sentence, "one sentence"), (.outcome, "it says how it ended"),
  ]

  private static let pick: [(Tick, String)] = [(.named, "you named a story that fits")]
}

extension Tick {
  /// The part of a story that it belongs to; nil for ticks of other answers.
  public var part: RubricPart? {
    RubricPart.allCases.first { $0.ticks.contains(self) }
  }
}
