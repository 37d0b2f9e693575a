/// A point of the guide that a card can serve: a reason for a second interview, a way to prepare for it,
/// or a mistake to avoid.
public struct GuidePoint: Equatable, Sendable {
  /// What a point is about.
  public enum Part: CaseIterable, Sendable {
    case reasons, ways, mistakes
  }

  /// What a deck file calls it, such as `P5`.
  public let code: String
  public let part: Part
  /// A few words, for lists and headers.
  public let title: String
  /// The point in a sentence or two.
  public let text: String

  private init(_ code: String, _ part: Part, _ title: String, _ text: String) {
    (self.code, self.part, self.title, self.text) = (code, part, title, text)
  }

  /// The point of that code; nil if there is none.
  public static func named(_ code: String) -> GuidePoint? { points.first { $0.code == code } }

  /// The titles of some points, those that are known.
  public static func titles(of codes: [String]) -> [String] {
    codes.compactMap { named($0)?.title }
  }

  /// The codes of all points.
  static let all = points.map(\.code)

  /// The points in a few words, for messages.
  static let summary = "W1–W5, P1a, P1b, P2–P8 and M1–M8"

  /// Five reasons, eight ways of which the first has two halves, eight mistakes.
  public static let points = [
    GuidePoint(
      "W1", .reasons, "more people meet you",
      "People who have not met you yet want to hear you for themselves: those you would work with, another manager, a director."
    ),
    GuidePoint(
      "W2", .reasons, "how you would fit in",
      "They look at how you work with others and what you care about, beside the way things are done there."
    ),
    GuidePoint(
      "W3", .reasons, "a closer look",
      "They take up what you said in the first round and go further: how exactly, why, what if."),
    GuidePoint(
      "W4", .reasons, "what sets you apart",
      "Somebody else may be as good on paper. Now they look for the difference."),
    GuidePoint(
      "W5", .reasons, "proof of skill",
      "They want to see the skill at work: a task, a test, a presentation, a question of knowledge."
    ),
    GuidePoint(
      "P1a", .ways, "look back at round one",
      "Go over the first interview while it is fresh: what they asked, what they passed over, where they wanted more."
    ),
    GuidePoint(
      "P1b", .ways, "meet their doubts",
      "Find the doubts that the first interview may have left, and have evidence ready before anybody asks."
    ),
    GuidePoint(
      "P2", .ways, "do you want it?",
      "Decide whether this work and these people suit you. If they do, let it be heard."),
    GuidePoint(
      "P3", .ways, "new faces, panels, senior people",
      "Get ready for each sort of listener: a colleague worries about other things than a director does."
    ),
    GuidePoint(
      "P4", .ways, "know them well",
      "Look further than the front page: what they are trying to do, how they work, who their rivals are, what happened last week."
    ),
    GuidePoint(
      "P5", .ways, "true stories, well built",
      "One real occasion for each question: the situation, what was yours to do, what you did, what came of it."
    ),
    GuidePoint(
      "P6", .ways, "questions of your own",
      "Bring questions that only these people can answer, about the team, its troubles and what they expect of you."
    ),
    GuidePoint(
      "P7", .ways, "something new",
      "Bring stories they have not heard, and thoughts about the job that you did not have last time."
    ),
    GuidePoint(
      "P8", .ways, "the long run",
      "Say where you would like to get to, and what they would gain from it on the way."),
    GuidePoint(
      "M1", .mistakes, "taking it for granted",
      "Nothing is settled until there is an offer in writing, even if you are the only one left."),
    GuidePoint(
      "M2", .mistakes, "round one over again",
      "The same stories in the same words show them nothing that they did not know."),
    GuidePoint(
      "M3", .mistakes, "turning up unprepared",
      "Not knowing the news, the names or the plan of the day is seen at once."),
    GuidePoint(
      "M4", .mistakes, "pay before the work",
      "Let them raise money first, and have a fair range ready for when they do."),
    GuidePoint(
      "M5", .mistakes, "too sure of yourself",
      "Know where your knowledge ends, say so, and take a challenge as a question."),
    GuidePoint(
      "M6", .mistakes, "too relaxed",
      "Be friendly, and on duty: it is an interview in the coffee shop and at lunch as well."),
    GuidePoint(
      "M7", .mistakes, "nothing left to ask",
      "Questions that were answered last time, or none at all, sound like no interest."),
    GuidePoint(
      "M8", .mistakes, "only skills, no people",
      "If you talk of nothing but the work, they cannot tell what you would be like to work with."),
  ]
}
