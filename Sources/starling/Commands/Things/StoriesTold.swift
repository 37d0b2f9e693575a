import Application
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
    let listener = try to.map { try workspace.listener($0, at: interview.employer, names) }
    let telling = Telling(
      story: story.id, interview: interview.id, listener: listener, isWhole: !briefly)
    if undo {
      try workspace.store.delete([Item(telling)])
    } else {
      try workspace.store.keep([Item(telling)])
    }
    let heard = try workspace.store.notebook().tellings(of: story.id, to: interview.employer)
    let words = heard.map(names.notebook.words)
    Output.warn(
      "“\(story.title)” told to \(interview.employer): \(words.isEmpty ? "not yet" : words.joined(separator: "; "))"
    )
  }
}
