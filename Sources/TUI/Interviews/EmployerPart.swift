import Campaign
import Practice
import Scheduler
import Screen

/// The parts of what is known of an employer, in the order in which they are listed.
enum EmployerPart: CaseIterable, Sendable {
  case rounds, log, after, people, doubts, facts, questions, advert, decision

  var title: String {
    switch self {
    case .rounds: "Rounds"
    case .log: "What was asked"
    case .after: "Promises and thanks"
    case .people: "People"
    case .doubts: "Doubts"
    case .facts: "Dossier"
    case .questions: "Questions to ask"
    case .advert: "Advert"
    case .decision: "Your decision"
    }
  }

  /// What a thing of it is when one is added; nil where that is done in the log of a round.
  func new(_ employer: String) -> NewThing? {
    switch self {
    case .rounds: .interview(employer: employer)
    case .log, .after: nil
    case .people: .person(employer: employer)
    case .doubts: .doubt(employer: employer)
    case .facts: .fact(employer: employer)
    case .questions: .question(employer: employer)
    case .advert: .requirement(employer: employer)
    case .decision: .criterion
    }
  }
}

/// A row of a list of things.
struct ThingRow: Equatable {
  var item: Item
  /// One or two columns that say how it stands.
  var mark: String
  var title: String
  var detail: String
  /// Whether something is still to be done about it.
  var isOpen = false
}

extension EmployerPart {
  /// The things of this part, in the order in which they matter.
  func rows(_ open: OpenNotebook, _ employer: String, at now: Moment, startHour: Int) -> [ThingRow]
  {
    let notebook = open.notebook
    let today = now.day(startHour: startHour)
    switch self {
    case .rounds: return Self.rounds(open, employer, at: now, today, startHour)
    case .log:
      return notebook.interviews(with: employer).reversed().flatMap { round in
        notebook.entries(of: round.id).map { Self.row($0, of: round, notebook) }
      }
    case .after:
      return notebook.interviews(with: employer).reversed().flatMap { Self.after($0, notebook) }
    case .people:
      return notebook.people(at: employer).map { person in
        let role = person.name.isEmpty ? "" : person.role
        return ThingRow(
          item: .person(person), mark: " ", title: person.title,
          detail: [role, person.needs].filter { !$0.isEmpty }.joined(separator: " · "))
      }
    case .doubts:
      return notebook.doubts(of: employer).map { doubt in
        ThingRow(
          item: .doubt(doubt),
          mark: doubt.isClosed ? "–" : doubt.isOpen ? "\(doubt.timesSaidWell)/2" : "✓",
          title: doubt.text, detail: doubt.gap ?? doubt.evidence, isOpen: doubt.isOpen)
      }
    case .facts:
      return notebook.facts(on: employer).map { fact in
        let isStale = fact.isStale(on: today.number)
        let day = DateText.shortDay(Day(number: fact.day), from: today)
        let detail = [isStale ? "stale" : "", day, fact.source]
        return ThingRow(
          item: .fact(fact), mark: isStale ? "!" : " ",
          title: fact.topic == .other ? fact.text : "\(fact.topic.rawValue): \(fact.text)",
          detail: detail.filter { !$0.isEmpty }.joined(separator: " · "), isOpen: isStale)
      }
    case .questions:
      return notebook.questions(for: employer).map { question in
        let whom = notebook.person(question.person)?.title ?? question.listener
        let marks: [Question.State: String] = [.unused: " ", .asked: "?", .answered: "✓"]
        return ThingRow(
          item: .question(question), mark: marks[question.state] ?? " ", title: question.text,
          detail: question.answer.isEmpty ? whom : question.answer,
          isOpen: question.state != .answered)
      }
    case .advert:
      let gaps = notebook.gaps(at: employer).map(\.id)
      return notebook.requirements(of: employer).map { requirement in
        let isGap = gaps.contains(requirement.id)
        let isMarked = !requirement.families.isEmpty || !requirement.cards.isEmpty
        return ThingRow(
          item: .requirement(requirement), mark: isGap ? "!" : isMarked ? "✓" : "·",
          title: requirement.text,
          detail: (isGap ? "no story · " : "") + requirement.families.joined(separator: " "),
          isOpen: isGap || !isMarked)
      }
    case .decision:
      return notebook.verdicts(on: employer).map { criterion, verdict in
        let marks: [Verdict.State: String] = [.open: "·", .yes: "✓", .no: "✗"]
        let detail = [criterion.weight.rawValue, verdict.evidence]
        return ThingRow(
          item: .criterion(criterion), mark: marks[verdict.state] ?? " ", title: criterion.text,
          detail: detail.filter { !$0.isEmpty }.joined(separator: " · "),
          isOpen: verdict.state == .open)
      }
    }
  }

  private static func rounds(
    _ open: OpenNotebook, _ employer: String, at now: Moment, _ today: Day, _ startHour: Int
  ) -> [ThingRow] {
    open.notebook.interviews(with: employer).map { round in
      let isOver = round.startsAt <= now.time.milliseconds
      let asked = open.notebook.entries(of: round.id).count
      let log =
        round.isLogged
        ? "logged, \(asked) asked"
        : isOver ? asked > 0 ? "\(asked) asked so far" : "no log yet" : ""
      let days = open.daysLeft(to: round, from: now, startHour: startHour)
      return ThingRow(
        item: .interview(round), mark: round.isLogged ? "✓" : isOver ? "·" : " ",
        title: "round \(round.round) · \(open.when(round)) · \(DateText.days(days))",
        detail: [log, round.format, round.place].filter { !$0.isEmpty }.joined(separator: " · "),
        isOpen: isOver && !round.isLogged)
    }
  }

  private static func row(_ entry: LogEntry, of round: Interview, _ notebook: Notebook) -> ThingRow
  {
    let parts = [
      entry.landed?.rawValue ?? "", entry.family ?? "",
      notebook.story(entry.story).map { "“\($0.title)”" } ?? "",
      entry.isPressed ? "pressed\(entry.pressedOn.isEmpty ? "" : " on \(entry.pressedOn)")" : "",
    ]
    return ThingRow(
      item: .entry(entry), mark: "R\(round.round)", title: entry.text,
      detail: parts.filter { !$0.isEmpty }.joined(separator: " · "),
      isOpen: entry.landed == nil || entry.landed == .thin)
  }

  private static func after(_ round: Interview, _ notebook: Notebook) -> [ThingRow] {
    let promises = notebook.promises.filter { $0.interview == round.id }.map { promise in
      let due = promise.due.map { " · by \(DateText.day(Day(number: $0)))" } ?? ""
      return ThingRow(
        item: .promise(promise), mark: promise.isKept ? "✓" : "·", title: promise.text,
        detail: "promised in round \(round.round)\(due)", isOpen: !promise.isKept)
    }
    let thanks = notebook.thankYous.filter { $0.interview == round.id }.map { thanks in
      let whom = notebook.person(thanks.person)?.title ?? "all of them"
      return ThingRow(
        item: .thankYou(thanks), mark: thanks.isSent ? "✓" : "·",
        title: "thank \(whom) for \(thanks.text)", detail: "round \(round.round)",
        isOpen: !thanks.isSent)
    }
    return promises + thanks
  }
}
