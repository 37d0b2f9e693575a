import Application
import ArgumentParser
import Exchange
import Files
import Screen
import TUI

/// The manual page, made of the tables that the program itself goes by.
enum Manual {
  /// The page in man(7) macros.
  static var text: String {
    var page = ManualPage()
    page.request("TH STARLING 1 \"\" \"starling \(Starling.configuration.version)\"")
    page.section("NAME")
    page.add("starling - \(Starling.configuration.abstract)")
    page.section("SYNOPSIS")
    page.add("starling [COMMAND] [ARGUMENTS]")
    page.section("DESCRIPTION")
    page.add(Starling.configuration.discussion)
    page.section("COMMANDS")
    page.add("Every command takes --help (-h), and starling itself --version.")
    for command in Starling.configuration.subcommands { add(command, [], to: &page) }
    page.section("SETTINGS")
    page.add("In config.yaml, by “starling config”, or by the “,” key.")
    for key in SettingKey.all {
      page.item(key.name, "\(key.help): \(key.range).")
    }
    page.section("KEYS")
    page.add(
      "In the trainer “?” (in text F1) shows those of the screen that you are on. Any can be another: keys.w: 'W F5' in the settings."
    )
    for section in HelpSection.all {
      page.subsection(section.title)
      for line in section.lines { page.item(line.keys.joined(separator: ", "), "\(line.help).") }
    }
    page.section("WORDS")
    for word in GlossaryWord.all { page.item(word.word, "\(word.meaning) Met \(word.met).") }
    for topic in HelpTopic.all {
      page.section(topic.title.uppercased())
      for paragraph in topic.paragraphs { page.add(paragraph) }
    }
    page.section("EXIT STATUS")
    page.item("0", "done")
    for code in Failure.Code.allCases { page.item("\(code.rawValue)", code.meaning) }
    page.section("ENVIRONMENT")
    page.item("STARLING_HOME", "one folder for everything, instead of the XDG folders")
    page.item(
      "XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME",
      "where the database, the settings and the index of the decks lie, each in a folder “starling”"
    )
    page.item("VISUAL, EDITOR", "the editor, unless the settings name one")
    page.section("FILES")
    page.item("~/.local/share/starling/starling.sqlite", "everything practised and written")
    page.item("~/.config/starling/decks/*.yaml", "decks of your own")
    page.item("~/.config/starling/config.yaml", "the settings")
    page.section("EXAMPLES")
    page.add(
      "What is left of today's session, in the prompt of bash and in the status line of tmux:")
    page.verbatim(
      """
      PS1='$(starling due 2>/dev/null) \\$ '
      set -g status-right '#(starling due)'
      """)
    return page.text
  }

  /// As wide as a manual page has room for on 80 columns.
  private static let width = 72

  /// A usage that is too long, on several lines.
  private static func folded(_ line: Substring) -> String {
    line.count <= width
      ? String(line) : String(line).wrapped(to: width - 7).joined(separator: "\n       ")
  }

  /// A command and those below it, just as its own help has them.
  private static func add(
    _ command: any ParsableCommand.Type, _ path: [String], to page: inout ManualPage
  ) {
    let path = path + [command._commandName]
    page.subsection("starling \(path.joined(separator: " "))")
    let help = Starling.helpMessage(for: command, columns: width)
      .prefix(upTo: "SUBCOMMANDS:")
    // What every command has is said once.
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("  -h, --help ") && !$0.hasPrefix("  --version ") }
      .map { $0.hasPrefix("OVERVIEW: ") ? String($0.dropFirst(10)) : folded($0) }
    page.verbatim(
      Examples.added(to: lines.joined(separator: "\n").trimmed(of: "OPTIONS:"), of: path))
    for child in command.configuration.subcommands { add(child, path, to: &page) }
  }
}

extension String {
  /// The text before a line, or all of it.
  fileprivate func prefix(upTo line: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != line }
      .joined(separator: "\n")
  }

  /// The text without empty lines at its end, nor a heading there with nothing under it.
  fileprivate func trimmed(of heading: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last, last.isEmpty || last == heading { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

/// A page of man(7) macros in the making.
private struct ManualPage {
  private(set) var text = ""

  mutating func request(_ line: String) { text += ".\(line)\n" }
  mutating func section(_ title: String) { request("SH \"\(Self.escaped(title))\"") }
  mutating func subsection(_ title: String) { request("SS \"\(Self.escaped(title))\"") }

  mutating func add(_ paragraph: String) {
    request("PP")
    text += Self.escaped(paragraph) + "\n"
  }

  mutating func item(_ term: String, _ paragraph: String) {
    request("TP")
    text += "\\fB\(Self.escaped(term))\\fR\n\(Self.escaped(paragraph))\n"
  }

  /// Adds lines that stay as they are.
  mutating func verbatim(_ lines: String) {
    request("PP")
    request("nf")
    text += Self.escaped(lines.sanitised(keeping: .newlines)) + "\n"
    request("fi")
  }

  /// A text without anything that the formatter would take for a command.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let plain = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.first == "." || plain.first == "'" ? "\\&" + plain : plain
      }
      .joined(separator: "\n")
  }
}
