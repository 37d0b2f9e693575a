import Application
import ArgumentParser
import Campaign
import Decks
import TUI

/// Which command a person probably meant whose words the parser does not take.
enum MeantCommand {
  /// A line that asks for it; nil if none is near, or the words name a command and something else is wrong.
  static func question(for words: [String], in machine: Machine) -> String? {
    if words.count == 2, words[0] == "grade" { return question(forCard: words[1], in: machine) }
    return command(for: words).map { "did you mean “starling \($0)”?" } ?? hint(for: words)
  }

  /// Asks for the card where a grade is missing, too, and so no command looks for it.
  private static func question(forCard id: String, in machine: Machine) -> String? {
    do {
      return try Workspace.forCommand(in: machine).nearest(toDeckOrCard: id)
    } catch {
      // The fault of the words is what there is to say.
      return nil
    }
  }

  /// What there is where nothing is near: a topic of that name, or what a command has below it.
  private static func hint(for words: [String]) -> String? {
    let words = words.filter { !$0.hasPrefix("-") }.map { $0.lowercased() }
    guard let first = words.first else { return nil }
    if words.count == 1, HelpTopic.named(first) != nil {
      return "“starling help \(first)” is about it"
    }
    let below = names(below: first)
    guard words.count > 1, !below.isEmpty, !below.contains(words[1]) else { return nil }
    return "“starling \(first)” has \(below.joined(separator: ", "))"
  }

  private static func command(for words: [String]) -> String? {
    let words = words.filter { !$0.hasPrefix("-") }
    guard let first = words.first?.lowercased() else { return nil }
    let root = names(in: Starling.self)
    if first == "config", words.count > 2 { return "config KEY VALUE" }
    if let name = root.first(where: { $0 == first }) { return subcommand(of: name, in: words) }
    // The other way round, as in “add story”.
    if verbs.contains(first), words.count > 1, let thing = name(near: words[1], in: root) {
      let verb = first == "new" ? "add" : first
      if names(below: thing).contains(verb) { return "\(thing) \(verb)" }
    }
    if let other = synonyms[first] { return other }
    guard let name = name(near: first, in: root) else { return nil }
    return subcommand(of: name, in: words) ?? name
  }

  /// The words with the second mended; nil if it needs no mending, or is no command's name.
  private static func subcommand(of name: String, in words: [String]) -> String? {
    let below = names(below: name)
    guard words.count > 1, !below.isEmpty else { return nil }
    let second = words[1].lowercased()
    if below.contains(second) { return name == words[0] ? nil : "\(name) \(second)" }
    let near = subSynonyms[second].flatMap { below.contains($0) ? $0 : nil }
    return (near ?? Suggestion.nearest(to: second, among: below)).map { "\(name) \($0)" }
  }

  private static func names(in command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.map { $0._commandName }
  }

  private static func names(below name: String) -> [String] {
    Starling.configuration.subcommands.first { $0._commandName == name }.map(names) ?? []
  }

  /// The command nearest to a word, or to its plural.
  private static func name(near word: String, in names: [String]) -> String? {
    let word = word.lowercased()
    let plural = word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"
    return names.first { $0 == plural } ?? synonyms[word].flatMap { names.contains($0) ? $0 : nil }
      ?? Suggestion.nearest(to: word, among: names)
  }

  private static let verbs: Set = ["add", "new", "edit", "show", "list", "delete"]

  private static let subSynonyms = [
    "new": "add", "create": "add", "insert": "add", "remove": "delete", "rm": "delete",
    "del": "delete", "ls": "list", "all": "list", "change": "edit", "view": "show",
    "find": "search",
    "enable": "on", "disable": "off", "lint": "check", "validate": "check",
  ]

  /// What people call commands that have another name here.
  private static let synonyms = [
    "study": "practice", "learn": "practice", "train": "practice", "drill": "practice",
    "quiz": "practice", "review": "practice", "session": "practice", "sessions": "practice",
    "start": "practice", "today": "due", "status": "due", "statistics": "stats",
    "progress": "stats", "settings": "config", "setting": "config", "preferences": "config",
    "set": "config", "search": "decks search", "find": "decks search", "show": "decks show",
    "card": "decks show", "cards": "decks show", "list": "decks list", "ls": "decks list",
    "check": "decks check", "validate": "decks check", "version": "--version", "rate": "grade",
    "answer": "grade", "company": "employers", "companies": "employers", "optimize": "optimise",
    "trash": "deleted", "revert": "undo", "schedule": "plan", "rounds": "log", "setup": "install",
    "save": "backup", "keys": "help", "manual": "help", "commands": "help",
  ]
}
