import Campaign
import Exchange
import Store

// The forms of what is in the notebook and is not listed by number.

extension Employer {
  /// A form for it.
  func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<Employer> {
    FormEditing(
      blank: Employer(name: ""), names: names, noun: "employer",
      folder: workspace.places.store.folder, which: name)
  }
}

extension LogEntry {
  /// A form for it.
  func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<LogEntry> {
    let round = names.notebook.interview(interview)
    return FormEditing(
      blank: LogEntry(id: id, interview: interview, text: ""), names: names,
      employer: round?.employer ?? "", noun: "question asked",
      folder: workspace.places.store.folder, which: id?.description,
      context: round.context)
  }
}

extension Promise {
  /// A form for it.
  func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<Promise> {
    FormEditing(
      blank: Promise(id: id, interview: interview, text: ""), names: names, noun: "promise",
      folder: workspace.places.store.folder, which: id?.description,
      context: names.notebook.interview(interview).context)
  }
}

extension ThankYou {
  /// A form for it.
  func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<ThankYou> {
    let round = names.notebook.interview(interview)
    return FormEditing(
      blank: ThankYou(id: id, interview: interview, text: ""), names: names,
      employer: round?.employer ?? "", noun: "thanks",
      folder: workspace.places.store.folder, which: id?.description,
      context: round.context)
  }
}

extension Interview? {
  /// What tells a round from others, in the form of what belongs to it.
  fileprivate var context: String { map { "\($0.employer), round \($0.round)" } ?? "" }
}
