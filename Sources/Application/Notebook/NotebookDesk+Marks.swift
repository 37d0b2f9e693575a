package import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store

/// What is said of a thing without a form.
extension NotebookDesk {
  /// Counts one more time that the reply to a doubt was said well.
  package func countReply(to name: String) throws {
    var doubt = try Doubt.one(named: name, names)
    let rest = doubt.thing.wasSaidWell()
    try store.keep([Item(doubt)])
    Output.warn("“\(doubt.text)”: \(rest > 0 ? "once more" : "ready")")
  }

  /// Says that a fact still holds.
  package func checkFact(_ name: String) throws {
    var fact = try Fact.one(named: name, names)
    fact.day = names.today.number
    try store.keep([Item(fact)])
    Output.warn("“\(fact.text)” holds for \(fact.shelfLife) more days")
  }

  /// Takes the marks that a friend has made on a sheet, question by question.
  ///
  /// - Parameters:
  ///   - name: the number of the panel; nil is the latest sheet that has none.
  ///   - line: the next line that the person types; nil at the end.
  /// - Throws: ``Failure`` if there is no such panel, and ``StoreError``.
  package func takeMarks(of name: String?, reading line: () -> String?) throws {
    var panel = try sheet(name)
    let keys = "1 strong, 2 fine, 3 thin, Enter leaves it as it is, q to stop"
    Output.warn("\(keys); \(panel.title)")
    questions: for place in panel.thing.nextMark..<panel.questions.count {
      try Output.line("\(place + 1) of \(panel.questions.count): \(panel.questions[place])")
      while true {
        guard let typed = line()?.trimmed.lowercased(), typed != "q" else { break questions }
        let mark = typed.isEmpty ? nil : Self.mark(typed)
        guard typed.isEmpty || mark != nil else {
          Output.warn(keys)
          continue
        }
        panel.thing.mark(place, as: mark)
        break
      }
    }
    guard panel.thing.isMarked else { return Output.warn("nothing was marked") }
    try store.keep([Item(panel)])
    Output.warn("kept: \(panel.thing.marksTaken)")
  }

  private func sheet(_ name: String?) throws -> Kept<Rehearsal> {
    if let name { return try Rehearsal.one(named: name, names) }
    let waiting = notebook.rehearsals.last { $0.company == .friend && !$0.isWhole }
    guard let waiting else {
      throw Failure(
        .badData, "no sheet waits for marks; “starling brief --friend” prints one for a friend")
    }
    return waiting
  }

  private static func mark(_ typed: String) -> Rehearsal.Mark? {
    let all = Rehearsal.Mark.allCases
    if let number = Int(typed) { return all.indices.contains(number - 1) ? all[number - 1] : nil }
    return all.first { $0.rawValue.hasPrefix(typed) }
  }

  /// Says how a criterion is met at an employer.
  package func judge(
    _ criterion: String, at employer: String, as state: Verdict.State, evidence: String
  ) throws {
    let criterion = try Criterion.one(named: criterion, names)
    let employer = try names.employer(named: employer)
    try store.keep([
      Item(
        Verdict(
          criterion: criterion.id, employer: employer.name, state: state, evidence: evidence))
    ])
    Output.warn("\(criterion.text) at \(employer.name): \(state.rawValue)")
  }

  /// Marks a story as told in a round, or takes that back.
  ///
  /// - Parameters:
  ///   - story: its title or number.
  ///   - employer: who heard it.
  ///   - round: the round; nil for the latest that has begun.
  ///   - listener: who heard it, by name or role; nil for all who were there.
  ///   - isWhole: whether it was more than touched on.
  ///   - isTakenBack: whether the mark goes.
  /// - Throws: ``Failure`` if there is no such story, round or listener.
  package func mark(
    _ story: String, asToldTo employer: String, round: Int?, to listener: String?, isWhole: Bool,
    isTakenBack: Bool
  ) throws {
    let story = try Story.one(named: story, names)
    let interview = try self.round(round, with: employer)
    let listener = try listener.map {
      try workspace.listener($0, at: interview.employer, names)
    }
    let telling = Item(
      Telling(story: story.id, interview: interview.id, listener: listener, isWhole: isWhole))
    try store.replace(isTakenBack ? [telling] : [], with: isTakenBack ? [] : [telling])
    let heard = try store.notebook().tellings(of: story.id, to: interview.employer)
      .map(notebook.words)
    Output.warn(
      "“\(story.title)” told to \(interview.employer): \(heard.isEmpty ? "not yet" : heard.joined(separator: "; "))"
    )
  }
}
