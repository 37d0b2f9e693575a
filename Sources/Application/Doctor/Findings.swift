import Files
package import Store

/// What the checks found, a line each.
///
/// A check is a method and a line in ``checks``. It says by ``note(_:_:_:)``
/// what it looked at and each fault with the file it is about and how to mend it. One that throws has
/// that as its fault, and the others go on.
package struct Findings {
  package let places: Places
  package let settings: SettingsFile
  /// The database and decks, or why they cannot be opened.
  package let workspace: Result<Workspace, any Error>
  /// The database; nil if it cannot be opened, of which its own check tells.
  package var store: Store? {
    switch workspace {
    case .success(let workspace): workspace.store
    case .failure: nil
    }
  }

  /// The terminal; nil where `TERM` names none.
  package let terminal: TerminalDescription?
  private let surroundings: any Surroundings
  var clock: WallClock { surroundings.clock }

  package private(set) var lines: [String] = []
  package private(set) var faults = 0

  private typealias Check = (subject: String, make: (inout Findings) throws -> Void)

  /// All checks, in the order in which they are said.
  private static var checks: [Check] {
    [
      ("database", { try $0.checkDatabase() }),
      ("memory", { try $0.checkMemory() }),
      ("records", { try $0.checkRecords() }),
      ("index", { $0.checkIndex() }),
      ("decks", { try $0.checkDecks() }),
      // Which cards are in no deck is known only now.
      ("reviews", { try $0.checkReviews() }),
      ("private", { $0.checkPermissions() }),
      ("copies", { try $0.checkCopies() }),
      ("copies", { try $0.checkOthers() }),
      ("writing", { try $0.checkWriting() }),
      ("sync", { try $0.checkSync() }),
      ("settings", { $0.note("settings", $0.settings.path, $0.settings.complaints) }),
      ("programs", { try $0.checkPrograms() }),
      ("terminal", { $0.checkTerminal() }),
      ("locale", { $0.checkLocale() }),
    ]
  }

  /// What the checks are called.
  static var subjects: [String] { checks.map(\.subject) }

  /// Makes all checks.
  ///
  /// - Parameters:
  ///   - places: where everything is.
  ///   - settings: the settings file, read.
  ///   - terminal: the terminal; nil where `TERM` names none.
  ///   - surroundings: the machine.
  package init(
    _ places: Places, _ settings: SettingsFile, terminal: TerminalDescription?,
    _ surroundings: any Surroundings
  ) {
    self.terminal = terminal
    self.surroundings = surroundings
    self.places = places
    self.settings = settings
    workspace = Result { try Workspace(settings, in: places, surroundings, mayOnlyRead: true) }
    for check in Self.checks { attempt(check) }
  }

  private mutating func attempt(_ check: Check) {
    do {
      try check.make(&self)
    } catch {
      let failure = Failure(offeringCopyAfter: error, in: surroundings)
      note(check.subject, "", [failure?.message ?? "\(error)"])
    }
  }

  /// Says what was looked at, or the faults that it has.
  ///
  /// - Parameters:
  ///   - subject: what the check is called, in at most nine letters.
  ///   - state: what was looked at, said if it is sound.
  ///   - found: its faults, each with the file it is about and how to mend it.
  package mutating func note(_ subject: String, _ state: String, _ found: [String]) {
    let name = subject + String(repeating: " ", count: max(1, 10 - subject.count))
    if found.isEmpty {
      lines.append("\(name)\(state): sound")
    } else {
      faults += found.count
      lines += found.map { "\(name)fault: \($0)" }
    }
  }

  /// Says what is no fault, but good to know.
  package mutating func remark(_ subject: String, _ text: String) {
    lines.append(subject + String(repeating: " ", count: max(1, 10 - subject.count)) + text)
  }
}
