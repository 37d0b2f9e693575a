import Campaign
import Decks
import Exchange
import Scheduler

// What the commands say of each sort of thing.

extension Story: ListedThing {
  static let command = "stories"
  static let abstract = "Your stories: add, list, show, edit, delete; which were told to whom."
  static let isOfEmployer = false
  static let columns = ["STRENGTH", "FAMILIES", "TOLD TO", "TITLE"]

  static func all(in notebook: Notebook) -> [Story] { notebook.stories }
  static func blank(_ employer: String, _ text: String, today: Day) -> Story { Story(title: text) }

  var employer: String { "" }
  var item: Item { .story(self) }

  func cells(_ names: FormNames) -> [String] {
    let codes = names.families.map(\.code).filter { fits[$0] != nil }
    let told = names.notebook.employers.map(\.name).filter {
      !names.notebook.tellings(of: id, to: $0).isEmpty
    }
    return [
      strength.map { "\($0)" } ?? "–", codes.isEmpty ? "–" : codes.joined(separator: " "),
      told.isEmpty ? "–" : told.joined(separator: ", "), title,
    ]
  }
}

extension Person: ListedThing {
  static let command = "people"
  static let abstract = "The people you meet: who they are and what they need."
  static let isOfEmployer = true
  static let columns = ["EMPLOYER", "NAME", "ROLE", "NEEDS"]

  static func all(in notebook: Notebook) -> [Person] { notebook.people }
  static func blank(_ employer: String, _ text: String, today: Day) -> Person {
    Person(employer: employer, name: text)
  }

  var item: Item { .person(self) }

  func cells(_ names: FormNames) -> [String] {
    [employer, name.isEmpty ? "–" : name, role.isEmpty ? "–" : role, needs]
  }
}

extension Doubt: ListedThing {
  static let command = "doubts"
  static let abstract = "Doubts that employers have, with what speaks against them."
  static let isOfEmployer = true
  static let columns = ["EMPLOYER", "STATE", "MISSING", "DOUBT"]

  static func all(in notebook: Notebook) -> [Doubt] { notebook.doubts }
  static func blank(_ employer: String, _ text: String, today: Day) -> Doubt {
    Doubt(employer: employer, text: text)
  }

  var title: String { text }
  var item: Item { .doubt(self) }

  func cells(_ names: FormNames) -> [String] {
    let state = isClosed ? "closed" : isOpen ? "said well \(timesSaidWell) of 2" : "ready"
    return [employer, state, gap ?? "–", text]
  }
}

extension Fact: ListedThing {
  static let command = "facts"
  static let abstract = "What you know of employers, with source, date and shelf life."
  static let isOfEmployer = true
  static let columns = ["EMPLOYER", "TOPIC", "DAY", "STATE", "FACT"]

  static func all(in notebook: Notebook) -> [Fact] { notebook.facts }
  static func blank(_ employer: String, _ text: String, today: Day) -> Fact {
    Fact(employer: employer, text: text, day: today.number)
  }

  var title: String { text }
  var item: Item { .fact(self) }

  func cells(_ names: FormNames) -> [String] {
    [
      employer, topic.rawValue, Day(number: day).description,
      isStale(on: names.today.number) ? "stale" : "holds", text,
    ]
  }
}

extension Question: ListedThing {
  static let command = "questions"
  static let abstract = "Questions to ask them: for whom, and what came of them."
  static let isOfEmployer = true
  static let columns = ["EMPLOYER", "STATE", "FOR", "QUESTION"]

  static func all(in notebook: Notebook) -> [Question] { notebook.questions }
  static func blank(_ employer: String, _ text: String, today: Day) -> Question {
    Question(employer: employer, text: text)
  }

  var title: String { text }
  var item: Item { .question(self) }

  func cells(_ names: FormNames) -> [String] {
    let whom = names.notebook.person(person)?.title ?? listener
    return [employer, state.rawValue, whom.isEmpty ? "anyone" : whom, text]
  }
}

extension Requirement: ListedThing {
  static let command = "advert"
  static let abstract = "The lines of an advert: what shows each of them, and which are gaps."
  static let isOfEmployer = true
  static let columns = ["EMPLOYER", "STATE", "FAMILIES", "CARDS", "REQUIREMENT"]

  static func all(in notebook: Notebook) -> [Requirement] { notebook.requirements }
  static func blank(_ employer: String, _ text: String, today: Day) -> Requirement {
    Requirement(employer: employer, text: text)
  }

  var title: String { text }
  var item: Item { .requirement(self) }

  func cells(_ names: FormNames) -> [String] {
    let isGap = names.notebook.gaps(at: employer).contains { $0.id == id }
    let state = isGap ? "gap" : families.isEmpty && cards.isEmpty ? "not marked" : "shown"
    return [
      employer, state, families.isEmpty ? "–" : families.joined(separator: " "),
      "\(cards.count)", text,
    ]
  }
}

extension Criterion: ListedThing {
  static let command = "decision"
  static let abstract = "What decides whether you want a job, and what you have seen of it."
  static let isOfEmployer = false
  static let columns = ["WEIGHT", "CRITERION"]

  static func all(in notebook: Notebook) -> [Criterion] { notebook.criteria }
  static func blank(_ employer: String, _ text: String, today: Day) -> Criterion {
    Criterion(text: text)
  }

  var employer: String { "" }
  var title: String { text }
  var item: Item { .criterion(self) }

  func cells(_ names: FormNames) -> [String] { [weight.rawValue, text] }
}
