public import Campaign
import GRDB

extension Store {
  /// Takes in another notebook: what is not here yet is added, what is here stays as it is.
  ///
  /// Two things are the same if they have the same name: an employer or a story whatever its
  /// capitals, an interview by employer, round and start, the others by their text. Of an employer
  /// who is here only what is empty is filled in. Taking in the same notebook twice adds nothing.
  public func merge(_ other: Notebook) throws(StoreError) {
    try writing { db in
      var merging = NotebookMerge(store: self, db: db, here: try notebook(in: db))
      try merging.take(other)
    }
  }
}

/// One merging, with the numbers that things of the other notebook have here.
private struct NotebookMerge {
  let store: Store
  let db: Database
  let here: Notebook

  private var stories: [Number<Story>: Number<Story>] = [:]
  private var people: [Number<Person>: Number<Person>] = [:]
  private var interviews: [Number<Interview>: Number<Interview>] = [:]
  private var criteria: [Number<Criterion>: Number<Criterion>] = [:]

  init(store: Store, db: Database, here: Notebook) {
    self.store = store
    self.db = db
    self.here = here
  }

  mutating func take(_ other: Notebook) throws {
    for employer in other.employers { try take(employer) }
    try takeStories(other)
    try takePeople(other)
    try takeInterviews(other)
    try takeRounds(other)
    try takeEmployers(other)
    try takeDecision(other)
  }

  private func take(_ employer: Employer) throws {
    guard var known = here.employer(named: employer.name) else {
      _ = try store.keep(.employer(employer), in: db)
      return
    }
    for field in [\Employer.role, \.oneThing, \.pay, \.advert, \.notes]
    where known[keyPath: field].isEmpty {
      known[keyPath: field] = employer[keyPath: field]
    }
    _ = try store.keep(.employer(known), in: db)
  }

  private mutating func takeStories(_ other: Notebook) throws {
    for story in other.stories {
      guard let number = story.id else { continue }
      if let known = here.story(titled: story.title)?.id {
        stories[number] = known
      } else {
        var new = story
        new.id = nil
        stories[number] = try new.keptWhole(in: db).id
      }
    }
  }

  private mutating func takePeople(_ other: Notebook) throws {
    for person in other.people {
      guard let number = person.id else { continue }
      var new = person
      new.id = nil
      new.story = person.story.flatMap { stories[$0] }
      let known = here.people(at: person.employer).first {
        $0.name == person.name && $0.role == person.role
      }
      people[number] = try known?.id ?? new.kept(in: db).id
    }
  }

  private mutating func takeInterviews(_ other: Notebook) throws {
    for interview in other.interviews {
      guard let number = interview.id else { continue }
      var new = interview
      new.id = nil
      new.people = interview.people.compactMap { people[$0] }
      let known = here.interviews(with: interview.employer).first {
        $0.round == interview.round && $0.startsAt == interview.startsAt
      }
      interviews[number] = try known?.id ?? store.keep(new, in: db).id
    }
  }

  /// What hangs on interviews.
  private func takeRounds(_ other: Notebook) throws {
    for telling in other.tellings {
      guard let story = stories[telling.story], let interview = interviews[telling.interview]
      else { continue }
      let new = Telling(
        story: story, interview: interview, listener: telling.listener.flatMap { people[$0] },
        isWhole: telling.isWhole)
      let isKnown = here.tellings.contains {
        $0.story == new.story && $0.interview == new.interview && $0.listener == new.listener
      }
      if !isKnown { try new.keep(in: db) }
    }
    for entry in other.entries {
      guard let interview = interviews[entry.interview] else { continue }
      var new = entry
      (new.id, new.interview) = (nil, interview)
      new.story = entry.story.flatMap { stories[$0] }
      new.asker = entry.asker.flatMap { people[$0] }
      let isKnown = here.entries.contains { $0.interview == interview && $0.text == new.text }
      if !isKnown { _ = try new.kept(in: db) }
    }
    for promise in other.promises {
      guard let interview = interviews[promise.interview] else { continue }
      var new = promise
      (new.id, new.interview) = (nil, interview)
      let isKnown = here.promises.contains { $0.interview == interview && $0.text == new.text }
      if !isKnown { _ = try new.kept(in: db) }
    }
    for thankYou in other.thankYous {
      guard let interview = interviews[thankYou.interview] else { continue }
      var new = thankYou
      (new.id, new.interview) = (nil, interview)
      new.person = thankYou.person.flatMap { people[$0] }
      let isKnown = here.thankYous.contains {
        $0.interview == interview && $0.person == new.person && $0.text == new.text
      }
      if !isKnown { _ = try new.kept(in: db) }
    }
  }

  /// What hangs on employers.
  private func takeEmployers(_ other: Notebook) throws {
    for doubt in other.doubts
    where !here.doubts(of: doubt.employer).contains(where: { $0.text == doubt.text }) {
      var new = doubt
      new.id = nil
      new.raisedIn = doubt.raisedIn.flatMap { interviews[$0] }
      new.raisedBy = doubt.raisedBy.flatMap { people[$0] }
      new.story = doubt.story.flatMap { stories[$0] }
      _ = try new.kept(in: db)
    }
    for fact in other.facts
    where !here.facts(on: fact.employer).contains(where: { $0.text == fact.text }) {
      var new = fact
      new.id = nil
      _ = try new.kept(in: db)
    }
    for question in other.questions
    where !here.questions(for: question.employer).contains(where: { $0.text == question.text }) {
      var new = question
      new.id = nil
      new.person = question.person.flatMap { people[$0] }
      _ = try new.kept(in: db)
    }
    for requirement in other.requirements
    where !here.requirements(of: requirement.employer).contains(where: {
      $0.text == requirement.text
    }) {
      var new = requirement
      new.id = nil
      _ = try new.kept(in: db)
    }
  }

  private mutating func takeDecision(_ other: Notebook) throws {
    for criterion in other.criteria {
      guard let number = criterion.id else { continue }
      var new = criterion
      new.id = nil
      let known = here.criteria.first { $0.text == criterion.text }
      criteria[number] = try known?.id ?? new.kept(in: db).id
    }
    for verdict in other.verdicts {
      guard let criterion = criteria[verdict.criterion] else { continue }
      var new = verdict
      new.criterion = criterion
      let isKnown = here.verdicts.contains {
        $0.criterion == criterion && $0.employer.isSameName(as: new.employer)
      }
      if !isKnown { _ = try store.keep(.verdict(new), in: db) }
    }
  }
}
