import Application
import ArgumentParser
import Exchange
import Files

/// Shows and changes the settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show settings, or change one.",
    discussion: """
      Without a key it lists all. A key such as keys.w puts another key, or several, in the place \
      of “w”. What else is in the file stays as it is. --from takes the settings of another file, or \
      of an archive that “starling export” has written; those that run programs are left.
      """)

  @Argument(
    help: "The setting, as SECTION.KEY.", completion: .list(SettingKey.all.map(\.name)))
  var key: String?

  @Argument(help: "What it is to be.")
  var value: String?

  @Flag(help: "Go back to the default.")
  var reset = false

  @Option(help: "Take the settings of a file, but none that runs a program.", completion: .file())
  var from: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if reset, key == nil || value != nil {
      throw ValidationError("--reset takes a key and no value.")
    }
    if from != nil, key != nil || reset || json {
      throw ValidationError("--from takes a file and nothing else.")
    }
    if json, value != nil || reset { throw ValidationError("--json is for showing.") }
  }

  func run() throws {
    let key = try key.map { try SettingKey.known($0) }
    let file = try SettingsFile(Places(environment: Workspace.environment()).settings)
    if let from { return try SettingsImport(from).run(into: file) }
    if let key, value != nil || reset {
      return try file.set(key, to: reset ? nil : value)
    }
    if let key, !json {
      try Output.line(key.text(file.settings))
    } else {
      try list(key.map { [$0] } ?? SettingKey.all(in: file.settings), file.settings)
    }
    for fault in file.faults { Output.warn(fault.description) }
    if !file.faults.isEmpty { throw Failure(.settings) }
  }

  private func list(_ keys: [SettingKey], _ settings: Settings) throws {
    guard json else {
      return try Output.table(
        [["SETTING", "VALUE", "DEFAULT", "WHAT IT DOES"]]
          + keys.map { [$0.name, $0.text(settings), $0.standard, "\($0.help): \($0.range)"] })
    }
    try Output.json(
      .array(
        keys.map { key in
          .object([
            "key": .string(key.name), "value": .string(key.text(settings)),
            "default": .string(key.standard), "takes": .string(key.range),
            "help": .string(key.help),
          ])
        }))
  }
}
