import Application
import ArgumentParser
import Scheduler

/// Records a review that was made away from the screen.
struct GradeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Record an answer given away from the screen.")

  @Argument(help: "The card, as DECK/CARD or by its own id.", completion: .cards)
  var card: CardName

  @Argument(help: "How it went: again, hard, good or easy.")
  var grade: Grade

  @Option(help: "When it was, in ISO 8601; without a zone it is local (default: now).")
  var at: String?

  func run(in machine: Machine) throws {
    try AwayAnswer(to: card, grade, at: at).record(in: machine)
  }
}
