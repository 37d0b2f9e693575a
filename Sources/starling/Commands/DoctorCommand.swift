import ArgumentParser
import Exchange
import Glibc
import Practice
import Store

/// Checks what Starling lives on, and says what to do about each fault.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check database, decks, settings and terminal.")

  @Flag(help: "Compute every card's memory anew from its reviews.")
  var rebuild = false

  func run() throws {
    let workspace = try Workspace()
    try workspace.updateDecks { _, _ in }
    if rebuild {
      let rebuilding = try workspace.store.rebuildMemory()
      let corrected = rebuilding.corrected == 1 ? "1 was" : "\(rebuilding.corrected) were"
      try Output.line(
        "rebuilt   \(rebuilding.cards.of("card")) from \(rebuilding.reviews.of("review")); \(corrected) different"
      )
    }
    let findings = try Findings(workspace)
    for line in findings.lines { try Output.line(line) }
    if findings.faults > 0 { throw Failure(.faults) }
  }
}

/// What the check found, a line each.
private struct Findings {
  private(set) var lines: [String] = []
  private(set) var faults = 0

  init(_ workspace: Workspace) throws {
    try checkDatabase(workspace)
    try checkDecks(workspace)
    let faults = workspace.settingsFaults
    note("settings", workspace.places.settings, faults.map(\.description))
    note("terminal", Self.variable("TERM") ?? "not set", Self.terminalFaults)
    checkLocale()
  }

  private mutating func checkDatabase(_ workspace: Workspace) throws {
    let path = workspace.places.store.database
    note("database", path, try workspace.store.integrityFaults())
    note("private", "only you can read it", Self.permissionFaults(path))
    let stale = try workspace.store.staleMemories()
    note(
      "memory", try workspace.store.reviewCount().of("review"),
      stale.isEmpty
        ? []
        : [
          "what is kept of \(stale.count.of("card")) is not what the reviews come to; run “starling doctor --rebuild”"
        ])
  }

  private mutating func checkDecks(_ workspace: Workspace) throws {
    let decks = try workspace.store.decks(at: SystemClock.now)
    let cards = decks.reduce(0) { $0 + $1.cards }
    note(
      "decks",
      "\(decks.count.of("deck")), \(cards.of("card")); your own are in \(workspace.places.decks)",
      try workspace.store.deckFaults().flatMap(\.lines))
  }

  private mutating func checkLocale() {
    // Until the environment's is asked for, the C library has the plain one.
    setlocale(LC_ALL, "")
    let characters = String(cString: nl_langinfo(Int32(CODESET)))
    note(
      "locale", characters,
      characters == "UTF-8"
        ? [] : ["the locale's characters are \(characters), not UTF-8; set LC_ALL=C.UTF-8"])
  }

  private mutating func note(_ subject: String, _ state: String, _ found: [String]) {
    let name = subject.padding
    if found.isEmpty {
      lines.append("\(name)\(state): sound")
    } else {
      faults += found.count
      lines += found.map { "\(name)fault: \($0)" }
    }
  }

  private static func permissionFaults(_ path: String) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return [] }
    return ["others can read \(path); run “chmod 600 \(path)”"]
  }

  private static var terminalFaults: [String] {
    guard isatty(STDOUT_FILENO) == 1 else { return [] }
    switch variable("TERM") {
    case nil, "", "dumb", "unknown":
      return ["TERM names no terminal with a screen; use “starling practice --plain”"]
    default: return []
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

extension Int {
  /// So many of a thing: `1 review`, `2 reviews`.
  fileprivate func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

extension String {
  /// This word, filled up to the width of the first column.
  fileprivate var padding: String { self + String(repeating: " ", count: max(1, 10 - count)) }
}
