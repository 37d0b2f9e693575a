import Application
import ArgumentParser

struct RecordingsPlay: Command {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a recorded answer: the newest, or the one named.")

  @Argument(help: "Its name or the start of it, or a card as DECK/CARD for the newest there.")
  var name: String?

  func run(in machine: Machine) throws { try Recordings(in: machine).play(name, in: machine) }
}
