/// What is known of how a round went: what was asked, told, doubted and promised.
public struct RoundLog: Equatable, Sendable {
  public var interview: Kept<Interview>
  public var entries: [LogEntry] = []
  /// Stories marked as told beside those of the entries.
  public var tellings: [Telling] = []
  /// Doubts that were raised in the round.
  public var doubts: [Doubt] = []
  public var promises: [Promise] = []
  public var thankYous: [ThankYou] = []

  public init(_ interview: Kept<Interview>) { self.interview = interview }

  /// The log of a round as the notebook has it.
  public init(of interview: Kept<Interview>, in notebook: Notebook) {
    self.interview = interview
    let round = interview.id
    entries = notebook.entries(of: round).map(\.thing)
    tellings = notebook.tellings.filter { $0.interview == round }
    doubts = notebook.doubts.filter { $0.raisedIn == round }.map(\.thing)
    promises = notebook.promises.filter { $0.interview == round }.map(\.thing)
    thankYous = notebook.thankYous.filter { $0.interview == round }.map(\.thing)
  }

  /// The same with nothing in it; marks of what was told stay, as they are not written there.
  public var emptied: RoundLog {
    var round = interview
    (round.notAsked, round.isLogged) = ([], false)
    var log = RoundLog(round)
    log.tellings = tellings
    return log
  }

  /// What has to be kept and what has to be deleted so that this log takes the place of the one that
  /// the notebook has.
  ///
  /// Who rewrites a log does not see the numbers that things are kept under, so what has the same
  /// text as before is taken for the same thing.
  public func changes(in notebook: Notebook) -> (keep: [Item], delete: [Item]) {
    var changes: (keep: [Item], delete: [Item]) = ([], [])
    func match<Thing>(
      _ things: [Thing], _ old: [Kept<Thing>], isSame: (Thing, Thing) -> Bool
    ) {
      var rest = old
      for thing in things {
        if let index = rest.firstIndex(where: { isSame($0.thing, thing) }) {
          let known = rest.remove(at: index)
          if known.thing != thing { changes.keep.append(Item(Kept(known.id, thing))) }
        } else {
          changes.keep.append(Item(thing))
        }
      }
      changes.delete += rest.map { Item($0) }
    }
    let round = interview.id
    if interview != notebook.interview(round) { changes.keep.append(Item(interview)) }
    match(entries, notebook.entries(of: round)) { $0.text == $1.text }
    let told = notebook.tellings.filter { $0.interview == round }
    changes.keep += tellings.filter { !told.contains($0) }.map { Item($0) }
    changes.delete += told.filter { old in
      !tellings.contains { $0.story == old.story && $0.listener == old.listener }
    }.map { Item($0) }
    match(doubts, notebook.doubts.filter { $0.raisedIn == round }) { $0.text == $1.text }
    match(promises, notebook.promises.filter { $0.interview == round }) { $0.text == $1.text }
    match(thankYous, notebook.thankYous.filter { $0.interview == round }) {
      $0.text == $1.text && $0.person == $1.person
    }
    return changes
  }
}

extension RoundLog: Described {
  public static let fields: [Field<RoundLog>] = [
    Field(
      "asked", .parts(\.entries) { LogEntry(interview: $0.interview.id, text: "") },
      hint: "on lines below, each with question, landed, story, family, asked-by, pressed-on"),
    Field(
      "told", .parts(\.tellings) { Telling(story: Number(0), interview: $0.interview.id) },
      hint: "stories beside those, each with story, to and in-full"),
    Field("not-asked", .lines(\.interview.thing.notAsked), hint: "what nobody touched"),
    Field(
      "doubts",
      .parts(\.doubts, Doubt.fields.filter { !["employer", "raised-in"].contains($0.key) }) {
        Doubt(employer: $0.interview.employer, text: "", raisedIn: $0.interview.id)
      }, hint: "each with doubt, raised-by, evidence, story"),
    Field(
      "promises", .parts(\.promises) { Promise(interview: $0.interview.id, text: "") },
      hint: "each with promise, due and kept"),
    Field(
      "thanks", .parts(\.thankYous) { ThankYou(interview: $0.interview.id, text: "") },
      hint: "each with to, for and sent"),
    Field("finished", .truth(\.interview.thing.isLogged), hint: "you remember no more of it"),
  ]
}
