import ArgumentParser

/// How each command is called, for its help and the manual.
enum Examples {
  /// The lines for a command.
  ///
  /// - Parameter path: its words after `starling`, as `interviews add`.
  /// - Returns: whole command lines; empty for what has none.
  static func lines(for path: [String]) -> [String] {
    (table[path.joined(separator: " ")] ?? things(path)).map { "starling \($0)" }
  }

  /// A help with the examples at its end.
  static func added(to help: String, of path: [String]) -> String {
    let lines = lines(for: path)
    guard !lines.isEmpty else { return help }
    var help = help
    while help.hasSuffix("\n") { help.removeLast() }
    return help + "\n\nEXAMPLES:\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// The command whose help some words ask for, as `due --help` and `help due` do.
  static func path(of words: [String]) -> [String] {
    var command: any ParsableCommand.Type = Starling.self
    var path: [String] = []
    for word in words.first == "help" ? words.dropFirst() : words[...] {
      guard
        let next = command.configuration.subcommands.first(where: { $0._commandName == word })
      else { break }
      command = next
      path.append(word)
    }
    return path
  }

  /// Those of commands that are alike for all that the notebook holds.
  private static func things(_ path: [String]) -> [String] {
    guard path.count == 2, let example = texts[path[0]] else { return [] }
    let (thing, text) = (path[0], "\"\(example.text)\"")
    let of = example.isOfEmployer ? " Acme" : ""
    return switch path[1] {
    case "list": ["\(thing) list\(of)", "\(thing) list --json"]
    case "add": ["\(thing) add\(of) \(text)", "\(thing) add\(of) --from form.yaml"]
    case "show": ["\(thing) show 1"]
    case "edit": ["\(thing) edit 1"]
    case "delete": ["\(thing) delete 1"]
    default: []
    }
  }

  private static let texts: [String: (text: String, isOfEmployer: Bool)] = [
    "people": ("Dana Ortiz", true), "stories": ("Freezer audit", false),
    "doubts": ("Never led more than three people", true),
    "facts": ("Two handovers a day at the depot", true),
    "questions": ("What does a good first month look like?", true),
    "panels": ("With Sam, in the kitchen", false),
    "advert": ("Runs the night shift alone", true), "decision": ("Home by seven", false),
  ]

  private static let table: [String: [String]] = [
    "practice": ["practice", "practice --weak --minutes 10", "practice star-people/PE-01 --plain"],
    "due": ["due", "due --long"],
    "decks": ["decks", "decks show star-people"],
    "decks list": ["decks list", "decks list --json"],
    "decks show": ["decks show star-people", "decks show star-people/PE-01"],
    "decks check": ["decks check", "decks check my-deck.yaml"],
    "decks ids": ["decks ids my-deck.yaml"],
    "decks search": ["decks search handover"],
    "decks new": ["decks new my-deck"],
    "decks copy": ["decks copy star-people"],
    "decks on": ["decks on technical"],
    "decks off": ["decks off star-people"],
    "grade": [
      "grade star-people/PE-01 good", "grade star-people/PE-01 hard --at 2026-11-26T18:30",
    ],
    "undo": ["undo"],
    "deleted": ["deleted", "deleted back 1"],
    "deleted list": ["deleted list --json"],
    "deleted back": ["deleted back 1"],
    "erase": ["erase \"Freezer audit\"", "erase --answers-before 2026-01-01"],
    "memory": ["memory", "memory star-people/PE-01 --json"],
    "optimise": ["optimise", "optimise --apply"],
    "interviews": ["interviews", "interviews add Acme --at \"thu 14:00\""],
    "interviews list": ["interviews list", "interviews list --json"],
    "interviews add": [
      "interviews add Acme --at \"thu 14:00\"", "interviews add --from invitation.ics",
    ],
    "interviews show": ["interviews show Acme"],
    "interviews edit": ["interviews edit Acme --at \"fri 9:30\""],
    "interviews delete": ["interviews delete Acme"],
    "employers": ["employers", "employers edit Acme"],
    "employers list": ["employers list"],
    "employers add": ["employers add Acme"],
    "employers show": ["employers show Acme"],
    "employers edit": ["employers edit Acme"],
    "employers delete": ["employers delete Acme"],
    "people": ["people", "people add Acme \"Dana Ortiz\""],
    "log": ["log", "log add Acme \"Why us?\""],
    "log list": ["log list Acme"],
    "log show": ["log show Acme", "log show Acme --round 1"],
    "log add": ["log add Acme \"Why us?\" --landed strong"],
    "log edit": ["log edit Acme"],
    "log delete": ["log delete 1"],
    "stories": ["stories", "stories add \"Freezer audit\""],
    "stories told": ["stories told \"Freezer audit\" Acme"],
    "stories matrix": ["stories matrix", "stories matrix Acme"],
    "doubts": ["doubts", "doubts add Acme \"Never led more than three people\""],
    "doubts said": ["doubts said 1"],
    "facts": ["facts", "facts add Acme \"Two handovers a day at the depot\""],
    "facts check": ["facts check 1"],
    "questions": ["questions", "questions pick Acme"],
    "questions pick": ["questions pick", "questions pick Acme"],
    "advert": ["advert", "advert paste Acme"],
    "advert paste": ["advert paste Acme --from advert.txt"],
    "panels": ["panels", "panels marks"],
    "panels marks": ["panels marks", "panels marks 3"],
    "decision": ["decision", "decision table"],
    "decision say": ["decision say \"Home by seven\" Acme yes \"Dana said so\""],
    "decision table": ["decision table"],
    "brief": ["brief", "brief Acme --format html"],
    "plan": ["plan", "plan --minutes 30"],
    "stats": ["stats", "stats --json"],
    "report": ["report progress.html"],
    "voice": ["voice", "voice --check"],
    "recordings": ["recordings", "recordings play"],
    "recordings list": ["recordings list"],
    "recordings play": ["recordings play", "recordings play star-people/PE-01"],
    "recordings transcribe": ["recordings transcribe"],
    "recordings delete": ["recordings delete star-people/PE-01"],
    "import": ["import questions.csv", "import copy.json"],
    "calendar": ["calendar interviews.ics", "calendar - --practice"],
    "simulate": ["simulate", "simulate --days 7 --cards 40 --truth all"],
    "config": ["config", "config practice.minutes 30"],
    "export": ["export everything.json", "export stories.html --format booklet"],
    "sync": ["sync ~/Sync/starling", "sync --status"],
    "backup": ["backup", "backup copy.sqlite"],
    "restore": ["restore", "restore copy.sqlite"],
    "doctor": ["doctor", "doctor --rebuild"],
    "install": ["install", "install --deb starling.deb"],
    "uninstall": ["uninstall"],
  ]
}
