import Campaign
import Decks
import Practice
import Scheduler
import Screen

@testable import TUI

/// A candidate with two employers, in the hands of screens.
extension AppFixture {
  static let families = [
    "TEAM", "DISA", "INFL", "LEAD", "CUST", "OWNR", "SOLV", "DELV", "ADPT", "LERN", "INTG", "WHYU",
  ].map { Family(code: $0, title: $0.lowercased(), tags: []) }

  /// The evening of 23 November 2026 in days since 1970.
  static let todayNumber = evening.day(startHour: 4).number

  static var notebook: Notebook {
    let day = 86_400_000 as Int64
    let now = evening.time.milliseconds
    var notebook = Notebook()
    notebook.employers = [
      Employer(
        name: "Acme", role: "Operations lead", oneThing: "I make messy handovers calm.",
        notes: "Met through Noor."), Employer(name: "Beta"),
    ]
    notebook.interviews = [
      Interview(
        id: Number(1), employer: "Acme", round: 1, startsAt: now - 5 * day, people: [Number(1)],
        isLogged: true),
      Interview(
        id: Number(2), employer: "Acme", round: 2, startsAt: now + 6 * day, place: "3rd floor",
        format: "panel of 3", people: [Number(1), Number(2)]),
      Interview(
        id: Number(3), employer: "Beta", round: 2, startsAt: now + 13 * day, utcOffset: -18_000),
    ]
    notebook.people = [
      Person(
        id: Number(1), employer: "Acme", role: "Operations manager", needs: "fewer escalations"),
      Person(
        id: Number(2), employer: "Acme", name: "Noor", role: "future peer", needs: "no extra work"),
    ]
    notebook.stories = [
      Story(
        id: Number(1), title: "Freezer audit", fits: ["CUST": .strong, "SOLV": .workable],
        strength: 5), Story(id: Number(2), title: "Night list", fits: ["TEAM": .workable]),
      Story(id: Number(3), title: "Rota row", fits: ["DISA": .strong, "TEAM": .stretch]),
    ]
    notebook.entries = [
      LogEntry(
        id: Number(1), interview: Number(1), text: "A row in the team?", family: "DISA",
        story: Number(3), landed: .thin, isPressed: true, pressedOn: "what I would change"),
      LogEntry(
        id: Number(2), interview: Number(1), text: "A customer you lost?", family: "CUST",
        landed: .strong),
    ]
    notebook.doubts = [
      Doubt(
        id: Number(1), employer: "Acme", text: "budget size", evidence: "managed 180k",
        story: Number(1), timesSaidWell: 1),
      Doubt(id: Number(2), employer: "Acme", text: "no night shifts so far"),
    ]
    notebook.facts = [
      Fact(
        id: Number(1), employer: "Acme", topic: .news, text: "a second site opens",
        source: "local paper", day: todayNumber - 40),
      Fact(
        id: Number(2), employer: "Acme", topic: .earns, text: "meals for schools", day: todayNumber),
    ]
    notebook.questions = [
      Question(
        id: Number(1), employer: "Acme", text: "What gets in your way?", listener: "manager"),
      Question(
        id: Number(2), employer: "Acme", text: "Who trains people?", state: .answered,
        answer: "the team itself"),
    ]
    notebook.requirements = [
      Requirement(id: Number(1), employer: "Acme", text: "calm with customers", families: ["CUST"]),
      Requirement(id: Number(2), employer: "Acme", text: "influence", families: ["INFL"]),
    ]
    notebook.criteria = [
      Criterion(id: Number(1), text: "weekends off", weight: .must),
      Criterion(id: Number(2), text: "unpaid overtime", weight: .walkAway),
    ]
    notebook.verdicts = [
      Verdict(criterion: Number(1), employer: "Acme", state: .yes, evidence: "saw the rota")
    ]
    notebook.promises = [Promise(id: Number(1), interview: Number(1), text: "send the night list")]
    notebook.thankYous = [
      ThankYou(id: Number(1), interview: Number(1), person: Number(1), text: "the tour")
    ]
    return notebook
  }

  /// Forty stories with long, right-to-left and wide titles, and twelve people with names or none.
  static var crowdedNotebook: Notebook {
    var notebook = notebook
    let long = "A very long title of a story that nobody would ever say in one breath and "
    notebook.stories = (1...40).map { number in
      let title =
        switch number % 4 {
        case 0: "\(long) \(number)"
        case 1: "القصة رقم \(number)"
        case 2: "一个关于库存的故事 \(number)"
        default: "Story \(number)"
        }
      return Story(
        id: Number(Int64(number)), title: title,
        fits: [families[number % 12].code: .strong, families[(number + 5) % 12].code: .workable])
    }
    notebook.people = (1...12).map { number in
      let name =
        switch number % 3 {
        case 0: ""
        case 1: "נועה כהן \(number)"
        default: "Maximiliana Featherstonehaugh-Cholmondeley the \(number)th of her name"
        }
      return Person(
        id: Number(Int64(number)), employer: "Acme", name: name,
        role: number == 12 ? "" : "role \(number)", needs: number % 2 == 0 ? "quiet" : "")
    }
    return notebook
  }

  static func open(_ notebook: Notebook) -> OpenNotebook {
    let starts = notebook.interviews.compactMap { interview in
      interview.id.map {
        (
          $0,
          Moment(time: Timestamp(milliseconds: interview.startsAt), utcOffset: 0)
        )
      }
    }
    return OpenNotebook(notebook, starts: Dictionary(starts) { first, _ in first })
  }

  /// An app whose person has written down that notebook, at home before an interview.
  static func withNotebook(
    _ notebook: Notebook = AppFixture.notebook, size: Size = Size(width: 80, height: 24)
  ) -> AppFixture {
    var fixture = AppFixture(
      size: size, interview: interview(inDays: 6), competencies: Competencies(families: families))
    fixture.notebook = notebook
    return fixture
  }

  /// Does what the program would do with a notebook of plain values; false for what it doesn't do.
  mutating func carryOut(_ effect: NotebookEffect) -> NotebookOutcome? {
    switch effect {
    case .open(let goal): return .opened(Self.open(notebook), goal)
    case .keep(let items, let note):
      for item in items { keep(item) }
      return .changed(Self.open(notebook), note: note)
    case .hold(let interview):
      keep(.interview(interview))
      guard let kept = notebook.interviews.last else { return nil }
      return .held(kept, Self.open(notebook))
    case .delete(let item):
      delete(item)
      return .changed(Self.open(notebook), note: "Deleted.")
    case .panel(let interview):
      var generator = SeededGenerator(seed: 3)
      let questions = (1...12).map { number in
        PanelQuestion(
          card: CardID(deck: "star", card: "Q-\(number)"), text: "Panel question \(number)?",
          family: Self.families[number % 12].code, probes: ["And then \(number)?"])
      }
      let people = interview.map { notebook.people(in: $0) } ?? []
      let told = interview.map { notebook.tellings(to: $0.employer).map(\.story) } ?? []
      let panel = Panel(
        personas: Persona.panel(of: people, using: &generator), questions: questions, minutes: 10,
        told: Set(told), using: &generator)
      return .panel(panel, Self.open(notebook), interview)
    case .edit, .add, .read, .editLog, .addRound, .brief: return nil
    }
  }

  private mutating func keep(_ item: Item) {
    func put<Thing>(
      _ thing: Thing, _ things: inout [Thing], _ id: WritableKeyPath<Thing, Number<Thing>?>
    ) {
      if let index = things.firstIndex(where: { $0[keyPath: id] == thing[keyPath: id] }),
        thing[keyPath: id] != nil
      {
        things[index] = thing
      } else {
        var new = thing
        new[keyPath: id] = Number(Int64(1000 + things.count))
        things.append(new)
      }
    }
    switch item {
    case .interview(let value): put(value, &notebook.interviews, \.id)
    case .entry(let value): put(value, &notebook.entries, \.id)
    case .doubt(let value): put(value, &notebook.doubts, \.id)
    case .fact(let value): put(value, &notebook.facts, \.id)
    case .question(let value): put(value, &notebook.questions, \.id)
    case .promise(let value): put(value, &notebook.promises, \.id)
    case .thankYou(let value): put(value, &notebook.thankYous, \.id)
    case .story(let value): put(value, &notebook.stories, \.id)
    case .telling(let value): notebook.tellings.append(value)
    case .verdict(let value):
      notebook.verdicts.removeAll {
        $0.criterion == value.criterion && $0.employer == value.employer
      }
      notebook.verdicts.append(value)
    case .employer, .person, .requirement, .criterion: break
    }
  }

  private mutating func delete(_ item: Item) {
    switch item {
    case .story(let story): notebook.stories.removeAll { $0.id == story.id }
    case .employer(let employer):
      notebook.employers.removeAll { $0.name == employer.name }
      notebook.interviews.removeAll { $0.employer == employer.name }
    case .telling(let telling): notebook.tellings.removeAll { $0 == telling }
    case .doubt(let doubt): notebook.doubts.removeAll { $0.id == doubt.id }
    default: break
    }
  }
}
