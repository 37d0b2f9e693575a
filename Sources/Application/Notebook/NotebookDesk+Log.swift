package import Campaign
import Decks
import Exchange
import Files
import Practice
import Store

/// What was asked in a round, and how it went.
extension NotebookDesk {
  /// The round that is meant: the one of that number, else the latest that has begun.
  func round(_ number: Int?, with employer: String) throws(Failure) -> Kept<Interview> {
    try names.interview(with: employer, round: number, at: workspace.clock.now.time)
  }

  /// Lists what was asked in all rounds, the latest first, or in those with an employer.
  package func listLog(with employer: String?, asJSON json: Bool) throws {
    let name = try employer.map { try names.employer(named: $0).name }
    let rounds = notebook.interviews.reversed().filter { name == nil || $0.employer == name }
    let entries = rounds.flatMap { round in notebook.entries(of: round.id).map { (round, $0) } }
    try Output.list(
      entries, asJSON: json,
      titles: ["ID", "EMPLOYER", "ROUND", "LANDED", "FAMILY", "STORY", "QUESTION"],
      cells: { round, entry in
        [
          entry.id.description, round.employer, "\(round.round)", entry.landed?.rawValue ?? "–",
          entry.family.map(names.families.shortTitle) ?? "–",
          notebook.story(entry.story)?.title ?? "–", entry.text,
        ]
      },
      fields: { round, entry in
        names.json(
          entry.thing,
          after: [
            ("id", .int(Int(entry.id.value))), ("employer", .string(round.employer)),
            ("round", .int(round.round)),
          ])
      })
  }

  /// Shows the whole log of a round.
  package func showLog(with employer: String, round: Int?, asJSON json: Bool) throws {
    let interview = try self.round(round, with: employer)
    let log = RoundLog(of: interview, in: notebook)
    guard !json else {
      return try Output.json(
        names.json(
          log,
          after: [
            ("employer", .string(interview.employer)), ("round", .int(interview.round)),
          ]))
    }
    try Output.line("\(interview.title)")
    try Output.line(Form.reading(of: log, names))
    let untouched = notebook.familiesNotAsked(in: interview, of: names.families.map(\.code))
    if !untouched.isEmpty {
      let titles = untouched.map(names.families.title).joined(separator: ", ")
      try Output.line("Families not asked: \(titles)")
    }
  }

  /// What is known of a question that was asked, as it was written on the command line.
  package struct Asked {
    package var question: String
    package var landed: LogEntry.Landing?
    /// The story that was told: its title or number.
    package var story: String?
    package var family: String?
    /// Who asked, by name or role.
    package var asker: String?
    package var pressedOn: String?

    package init(
      _ question: String, landed: LogEntry.Landing?, story: String?, family: String?,
      asker: String?, pressedOn: String?
    ) {
      (self.question, self.landed, self.story) = (question, landed, story)
      (self.family, self.asker, self.pressedOn) = (family, asker, pressedOn)
    }
  }

  /// Adds a question that was asked.
  package func add(_ asked: Asked, with employer: String, round: Int?) throws {
    let interview = try self.round(round, with: employer)
    var entry = LogEntry(interview: interview.id, text: asked.question)
    entry.family = try asked.family.map { try names.family($0) }
    entry.story = try asked.story.map { try Story.one(named: $0, names).id }
    entry.asker = try asked.asker.map {
      try workspace.listener($0, at: interview.employer, names)
    }
    entry.landed = asked.landed
    (entry.isPressed, entry.pressedOn) = (asked.pressedOn != nil, asked.pressedOn ?? "")
    try store.keep([Item(entry)])
    Output.warn("kept for \(interview.title)")
  }

  /// Asks for a question that was asked, field by field.
  package func askForEntry(with employer: String, round: Int?) throws {
    let interview = try self.round(round, with: employer)
    say(try forms(from: nil).ask(for: LogEntry(interview: interview.id, text: "")))
  }

  /// Edits the whole log of a round by a form.
  package func editLog(with employer: String, round: Int?, from path: String?) throws {
    let interview = try self.round(round, with: employer)
    guard let log = try forms(from: path).edit(RoundLog(of: interview, in: notebook)) else {
      return Output.warn("nothing has changed")
    }
    Output.warn(
      "\(interview.title): questions \(log.entries.count), doubts \(log.doubts.count)"
    )
  }

  /// Deletes a question from a log.
  package func deleteEntry(_ id: Int64) throws {
    guard let entry = notebook.entries.first(where: { $0.id == Number(id) }) else {
      throw Failure(.badData, "there is no entry \(id); “starling log list” has their numbers")
    }
    try store.delete([Item(entry)])
    Output.warn("deleted “\(entry.text)”; \(Deletions.hint)")
  }
}
