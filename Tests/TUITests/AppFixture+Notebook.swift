import Campaign
import Decks
import Exchange
import Practice
import Scheduler
import Screen

@testable import TUI

/// A candidate with two employers, in the hands of screens.
extension AppFixture {
  static let families = readFamilies

  /// The evening of 23 November 2026 in days since 1970.
  static let todayNumber = evening.day(startHour: 4).number

  static var notebook: Notebook {
    let day = 86_400_000 as Int64
    let now = evening.time.milliseconds
    var notebook = Notebook()
    notebook.employers = [
      Employer(name: "Acme").with {
        $0.role = "Operations lead"
        $0.oneThing = "I make messy handovers calm."
        $0.notes = "Met through Noor."
      }, Employer(name: "Beta"),
    ]
    notebook.interviews = [
      Kept(
        Number(1),
        Interview(employer: "Acme", round: 1, startsAt: now - 5 * day).with {
          $0.people = [Number(1)]
          $0.isLogged = true
        }),
      Kept(
        Number(2),
        Interview(employer: "Acme", round: 2, startsAt: now + 6 * day).with {
          $0.place = "3rd floor"
          $0.format = "panel of 3"
          $0.people = [Number(1), Number(2)]
        }),
      Kept(
        Number(3),
        Interview(employer: "Beta", round: 2, startsAt: now + 13 * day).with {
          $0.utcOffset = -18_000
        }),
    ]
    notebook.people = [
      Kept(
        Number(1),
        Person(employer: "Acme").with {
          $0.role = "Operations manager"
          $0.needs = "fewer escalations"
        }),
      Kept(
        Number(2),
        Person(employer: "Acme", name: "Noor").with {
          $0.role = "future peer"
          $0.needs = "no extra work"
        }),
    ]
    notebook.stories = [
      Kept(
        Number(1),
        Story(title: "Freezer audit").with {
          $0.fits = ["CUST": .strong, "SOLV": .workable]
          $0.strength = 5
        }), Kept(Number(2), Story(title: "Night list").with { $0.fits = ["TEAM": .workable] }),
      Kept(
        Number(3), Story(title: "Rota row").with { $0.fits = ["DISA": .strong, "TEAM": .stretch] }),
    ]
    notebook.entries = [
      Kept(
        Number(1),
        LogEntry(interview: Number(1), text: "A row in the team?").with {
          $0.family = "DISA"
          $0.story = Number(3)
          $0.landed = .thin
          $0.isPressed = true
          $0.pressedOn = "what I would change"
        }),
      Kept(
        Number(2),
        LogEntry(interview: Number(1), text: "A customer you lost?").with {
          $0.family = "CUST"
          $0.landed = .strong
        }),
    ]
    notebook.doubts = [
      Kept(
        Number(1),
        Doubt(employer: "Acme", text: "budget size").with {
          $0.evidence = "managed 180k"
          $0.story = Number(1)
          $0.timesSaidWell = 1
        }),
      Kept(Number(2), Doubt(employer: "Acme", text: "no night shifts so far")),
    ]
    notebook.facts = [
      Kept(
        Number(1),
        Fact(employer: "Acme", topic: .news, text: "a second site opens", day: todayNumber - 40)
          .with { $0.source = "local paper" }),
      Kept(
        Number(2),
        Fact(employer: "Acme", topic: .earns, text: "meals for schools", day: todayNumber)),
    ]
    notebook.questions = [
      Kept(
        Number(1),
        Question(employer: "Acme", text: "What gets in your way?").with { $0.listener = "manager" }),
      Kept(
        Number(2),
        Question(employer: "Acme", text: "Who trains people?").with {
          $0.state = .answered
          $0.answer = "the team itself"
        }),
    ]
    notebook.requirements = [
      Kept(
        Number(1),
        Requirement(employer: "Acme", text: "calm with customers").with { $0.families = ["CUST"] }),
      Kept(
        Number(2), Requirement(employer: "Acme", text: "influence").with { $0.families = ["INFL"] }),
    ]
    notebook.criteria = [
      Kept(Number(1), Criterion(text: "weekends off").with { $0.weight = .must }),
      Kept(Number(2), Criterion(text: "unpaid overtime").with { $0.weight = .walkAway }),
    ]
    notebook.verdicts = [
      Verdict(criterion: Number(1), employer: "Acme", state: .yes, evidence: "saw the rota")
    ]
    notebook.promises = [
      Kept(Number(1), Promise(interview: Number(1), text: "send the night list"))
    ]
    notebook.thankYous = [
      Kept(Number(1), ThankYou(interview: Number(1), person: Number(1), text: "the tour"))
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
      return Kept(
        Number(Int64(number)),
        Story(title: title).with {
          $0.fits = [
            families[number % 12].code: .strong, families[(number + 5) % 12].code: .workable,
          ]
        })
    }
    notebook.people = (1...12).map { number in
      let name =
        switch number % 3 {
        case 0: ""
        case 1: "נועה כהן \(number)"
        default: "Maximiliana Featherstonehaugh-Cholmondeley the \(number)th of her name"
        }
      return Kept(
        Number(Int64(number)),
        Person(employer: "Acme", name: name).with {
          $0.role = number == 12 ? "" : "role \(number)"
          $0.needs = number % 2 == 0 ? "quiet" : ""
        })
    }
    return notebook
  }

  static func open(_ notebook: Notebook) -> OpenNotebook {
    let starts = notebook.interviews.map {
      ($0.id, Moment(time: Timestamp(milliseconds: $0.startsAt), utcOffset: 0))
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
    case .reload: return .changed(Self.open(notebook), note: nil)
    case .keep(let items, let note):
      for item in items { keep(item) }
      return .changed(Self.open(notebook), note: note)
    case .hold(let interview):
      keep(Item(interview))
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
        personas: Persona.panel(of: people.map(\.thing), using: &generator),
        opening: PanelQuestion(
          card: CardID(deck: "star", card: "Q-0"), text: "Tell me about yourself.", family: nil),
        questions: questions, minutes: 10, told: Set(told), using: &generator)
      return .panel(panel, Self.open(notebook), interview)
    case .keepForm(let form) where form.item.thing is CardNote: return nil
    case .fillIn(let item): return .form(Self.form(of: item, in: notebook), draft: leftDraft)
    case .keepForm(let form):
      let (item, faults) = Self.read(form, in: notebook)
      guard let item else { return .faults(faults) }
      keep(item)
      return .changed(Self.open(notebook), note: "Kept.")
    case .emptyLog(let round):
      let log = RoundLog(of: notebook.interview(round.id) ?? round, in: notebook)
      let changes = log.emptied.changes(in: notebook)
      for item in changes.delete { delete(item) }
      for item in changes.keep { keep(item) }
      return .changed(Self.open(notebook), note: "Thrown away.")
    case .edit, .editForm, .read, .addRound, .addInterview, .moveInterview, .waveOff,
      .brief,
      .bringBack:
      return nil
    }
  }

  private static func names(_ notebook: Notebook) -> FormNames {
    FormNames(
      notebook, families: families, now: evening.time, clocks: Clocks { _ in 0 })
  }

  static func form(of item: Item, in notebook: Notebook) -> OpenForm {
    func open<Thing: NotebookThing>(_ thing: Thing) -> OpenForm {
      Form.open(thing, number: item.number, heading: heading(thing), names(notebook))
    }
    func heading(_ thing: some NotebookThing) -> String? {
      thing is CardNote ? thing.heading : nil
    }
    if let verdict = item.thing as? Verdict {
      let known = notebook.verdicts(on: verdict.employer)
      return open(known.first { $0.criterion.id == verdict.criterion }?.verdict ?? verdict)
    }
    return open(item.thing)
  }

  static func read(_ form: OpenForm, in notebook: Notebook) -> (Item?, [FormFault]) {
    func read<Thing: NotebookThing>(_ thing: Thing) -> (Item?, [FormFault]) {
      let (read, faults) = Form.read(
        form, original: thing, blank: thing.blank(today: todayNumber), names(notebook),
        employer: notebook.employer(of: thing))
      return (read.map { Item($0, number: form.item.number) }, faults)
    }
    return read(form.item.thing)
  }

  private mutating func keep(_ item: Item) {
    func put<Thing: NumberedThing>(_ thing: Thing) {
      let count = notebook[keyPath: Thing.list].count
      let kept = Kept(Number<Thing>(item.number ?? Int64(1000 + count)), thing)
      if let index = notebook[keyPath: Thing.list].firstIndex(where: { $0.id == kept.id }) {
        notebook[keyPath: Thing.list][index] = kept
      } else {
        notebook[keyPath: Thing.list].append(kept)
      }
    }
    switch item.thing {
    case let telling as Telling: notebook.tellings.append(telling)
    case let verdict as Verdict:
      notebook.verdicts.removeAll {
        $0.criterion == verdict.criterion && $0.employer == verdict.employer
      }
      notebook.verdicts.append(verdict)
    case let thing as any NumberedThing: put(thing)
    default: break
    }
  }

  private mutating func delete(_ item: Item) {
    func remove<Thing: NumberedThing>(_: Thing) {
      notebook[keyPath: Thing.list].removeAll { $0.id.value == item.number }
    }
    switch item.thing {
    case let employer as Employer:
      notebook.employers.removeAll { $0.name == employer.name }
      notebook.interviews.removeAll { $0.employer == employer.name }
    case let telling as Telling: notebook.tellings.removeAll { $0 == telling }
    case let thing as any NumberedThing: remove(thing)
    default: break
    }
  }
}
