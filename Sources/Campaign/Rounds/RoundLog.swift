/// What is known of how a round went: what was asked, told, doubted and promised.
public struct RoundLog: Equatable, Sendable {
  public var interview: Interview
  public var entries: [LogEntry] = []
  /// Stories marked as told beside those of the entries.
  public var tellings: [Telling] = []
  /// Doubts that were raised in the round.
  public var doubts: [Doubt] = []
  public var promises: [Promise] = []
  public var thankYous: [ThankYou] = []

  public init(_ interview: Interview) { self.interview = interview }

  /// The log of a round that has been kept.
  public init(of interview: Interview, in notebook: Notebook) {
    self.interview = interview
    guard let key = interview.id else { return }
    entries = notebook.entries(of: key)
    tellings = notebook.tellings.filter { $0.interview == key }
    doubts = notebook.doubts.filter { $0.raisedIn == key }
    promises = notebook.promises.filter { $0.interview == key }
    thankYous = notebook.thankYous.filter { $0.interview == key }
  }

  /// What has to be kept and what has to be deleted so that this log takes the place of another one
  /// of the same round.
  ///
  /// Who rewrites a log does not see the numbers that things are kept under, so what has the same
  /// text as before is taken for the same thing.
  public func replacing(_ old: RoundLog) -> (keep: [Item], delete: [Item]) {
    let entries = Self.matched(entries, old.entries, \.id) { $0.text == $1.text }
    let doubts = Self.matched(doubts, old.doubts, \.id) { $0.text == $1.text }
    let promises = Self.matched(promises, old.promises, \.id) { $0.text == $1.text }
    let thankYous = Self.matched(thankYous, old.thankYous, \.id) {
      $0.text == $1.text && $0.person == $1.person
    }
    let isGone = { (telling: Telling) in
      !tellings.contains { $0.story == telling.story && $0.listener == telling.listener }
    }
    var keep: [Item] = interview == old.interview ? [] : [.interview(interview)]
    keep += entries.keep.map { .entry($0) }
    keep += tellings.filter { !old.tellings.contains($0) }.map { .telling($0) }
    keep += doubts.keep.map { .doubt($0) }
    keep += promises.keep.map { .promise($0) }
    keep += thankYous.keep.map { .thankYou($0) }
    var delete: [Item] = entries.delete.map { .entry($0) }
    delete += old.tellings.filter(isGone).map { .telling($0) }
    delete += doubts.delete.map { .doubt($0) }
    delete += promises.delete.map { .promise($0) }
    delete += thankYous.delete.map { .thankYou($0) }
    return (keep, delete)
  }

  /// The things with the numbers of those that they are the same as, and those that are gone.
  private static func matched<Thing: Equatable>(
    _ things: [Thing], _ old: [Thing], _ number: WritableKeyPath<Thing, Number<Thing>?>,
    isSame: (Thing, Thing) -> Bool
  ) -> (keep: [Thing], delete: [Thing]) {
    var rest = old
    var keep: [Thing] = []
    for thing in things {
      var thing = thing
      thing[keyPath: number] = nil
      if let index = rest.firstIndex(where: { isSame($0, thing) }) {
        let known = rest.remove(at: index)
        thing[keyPath: number] = known[keyPath: number]
        if thing == known { continue }
      }
      keep.append(thing)
    }
    return (keep, rest)
  }
}

extension RoundLog: Described {
  public static let fields: [Field<RoundLog>] = [
    Field(
      "asked", .parts(\.entries) { LogEntry(interview: $0.key, text: "") },
      hint: "on lines below, each with question, landed, story, family, asked-by, pressed-on"),
    Field(
      "told", .parts(\.tellings) { Telling(story: Number(0), interview: $0.key) },
      hint: "stories beside those, each with story, to and in-full"),
    Field("not-asked", .lines(\.interview.notAsked), hint: "what nobody touched"),
    Field(
      "doubts",
      .parts(\.doubts, Doubt.fields.filter { !["employer", "raised-in"].contains($0.key) }) {
        Doubt(employer: $0.interview.employer, text: "", raisedIn: $0.interview.id)
      }, hint: "each with doubt, raised-by, evidence, story"),
    Field(
      "promises", .parts(\.promises) { Promise(interview: $0.key, text: "") },
      hint: "each with promise, due and kept"),
    Field(
      "thanks", .parts(\.thankYous) { ThankYou(interview: $0.key, text: "") },
      hint: "each with to, for and sent"),
    Field("finished", .truth(\.interview.isLogged), hint: "you remember no more of it"),
  ]

  /// The round's number; a log is only of a round that is kept.
  private var key: Number<Interview> { interview.id ?? Number(0) }
}
