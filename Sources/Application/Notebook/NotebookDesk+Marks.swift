package import Campaign
import Exchange
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
