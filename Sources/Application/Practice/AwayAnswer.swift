import Decks
import Exchange
import Files
import Practice
package import Scheduler
import Store

/// An answer that was given away from the screen.
package struct AwayAnswer {
  private let card: CardName
  private let grade: Grade
  /// When it was, in ISO 8601; nil for now.
  private let time: String?

  package init(to card: CardName, _ grade: Grade, at time: String?) {
    (self.card, self.grade, self.time) = (card, grade, time)
  }

  /// Records it, and says when the card is due.
  ///
  /// - Throws: ``Failure`` and ``StoreError``; then nothing is recorded.
  package func record(in surroundings: any Surroundings) throws {
    let moment = try surroundings.clock.happened(time)
    let workspace = try Workspace.forCommand(in: surroundings)
    let store = workspace.store
    let card = try card.id(in: workspace)
    let grading = Grading(
      card: card, moment: moment, grade: grade, mode: .away,
      textHash: try workspace.known(card)?.textHash)
    // A time that is named may be named twice, and then it is the same answer.
    guard let memory = try time == nil ? store.record(grading) : store.recordOnce(grading) else {
      return Output.warn("\(card): \(grade.name) at that time is there already")
    }
    let now = workspace.clock.now
    guard let aim = try workspace.aim(at: now) else {
      let due = store.schedule.due(of: memory, card: card)
      return Output.warn("\(card): \(grade.name); due \(due.words(by: workspace.clock))")
    }
    // With an interview ahead no card has a date: the plan says what comes when.
    let recall = aim.words(memory, model: store.schedule.model)
    let day = aim.phrase(from: now.day(startHour: store.schedule.startHour))
    Output.warn("\(card): \(grade.name); \(day) \(recall)")
  }
}
