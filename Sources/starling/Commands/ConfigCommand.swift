import Application
import ArgumentParser
import Exchange

/// Shows and changes the settings.
struct ConfigCommand: Command {
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

  @Argument(help: "What it is to be.", completion: .settingValues)
  var value: String?

  @Flag(help: "Go back to the default.")
  var reset = false

  @Option(help: "Take the settings of a file, but none that runs a program.", completion: .file())
  var from: String?

  @OptionGroup var form: ListForm

  func validate() throws {
    if reset, key == nil || value != nil {
      throw ValidationError("--reset takes a key and no value.")
    }
    if from != nil, key != nil || reset || form.json {
      throw ValidationError("--from takes a file and nothing else.")
    }
    if form.json, value != nil || reset { throw ValidationError("--json is for showing.") }
  }

  func run(in machine: Machine) throws {
    let key = try key.map { try SettingKey.known($0) }
    let file = try SettingsFile(in: machine)
    if let from { return try SettingsImport(from).run(into: file) }
    if let key, value != nil || reset { return try file.set(key, to: reset ? nil : value) }
    try file.list(key, asJSON: form.json)
  }
}
