import Application
import ArgumentParser
import Terminal

/// Brings several machines together.
struct SyncCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Bring your machines together, by a folder or by git.",
    discussion: """
      The place is a folder that something carries between your machines (Syncthing, Dropbox, a \
      stick), or a git repository: an address with a scheme, host:path, a name that ends in .git. \
      It is named once and kept; in an empty home that is the whole set-up. What each machine has \
      practised and written, the others get, own decks included; settings and recordings stay where \
      they are. What was changed on both sides is kept in both wordings, and listed by --conflicts. \
      Nothing that came is taken back by undo.
      """)

  @Argument(
    help: ArgumentHelp(
      "Where your machines meet, when it is named or becomes another.",
      valueName: "folder|git-address"),
    completion: .directory)
  var place: String?

  @Flag(help: "Say where it is, when you were there last, and whether there is anything new here.")
  var status = false

  @Flag(
    help:
      "Show what was changed on both sides, with all wordings: on a screen to choose from, or as a list."
  )
  var conflicts = false

  @Option(help: "With --conflicts: keep the wording of that number, for all machines.")
  var keep: Int?

  @Flag(help: "Say what would come and go, and change nothing.")
  var dryRun = false

  @Flag(help: "Forget the place; nothing is deleted there.")
  var off = false

  @Option(
    help:
      "Take away what a machine that is no more has put there; what it had stays with the others.")
  var forget: String?

  @Option(help: "Take in nothing more of what a machine puts there; --forget ends that.")
  var reject: String?

  @OptionGroup var form: ListForm

  func validate() throws {
    let doings = [status, conflicts, dryRun, off, forget != nil, reject != nil].count { $0 }
    if doings > 1 {
      throw ValidationError(
        "One of --status, --conflicts, --dry-run, --off, --forget and --reject at a time.")
    }
    if keep != nil, !conflicts { throw ValidationError("--keep goes with --conflicts.") }
    if place != nil, doings > 0, !dryRun {
      throw ValidationError("A place goes with nothing but --dry-run.")
    }
    if form.json, !status, !conflicts || keep != nil {
      throw ValidationError("--json goes with --status and --conflicts.")
    }
  }

  func run(in machine: Machine) throws {
    if status { return try SyncTelling.status(asJSON: form.json, in: machine) }
    if let name = forget ?? reject {
      return try SyncTelling.part(from: name, forgets: forget != nil, in: machine)
    }
    if off { return try SyncTelling.off(in: machine) }
    if let keep { return try SyncTelling.keep(keep, in: machine) }
    if conflicts {
      if !form.json, machine.isAtTerminal, try SyncTelling.hasConflicts(in: machine) {
        do {
          return try Trainer.run(in: machine, opening: .conflicts)
        } catch is TerminalError {
          // They are listed where no screen can be shown.
        }
      }
      return try SyncTelling.conflicts(asJSON: form.json, in: machine)
    }
    try Syncing(with: place, isDry: dryRun).run(in: machine)
  }
}
