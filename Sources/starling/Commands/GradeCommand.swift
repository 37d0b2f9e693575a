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

extension Workspace {
  /// The card of that id; nil if it is in no deck now but was practised once.
  ///
  /// - Throws: ``Failure`` if it is in no deck and never was practised, or there is no such deck.
  func known(_ id: CardID) throws -> Card? {
    if let card = try store.card(id) { return card }
    guard try store.memory(of: id) == nil else { return nil }
    try requireDecks([id.deck])
    throw Failure(
      .badData, "there is no card “\(id)”; “starling decks show \(id.deck)” lists its deck")
  }
}

extension Due {
  /// A day, or a time in UTC.
  var text: String {
    switch self {
    case .day(let day): day.description
    case .time(let time): ISO8601.text(time)
    }
  }

  /// The same for the eye: a time is that of the clock here, to the minute.
  var words: String {
    switch self {
    case .day(let day): return day.description
    case .time(let time):
      let offset = Int64(SystemClock.utcOffset(at: time))
      let local = ISO8601.text(time.adding(milliseconds: offset * 1000))
      guard let end = local.firstIndex(of: "T") else { return local }
      return "\(local[..<end]) \(local[end...].dropFirst().prefix(5))"
    }
  }
}
