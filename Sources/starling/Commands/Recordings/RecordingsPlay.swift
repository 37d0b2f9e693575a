import Application
import ArgumentParser
import Exchange
import Files

struct RecordingsPlay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a recorded answer: the newest, or the one named.")

  @Argument(help: "Its name or the start of it, or a card as DECK/CARD for the newest there.")
  var name: String?

  func run() throws {
    guard let recording = try Recordings.own().named(name).first else { return }
    let player = try Workspace.readSettings().player
    guard !player.isEmpty else {
      throw Failure(
        .unavailable,
        "“starling config programs.player 'aplay -q'” sets what plays \(recording.path)")
    }
    var program = try Companion(player, on: recording.path)
    while program.isRunning() { RunningProgram.wait(milliseconds: 20) }
  }
}
