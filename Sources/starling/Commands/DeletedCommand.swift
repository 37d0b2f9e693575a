import Application
import ArgumentParser

/// Lists what was deleted, and brings it back.
struct DeletedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deleted", abstract: "What was deleted in the last 90 days, and its way back.",
    subcommands: [DeletedList.self, DeletedBack.self], defaultSubcommand: DeletedList.self)
}

struct DeletedList: Command {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List it.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws { try Deletions(in: machine).list(json: form.json) }
}

struct DeletedBack: Command {
  static let configuration = CommandConfiguration(
    commandName: "back", abstract: "Bring one back, with all that went with it.")

  @Argument(help: "Its number in the list, or words of what it is called there.")
  var name: String

  func run(in machine: Machine) throws { try Deletions(in: machine).bringBack(name) }
}
