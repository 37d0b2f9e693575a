import Campaign
import Practice
import Scheduler

extension Panel {
  /// What is kept of an answer, at the cards that were asked.
  ///
  /// Who lost the thread when somebody broke in meets that question again as a follow-up, and so
  /// with a second question that was left unanswered.
  func attempts(of answer: Answer, at moment: Moment) -> [Attempt] {
    guard turns.indices.contains(answer.turn) else { return [] }
    let turn = turns[answer.turn]
    func attempt(_ question: PanelQuestion) -> Attempt? {
      question.card.map {
        Attempt(
          card: $0, kind: question.kind, moment: moment, purpose: .panel,
          wording: question.wording)
      }
    }
    func probe(_ text: String, _ isMet: Bool) -> ProbeAnswer {
      ProbeAnswer(question: text, result: isMet ? .answered : .stuck, duration: nil)
    }
    guard var first = attempt(turn.first.question) else { return [] }
    first.duration = Int(answer.milliseconds)
    first.story = answer.story?.value
    if let interruption = turn.interruption, let foundBack = answer.foundBack {
      first.probes.append(probe(interruption.text, foundBack))
    }
    guard let second = turn.second, let both = answer.answeredBoth,
      var other = attempt(second.question)
    else { return [first] }
    other.probes.append(probe(second.question.text, both))
    return [first, other]
  }
}
