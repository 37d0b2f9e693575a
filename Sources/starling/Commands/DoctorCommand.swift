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
    let places = try Places(environment: Workspace.environment())
    let settings = try SettingsFile(places.settings)
    if rebuild {
      let rebuilding = try Workspace(settings).store.rebuildMemory()
      let corrected = rebuilding.corrected == 1 ? "1 was" : "\(rebuilding.corrected) were"
      try Output.line(
        "rebuilt   \(rebuilding.cards.of("card")) from \(rebuilding.reviews.of("review")); \(corrected) different"
      )
    }
    let findings = Findings(places, settings)
    for line in findings.lines { try Output.line(line) }
    if findings.faults > 0 { throw Failure(.faults) }
  }
}

/// What the check found, a line each.
private struct Findings {
  private(set) var lines: [String] = []
  private(set) var faults = 0

  init(_ places: Places, _ settings: SettingsFile) {
    let path = places.store.database
    attempt("database", path) {
      let workspace = try Workspace(settings)
      try workspace.updateDecks()
      $0.note(
        "database", path,
        try workspace.store.integrityFaults().map {
          "\($0); \(places.store.copies.offer)"
        })
      $0.attempt("memory", path) { try $0.checkMemory(workspace.store) }
      $0.attempt("decks", places.decks) { try $0.checkDecks(workspace) }
    }
    note("private", "only you can read it", Self.permissionFaults(places))
    attempt("copies", places.store.copies.folder) { try $0.checkCopies(places.store.copies) }
    note("settings", settings.path, settings.faults.map(\.description))
    note("terminal", Self.variable("TERM") ?? "not set", Self.terminalFaults)
    checkLocale()
  }

  /// Runs one of the checks; one that cannot be made is a fault, too, and the others go on.
  private mutating func attempt(
    _ subject: String, _ state: String, _ check: (inout Findings) throws -> Void
  ) {
    do {
      try check(&self)
    } catch {
      let failure = error as? Failure ?? Failure(offeringCopyAfter: error)
      note(subject, state, [failure?.message ?? "\(error)"])
    }
  }

  private mutating func checkMemory(_ store: Store) throws {
    let stale = try store.staleMemories()
    note(
      "memory", try store.reviewCount().of("review"),
      stale.isEmpty
        ? []
        : [
          "what is kept of \(stale.count.of("card")) is not what the reviews come to; run “starling doctor --rebuild”"
        ])
  }

  private mutating func checkCopies(_ copies: SafetyCopies) throws {
    let all = try copies.all()
    guard let newest = all.first else {
      return note("copies", "none yet; the first is made when you practise", [])
    }
    let state = "\(all.count) in \(copies.folder), the newest of \(newest.day)"
    let condition = DatabaseFile(newest.path).condition()
    note(
      "copies", state,
      condition == .sound || condition == .newer
        ? []
        : ["\(newest.path) cannot be brought back; delete it, and “starling backup” makes another"])
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

  private static func permissionFaults(_ places: Places) -> [String] {
    let database = places.store.database
    return [database, database + "-wal", places.settings, places.store.copies.folder].flatMap {
      path in
      var status = stat()
      guard stat(path, &status) == 0 else { return [String]() }
      let mode = status.st_mode & S_IFMT == S_IFDIR ? 700 : 600
      var faults: [String] = []
      // What a person keeps among their public settings is their own affair.
      if path != places.settings, status.st_mode & 0o077 != 0 {
        faults.append("others can read \(path); run “chmod \(mode) \(path)”")
      }
      if status.st_uid != geteuid() {
        faults.append(
          "\(path) belongs to another user; run “sudo chown \(geteuid()) \(path)”")
      }
      return faults
    }
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

extension String {
  /// This word, filled up to the width of the first column.
  fileprivate var padding: String { self + String(repeating: " ", count: max(1, 10 - count)) }
}
