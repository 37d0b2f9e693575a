package import Campaign
package import Decks
import Exchange
package import Files
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// The interview that a page is for: the next one, with an employer if one is named; the latest if
  /// none is ahead.
  ///
  /// - Throws: ``Failure`` if there is none at all.
  package func nextInterview(with employer: String?) throws -> Kept<Interview> {
    let notebook = try store.notebook()
    let name = try employer.map { try names(notebook).employer(named: $0).name }
    let now = clock.now.time.milliseconds
    let last = notebook.interviews.last { name.map($0.thing.isWith) ?? true }
    guard let interview = notebook.nextInterview(with: name, after: now) ?? last else {
      throw Failure(
        .badData, "there is no interview yet; “starling interviews add NAME --at TIME” adds one")
    }
    return interview
  }

  /// Cards of the kind `ask`, those of the core set first.
  package func askCards() throws -> [Card] {
    let cards = try store.cards(ofKinds: [.ask])
    return cards.filter(\.isCore) + cards.filter { !$0.isCore }
  }

  package func brief(for interview: Kept<Interview>) throws -> Sheet {
    let now = clock.now
    let today = now.day(startHour: store.schedule.startHour)
    return BriefMaker(
      try store.notebook(), for: interview, families: competencies.families,
      asks: try askCards(), today: today.number,
      dayWords: { DateText.shortDay(Day(number: $0), from: today) }
    ).brief(when: try openNotebook().when(interview), printed: DateText.dayAndTime(now))
  }

  package func friendSheet(for interview: Kept<Interview>, minutes: Double, seed: UInt64) throws
    -> Sheet
  {
    let notebook = try store.notebook()
    let panel = try panel(for: interview, notebook, minutes: minutes, seed: seed)
    return FriendSheet.sheet(
      for: panel, interview: interview.thing, doubts: notebook.doubts(of: interview.employer),
      when: try openNotebook().when(interview), printed: DateText.dayAndTime(clock.now))
  }

  /// A panel for an interview: its questions are those that matter most, in an order drawn by chance
  /// among equals.
  package func panel(
    for interview: Kept<Interview>?, _ notebook: Notebook, minutes: Double, seed: UInt64
  ) throws -> Panel {
    var generator = SeededGenerator(seed: seed)
    let priorities = interview.map {
      Priorities(notebook, for: $0.employer, before: $0.startsAt)
    }
    // What one employer doubts is not for another to ask.
    let elsewhere = Set(
      notebook.doubts.filter { doubt in !(interview?.thing.isWith(doubt.employer) ?? false) }
        .compactMap(\.card).filter { $0.deck == Notebook.deckID })
    let cards = try store.cards(ofKinds: [.star, .fit, .goal, .concern])
      .filter { !elsewhere.contains($0.id) }
      .shuffled(using: &generator)
    let weighed = cards.map { card in
      let family = competencies.family(of: card.competency)?.code
      let priority = priorities?.priority(of: card.id, family: family) ?? 1
      return (
        question: PanelQuestion(
          card: card.id, kind: card.kind, text: card.ask, family: family, probes: card.probes),
        weight: priority * (card.isCore ? 2 : 1)
      )
    }
    let questions = weighed.sorted { $0.weight > $1.weight }.map(\.question)
    let people = interview.map { notebook.people(in: $0) } ?? []
    let told = interview.map { notebook.tellings(to: $0.employer).map(\.story) } ?? []
    return Panel(
      personas: Persona.panel(of: people.map(\.thing), using: &generator), questions: questions,
      minutes: minutes, told: Set(told), using: &generator)
  }
}

extension FormNames {
  /// The code of a family, however it is written.
  ///
  /// - Throws: ``Failure`` if there is none of that code.
  package func family(_ code: String) throws(Failure) -> String {
    if let known = families.first(where: { $0.code.isSameName(as: code) }) { return known.code }
    throw Failure(
      .badData,
      "there is no family \(code); there are \(families.map(\.code).joined(separator: ", "))")
  }
}
