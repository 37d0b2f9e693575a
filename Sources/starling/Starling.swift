import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Files
import Screen
import Store
import TUI
import Terminal

/// The command line; without a subcommand it opens the trainer.
@main
struct Starling: Command {
  static let configuration = CommandConfiguration(
    commandName: "starling",
    abstract: "Practise behavioural interview answers, aloud, towards the day of the interview.",
    discussion: """
      Without a command it opens the trainer. Files live where “starling doctor” says; \
      STARLING_HOME puts them all into one folder. “starling help TOPIC” explains \
      \(topics).
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Practice",
        subcommands: [
          PracticeCommand.self, DueCommand.self, PlanCommand.self, StatsCommand.self,
          ReportCommand.self, GradeCommand.self, UndoCommand.self,
        ]),
      CommandGroup(
        name: "Interviews and what you know of them",
        subcommands: [
          InterviewsCommand.self, EmployersCommand.self, ThingsCommand<Person>.self,
          LogCommand.self,
        ] + Notebook.listed.filter { $0 != Person.self }.map { $0.things } + [
          BriefCommand.self, CalendarCommand.self,
        ]),
      CommandGroup(
        name: "Cards and memory",
        subcommands: [
          DecksCommand.self, MemoryCommand.self, OptimiseCommand.self, SimulateCommand.self,
        ]),
      CommandGroup(
        name: "In, out and safe",
        subcommands: [
          ImportCommand.self, ExportCommand.self, SyncCommand.self, BackupCommand.self,
          RestoreCommand.self, DeletedCommand.self, EraseCommand.self,
        ]),
      CommandGroup(
        name: "The program",
        subcommands: [
          ConfigCommand.self, VoiceCommand.self, RecordingsCommand.self, DoctorCommand.self,
          InstallCommand.self, UninstallCommand.self,
        ]),
    ])

  func run(in machine: Machine) throws { try Trainer.run(in: machine) }

  /// Runs the command that the arguments name; every failure ends as a line or two and a code.
  static func main() {
    CrashLine.install()
    Store.prepare()
    let machine = Machine()
    do {
      // Without arguments there is nothing to parse, and parsing would take longer than the rest.
      guard !CalledWords.all.isEmpty else { return try Trainer.run(in: machine) }
      // Likewise at every prompt of a shell.
      if CalledWords.all == ["due"] {
        return try DueListing.write(as: .short, in: machine)
      }
      if let topic = topicAskedFor { return try show(topic) }
      if wordAskedFor == glossary { return try showGlossary() }
      if wordAskedFor == settings { return try showSettings() }
      if wordAskedFor == keys { return try showKeys(in: machine) }
      if wordAskedFor == guide { return try GuideListing(in: machine).write() }
      try checkHelpAskedFor()
      var command = try alone(CalledWords.all) ?? parseAsRoot(CalledWords.all)
      guard let command = command as? any Command else { return try command.run() }
      try command.run(in: machine)
    } catch let failure as Failure {
      failure.exit()
    } catch {
      if let failure = Failure(offeringCopyAfter: error, in: machine) { failure.exit() }
      if let error = error as? TerminalError {
        Failure(.unavailable, error.description).exit()
      }
      end(with: error, in: machine)
    }
  }

  /// The command that some words name, parsed by itself: the parser looks at all commands first, and
  /// that takes longer than most of them.
  ///
  /// - Returns: nil where anything is odd, for which the parser as a whole finds the words.
  static func alone(_ words: [String]) -> (any ParsableCommand)? {
    var words = words[...]
    var command: any ParsableCommand.Type = Self.self
    while let next = command.configuration.subcommands.first(where: {
      $0._commandName == words.first
    }) {
      command = next
      words.removeFirst()
    }
    guard command.configuration.subcommands.isEmpty else { return nil }
    return try? command.parse(Array(words))
  }

  /// Ends as the parser would, but in the voice of all other messages, and the arguments that it quotes
  /// bring nothing to the terminal that is not text.
  private static func end(with error: any Error, in machine: Machine) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error).sanitised(keeping: .newlines)
    guard code != .success else { show(message) }
    guard code == .validationFailure else {
      Output.message(message + "\n")
      exit(withError: code)
    }
    let meant = MeantCommand.question(for: CalledWords.all, in: machine)
    Failure(.usage, ParserMessage(message).words(meant: meant)).exit()
  }

  /// Shows what was asked for, such as a help, and ends.
  private static func show(_ message: String) -> Never {
    let isHelp = message.hasPrefix("OVERVIEW: ")
    do {
      // A shell's completions are no text to read.
      try isHelp
        ? Output.line(
          Examples.added(
            to: message.replacing(" SUBCOMMANDS:", with: ":"),
            of: Examples.path(of: CalledWords.all))) : Output.data(message)
    } catch let failure as Failure {
      failure.exit()
    } catch {
      exit(withError: ExitCode.failure)
    }
    exit(withError: ExitCode.success)
  }

  /// The topic of `starling help TOPIC`; other words after “help” are left to the parser.
  private static var topicAskedFor: HelpTopic? { wordAskedFor.flatMap(HelpTopic.named) }

  /// The word of `starling help WORD`, in small letters.
  private static var wordAskedFor: String? {
    let words = CalledWords.all
    return words.count == 2 && words.first == "help" ? words.last?.lowercased() : nil
  }

  /// The topic that is not the same for everybody.
  private static let guide = "guide"

  /// The words of the trainer, and what they mean.
  private static let glossary = "words"

  /// The keys of all screens.
  private static let keys = "keys"

  /// What can be set.
  private static let settings = "settings"

  private static let topics = ([guide] + HelpTopic.all.map(\.name) + [glossary, keys, settings])
    .joined(
      separator: ", ")

  /// Makes sure that there is such a command where help on one is asked for: the parser would help
  /// with whatever is above it.
  private static func checkHelpAskedFor() throws(Failure) {
    let words = CalledWords.all
    guard words.first == "help", words.count > 1, words.last != "help" else { return }
    var commands = configuration.subcommands
    for word in words.dropFirst() where !word.hasPrefix("-") {
      guard let command = commands.first(where: { $0._commandName == word }) else {
        let near =
          Suggestion.nearest(
            to: word,
            among: commands.map { $0._commandName } + [guide, glossary, keys, settings]
              + HelpTopic.all.map(\.name))
        throw Failure(
          .usage,
          """
          there is no command or topic “\(words.dropFirst().joined(separator: " "))”; \
          \(near.map { "did you mean “\($0)”?" } ?? "“starling help” lists the commands")
          topics are \(topics)
          """)
      }
      commands = command.configuration.subcommands
    }
  }

  /// The key tables that the screens go by, with the keys that the person has put in the place of others.
  private static func showKeys(in machine: Machine) throws {
    let changes = try SettingsFile.usable(in: machine.places()).settings.keyChanges
    let sections = HelpSection.all.map { section in
      let lines = section.lines(changedBy: changes, hasSigns: Output.hasSigns).flatMap { line in
        let keys = line.keys.joined(separator: " ")
        let help = line.help.wrapped(to: 56)
        // Many keys have a line of their own.
        let first = keys.displayWidth > 19 ? ["  \(keys)"] : []
        return first
          + help.enumerated().map { index, text in
            "  \((index == 0 && first.isEmpty ? keys : "").padded(to: 19)) \(text)"
          }
      }
      return ([section.title] + lines).joined(separator: "\n")
    }
    let head =
      "The keys of all screens. “?” in the trainer (F1 in text) shows those of the one you are on."
    try Output.line(
      (head.wrapped(to: 76).joined(separator: "\n") + "\n\n") + sections.joined(separator: "\n\n"))
  }

  /// The table of settings, as the screen and the manual have it.
  private static func showSettings() throws {
    let head =
      "What can be set. “starling config NAME VALUE” changes one, and so does “,” in the trainer; both write it into config.yaml."
    let settings = SettingKey.all.map { key in
      let standard = key.standard.isEmpty ? "" : " The default is \(key.standard)."
      let words = "\(key.help): \(key.range).\(standard)".wrapped(to: 74)
      return "\(key.name)\n" + words.map { "    \($0)" }.joined(separator: "\n")
    }
    try Output.line(
      ([head.wrapped(to: 76).joined(separator: "\n")] + settings).joined(separator: "\n\n"))
  }

  private static func showGlossary() throws {
    let words = GlossaryWord.all.map { word in
      let meaning = "\(word.meaning) Met \(word.met)."
      return "\(word.word)\n"
        + meaning.wrapped(to: 74).map { "    \($0)" }.joined(separator: "\n")
    }
    try Output.line((["Words, and what Starling means by them"] + words).joined(separator: "\n\n"))
  }

  private static func show(_ topic: HelpTopic) throws {
    let paragraphs = topic.paragraphs.map { $0.wrapped(to: 78).joined(separator: "\n") }
    try Output.line(([topic.title] + paragraphs).joined(separator: "\n\n"))
    if configuration.subcommands.contains(where: { $0._commandName == topic.name }) {
      try Output.line("\nFor the command itself see “starling \(topic.name) --help”.")
    }
  }
}
