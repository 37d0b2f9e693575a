import Decks

extension SessionCard {
  /// What can be observed in a story in words, told by an attempt at this card; nothing in others.
  public func observations(of attempt: Attempt, in start: SessionStart) -> [Observation] {
    guard attempt.isStoryInWords else { return [] }
    var answer = StarAnswer()
    for (part, text) in zip(StarPart.allCases, attempt.texts) { answer[part] = text }
    var context = ObservationContext(competency: card.competency)
    // Fillers are looked for in speech written down: who wants the check pastes that.
    context.isTranscript = start.observing.contains(.fillers)
    context.wordsPerMinute = start.pace.wordsPerMinute
    if attempt.mode == .spoken {
      context.spoken = attempt.duration
      context.isInOnePiece = attempt.isInOnePiece
    }
    context.attempts = history.written.filter { $0.story == attempt.story }
      .map { $0.texts.joined(separator: "\n") }
    context.told = start.stories.compactMap { story in
      story.listener.map {
        ObservationContext.ToldStory(
          id: String(story.number), listener: $0, text: story.texts.joined(separator: "\n"))
      }
    }
    context.story = attempt.story.map { String($0) }
    context.otherStory = freshStory
    return answer.observations(in: context, kinds: start.observing)
  }
}
