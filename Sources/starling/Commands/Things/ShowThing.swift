import ArgumentParser
import Campaign
import Exchange

/// Shows one thing, whole.
struct ShowThing<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: "Show one.")
  }

  @Argument(help: "Its number, or its text.")
  var name: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let thing = try Thing.one(named: name, names)
    guard !json else { return try Output.json(thing.json(names)) }
    try Output.line(names.text(of: Item(thing)))
  }
}

extension FormNames {
  /// A thing whole: what is in its form, and of a story to whom it was told, of a round its log.
  func text(of item: Item) -> String {
    var parts = [Form.listing(of: item.thing, self)]
    if let story = item.kept(Story.self) {
      parts += notebook.employers.flatMap { employer in
        notebook.tellings(of: story.id, to: employer.name).map {
          "told to \(employer.name), \(notebook.words(for: $0))"
        }
      }
    }
    if let round = item.kept(Interview.self) {
      let log = Form.listing(of: RoundLog(of: round, in: notebook), self)
      if !log.isEmpty { parts.append("\n\(log)") }
    }
    return parts.joined(separator: "\n")
  }
}
