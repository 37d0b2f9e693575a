import Application
import ArgumentParser
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Records a review that was made away from the screen.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Record an answer given away from the screen.")

  @Argument(help: "The card, as DECK/CARD.", completion: .cards)
  var card: CardArgument

  @Argument(help: "How it went: again, hard, good or easy.")
  var grade: Grade

  @Option(help: "When it was, in ISO 8601; without a zone it is local (default: now).")
  var at: String?

  func run() throws {
    let moment = try MomentOption.happened(at)
    let workspace = try Workspace.forCommand()
    let card = try card.id(in: workspace)
    let known = try workspace.known(card)
    let grading = Grading(
      card: card, moment: moment, grade: grade, mode: .away, textHash: known?.textHash)
    // A time that is named may be named twice, and then it is the same answer.
    let memory =
      try at == nil ? workspace.store.record(grading) : workspace.store.recordOnce(grading)
    guard let memory else {
      return Output.warn("\(card): \(grade.name) at that time is there already")
    }
    let due = workspace.store.schedule.due(of: memory, card: card)
    Output.warn("\(card): \(grade.name); due \(due.words)")
  }
}
