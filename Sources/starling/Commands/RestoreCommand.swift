import Application
import ArgumentParser
import Files
import Practice
import Scheduler
import Store

/// Brings a copy back.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a copy back; what is there now is kept.",
    discussion: "Without a path it lists the safety copies, the newest first, and changes nothing.")

  @Argument(
    help: "The copy: a file, or the name of a safety copy.",
    completion: .custom { _, _, _ in SafetyCopy.names })
  var path: String?

  func run() throws { try CopyRestoring(path).run() }
}

extension SafetyCopy {
  /// The names of all safety copies, for a shell to complete.
  fileprivate static var names: [String] {
    let copies = try? Places(environment: Workspace.environment()).store.copies.all()
    return (copies ?? []).compactMap { $0.path.split(separator: "/").last.map(String.init) }
  }
}
