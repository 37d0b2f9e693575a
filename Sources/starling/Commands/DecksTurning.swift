import Application
import ArgumentParser

/// Turns decks on.
struct DecksOn: Command {
  static let configuration = CommandConfiguration(
    commandName: "on", abstract: "Turn a deck on: its cards are asked and counted.",
    discussion: """
      Packs with the questions of one line of work are off until you turn them on. “starling undo” \
      takes it back.
      """)

  @Argument(help: "Ids of decks.", completion: .decks)
  var ids: [String]

  func run(in machine: Machine) throws { try DecksInUse(in: machine).turn(ids, on: true) }
}

/// Turns decks off.
struct DecksOff: Command {
  static let configuration = CommandConfiguration(
    commandName: "off", abstract: "Turn a deck off: none of its cards is asked or counted.",
    discussion: """
      What you practised of it is kept, and you still find its cards in the list of decks. \
      “starling undo” takes it back.
      """)

  @Argument(help: "Ids of decks.", completion: .decks)
  var ids: [String]

  func run(in machine: Machine) throws { try DecksInUse(in: machine).turn(ids, on: false) }
}
