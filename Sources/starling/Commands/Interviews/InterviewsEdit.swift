import ArgumentParser
import Campaign
import Exchange
import Practice
import Scheduler
import Store

struct InterviewsEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit an interview in your editor, as YAML.")

  @Argument(help: "The employer, or the number that “interviews list” gives.")
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let named = try workspace.interviews(named: name)
    let key = (named.first { $0.start > SystemClock.now.time } ?? named.last)?.id
    guard let old = names.notebook.interview(key) else {
      throw StoreError.gone(what: "the interview")
    }
    let editing = old.editing(names, in: workspace)
    func keep(_ interview: Interview) throws -> Interview? {
      guard interview != old else { return nil }
      try workspace.refuseIfChanged(old)
      _ = try workspace.store.keep([.interview(interview)])
      return interview
    }
    let interview =
      try from.map { try keep(editing.read(from: $0)) }
      ?? editing.edited(old, with: workspace.formEditor("interview"), keeping: keep)
    guard let interview else { return Output.warn("nothing has changed") }
    Output.warn("changed \(interview.employer), round \(interview.round)")
    if let note = interview.newcomersNote { Output.warn(note) }
  }
}

extension Workspace {
  /// Refuses an edit of an interview that was changed since it was read; what is in its log does not
  /// stand in its form, but would be put back, too.
  ///
  /// - Throws: ``ChangedMeanwhile``.
  func refuseIfChanged(_ old: Interview) throws {
    try refuseIfChanged(old, "the interview \(old.employer), round \(old.round),") {
      $0.interview(old.id)
    }
  }
}

extension Interview {
  /// A form for it; what is in its log is left as it is.
  func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<Interview> {
    FormEditing(
      blank: Interview(
        id: id, employer: employer, round: round, startsAt: 0, isLogged: isLogged,
        notAsked: notAsked), names: names, employer: employer, noun: "interview",
      folder: workspace.places.store.folder, which: id?.description, hasNew: true)
  }
}
