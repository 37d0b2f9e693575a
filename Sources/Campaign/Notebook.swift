/// Everything that the person has written down about interviews: little enough to be read whole.
public struct Notebook: Equatable, Sendable {
  public var employers: [Employer] = []
  /// The earliest first.
  public var interviews: [Kept<Interview>] = []
  public var people: [Kept<Person>] = []
  public var stories: [Kept<Story>] = []
  public var tellings: [Telling] = []
  public var entries: [Kept<LogEntry>] = []
  public var doubts: [Kept<Doubt>] = []
  public var facts: [Kept<Fact>] = []
  public var questions: [Kept<Question>] = []
  public var requirements: [Kept<Requirement>] = []
  public var criteria: [Kept<Criterion>] = []
  public var verdicts: [Verdict] = []
  public var promises: [Kept<Promise>] = []
  public var thankYous: [Kept<ThankYou>] = []
  public var rehearsals: [Kept<Rehearsal>] = []

  public init() {}

  /// The sorts of things that commands list, in the order of the commands.
  public static let listed: [any ListedThing.Type] = [
    Person.self, Story.self, Doubt.self, Fact.self, Question.self, Requirement.self,
    Criterion.self, Rehearsal.self,
  ]
  /// The sorts of things that are kept under numbers.
  public static let numbered: [any NumberedThing.Type] =
    listed + [Interview.self, LogEntry.self, Promise.self, ThankYou.self]
  /// All sorts of things.
  public static let kinds: [any NotebookThing.Type] =
    numbered + [Employer.self, Telling.self, Verdict.self]
}

extension Notebook {
  public func employer(named name: String) -> Employer? {
    employers.first { $0.name.isSameName(as: name) }
  }

  public func interview(_ key: Number<Interview>?) -> Kept<Interview>? {
    key.flatMap { key in interviews.first { $0.id == key } }
  }

  public func person(_ key: Number<Person>?) -> Kept<Person>? {
    key.flatMap { key in people.first { $0.id == key } }
  }

  public func story(_ key: Number<Story>?) -> Kept<Story>? {
    key.flatMap { key in stories.first { $0.id == key } }
  }

  public func story(titled title: String) -> Kept<Story>? {
    stories.first { $0.title.isSameName(as: title) }
  }

  public func criterion(_ key: Number<Criterion>) -> Kept<Criterion>? {
    criteria.first { $0.id == key }
  }

  /// An employer's rounds, the earliest first.
  public func interviews(with employer: String) -> [Kept<Interview>] {
    interviews.filter { $0.thing.isWith(employer) }
  }

  /// The next interview with an employer, or with any, that is ahead at a moment in milliseconds
  /// since 1970 UTC.
  public func nextInterview(with employer: String? = nil, after time: Int64) -> Kept<Interview>? {
    interviews.filter { $0.thing.isAhead(at: time) && (employer.map($0.thing.isWith) ?? true) }
      .min { $0.startsAt < $1.startsAt }
  }

  /// The latest round with an employer that has begun by a time, in milliseconds since 1970 UTC.
  public func latestRound(with employer: String, at time: Int64) -> Kept<Interview>? {
    interviews(with: employer).last { $0.thing.isHeld(at: time) }
  }

  /// The first round with an employer that must have been, by the number of the next one, and is
  /// not written down; nil if none is missing, or none is ahead.
  public func missingRound(with employer: String, at time: Int64) -> Int? {
    guard let next = nextInterview(with: employer, after: time) else { return nil }
    let known = interviews(with: employer).map(\.round)
    return (1..<max(1, next.round)).first { !known.contains($0) }
  }

  /// The round that a new interview is: the first that is missing if it has been, else the next.
  public func round(of new: Interview, at time: Int64) -> Int {
    let missing = new.isAhead(at: time) ? nil : missingRound(with: new.employer, at: time)
    return missing ?? interviews.nextRound(with: new.employer)
  }

  /// The questions asked in a round, in their order.
  public func entries(of interview: Number<Interview>) -> [Kept<LogEntry>] {
    entries.filter { $0.interview == interview }
  }

  public func people(at employer: String) -> [Kept<Person>] {
    people.filter { $0.employer.isSameName(as: employer) }
  }

  public func doubts(of employer: String) -> [Kept<Doubt>] {
    doubts.filter { $0.employer.isSameName(as: employer) }
  }

  public func facts(on employer: String) -> [Kept<Fact>] {
    facts.filter { $0.employer.isSameName(as: employer) }
  }

  public func questions(for employer: String) -> [Kept<Question>] {
    questions.filter { $0.employer.isSameName(as: employer) }
  }

  public func requirements(of employer: String) -> [Kept<Requirement>] {
    requirements.filter { $0.employer.isSameName(as: employer) }
  }

  /// The people that a round is with: those it names, or all there if it names none.
  public func people(in interview: Kept<Interview>) -> [Kept<Person>] {
    interview.people.isEmpty
      ? people(at: interview.employer) : interview.people.compactMap { person($0) }
  }
}
