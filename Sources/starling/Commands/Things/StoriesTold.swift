import ArgumentParser
import Campaign
import Decks
import Exchange
import Practice
import Scheduler
import Store

/// Marks a story as told in a round, beside what the round's log says.
struct StoriesTold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Mark a story as told to an employer.")

  @Argument(help: "The story's title, or its number.")
  var story: String

  @Argument(help: "Who heard it.")
  var employer: String

  @Option(parsing: .unconditional, help: "In which round (default: the latest that has begun).")
  var round: Int?

  @Option(help: "To whom, by name or role (default: all who were there).")
  var to: String?

  @Flag(help: "It was only touched on.")
  var briefly = false

  @Flag(help: "Take the mark back.")
  var undo = false

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let story = try Story.one(named: story, names)
    let interview = try names.interview(
      with: employer, round: round, at: SystemClock.now.time)
    guard let key = story.id, let round = interview.id else {
      throw StoreError.gone(what: "the story or the round")
    }
    let listener = try to.flatMap { try workspace.listener($0, at: interview.employer, names) }
    let telling = Telling(story: key, interview: round, listener: listener, isWhole: !briefly)
    if undo {
      try workspace.store.delete([.telling(telling)])
    } else {
      _ = try workspace.store.keep([.telling(telling)])
    }
    let heard = try workspace.store.notebook().tellings(of: key, to: interview.employer)
    let words = heard.map(names.notebook.words)
    Output.warn(
      "“\(story.title)” told to \(interview.employer): \(words.isEmpty ? "not yet" : words.joined(separator: "; "))"
    )
  }
}
