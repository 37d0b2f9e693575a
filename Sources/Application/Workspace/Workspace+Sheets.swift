package import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// The interview that a page is for: the next one, with an employer if one is named; the latest if
  /// none is ahead.
  ///
  /// - Throws: ``Failure`` if there is none at all.
  func nextInterview(with employer: String?) throws -> Kept<Interview> {
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
  private func askCards() throws -> [Card] {
    let cards = try store.cards(ofKinds: [.ask])
    return cards.filter(\.isCore) + cards.filter { !$0.isCore }
  }

  func brief(for interview: Kept<Interview>) throws -> Sheet {
    let now = clock.now
    let today = now.day(startHour: store.schedule.startHour)
    return BriefMaker(
      try store.notebook(), for: interview, families: competencies.families,
      asks: try askCards(), today: today.number,
      dayWords: { DateText.shortDay(Day(number: $0), from: today) }
    ).brief(when: try when(interview, at: now), printed: DateText.dayAndTime(now))
  }

  /// When an interview is, and that it has been if it has.
  private func when(_ interview: Kept<Interview>, at now: Moment) throws -> String {
    let when = try openNotebook().when(interview, near: now.day(startHour: 0))
    guard !interview.thing.isAhead(at: now.time.milliseconds) else { return when }
    let startHour = store.schedule.startHour
    let days =
      clock.moment(at: interview.start).day(startHour: startHour)
      - now.day(startHour: startHour)
    return "\(when) (past: \(days == 0 ? "it was today" : DateText.days(days)))"
  }

  func friendSheet(for interview: Kept<Interview>, minutes: Double, seed: UInt64) throws
    -> Sheet
  {
    let notebook = try store.notebook()
    let panel = try panel(for: interview, notebook, minutes: minutes, temper: .usual, seed: seed)
    let rehearsal = Rehearsal(
      of: panel, for: interview, with: .friend,
      on: clock.now.day(startHour: store.schedule.startHour).number)
    return FriendSheet.sheet(
      for: panel, interview: interview.thing, doubts: notebook.doubts(of: interview.employer),
      when: try openNotebook().when(interview, near: clock.now.day(startHour: 0)),
      printed: DateText.dayAndTime(clock.now), number: try number(of: rehearsal, in: notebook))
  }

  /// The number under which a panel for a friend is kept, so that marks find its questions; nil where nothing
  /// can be kept.
  private func number(of rehearsal: Rehearsal, in notebook: Notebook) throws
    -> Number<Rehearsal>?
  {
    let known = notebook.rehearsals.first {
      $0.interview == rehearsal.interview && $0.questions == rehearsal.questions && !$0.isWhole
    }
    if let known { return known.id }
    guard store.refusal == nil else { return nil }
    return try store.add(rehearsal).id
  }

  /// A panel for an interview: its questions are those that matter most, in an order drawn by chance
  /// among equals.
  func panel(
    for interview: Kept<Interview>?, _ notebook: Notebook, minutes: Double, temper: Panel.Temper,
    seed: UInt64
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
    let practised = try store.wordingsPractised()
    let weighed = cards.map { card in
      // The wording of the day is not one that was rehearsed, as far as there is another.
      let known = practised[card.id] ?? []
      let fresh = card.wordings.indices.filter { !known.contains($0) }
      let wording =
        fresh.randomElement(using: &generator)
        ?? card.wordings.indices.randomElement(using: &generator) ?? 0
      let family = competencies.family(of: card.competency)?.code
      let priority = priorities?.priority(of: card.id, family: family) ?? 1
      return (
        question: PanelQuestion(
          card: card.id, kind: card.kind, wording: wording, text: card.wordings[wording],
          family: family, probes: card.probes),
        weight: priority * (card.isCore ? 2 : 1)
      )
    }
    var questions = weighed.sorted { $0.weight > $1.weight }.map(\.question)
    // “Tell me about yourself” is a card, too.
    let opening = questions.firstIndex { $0.card == PanelQuestion.openingCard }
      .map { questions.remove(at: $0) }
    let people = interview.map { notebook.people(in: $0) } ?? []
    let told = interview.map { notebook.tellings(to: $0.employer).map(\.story) } ?? []
    return Panel(
      personas: Persona.panel(of: people.map(\.thing), using: &generator),
      opening: opening ?? .opening, questions: questions,
      minutes: minutes, temper: temper, told: Set(told), using: &generator)
  }
}

extension Sheet {
  /// How a sheet is written.
  package enum Format: String, CaseIterable, Sendable { case text, markdown, html }

  private func written(as format: Format) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .html: html
    }
  }

  /// Writes the page for the day of an interview.
  ///
  /// - Parameters:
  ///   - employer: with whom; nil for the next interview.
  ///   - friend: for someone who plays the interviewers: how many minutes, and what the questions are
  ///     drawn from; nil for the person's own page.
  ///   - format: how it is written.
  ///   - surroundings: the machine.
  /// - Throws: ``Failure`` and ``StoreError``.
  package static func write(
    for employer: String?, friend: (minutes: Double, seed: UInt64)?, as format: Format,
    in surroundings: any Surroundings
  ) throws {
    let workspace = try Workspace.forCommand(in: surroundings)
    let interview = try workspace.nextInterview(with: employer)
    let sheet =
      try friend.map {
        try workspace.friendSheet(for: interview, minutes: $0.minutes, seed: $0.seed)
      } ?? workspace.brief(for: interview)
    let text = String(sheet.written(as: format).dropLast())
    try format == .text ? Output.line(text) : Output.data(text)
  }
}

extension Workspace {
  /// Picks the questions to ask in an interview, and writes them.
  ///
  /// - Parameters:
  ///   - employer: with whom; nil for the next interview.
  ///   - json: whether JSON is written.
  /// - Throws: ``Failure`` and ``StoreError``.
  package func writeQuestionPicks(for employer: String?, asJSON json: Bool) throws {
    let interview = try nextInterview(with: employer)
    let picks = try store.notebook().questionPicks(for: interview, cards: askCards())
    guard !json else {
      return try Output.json(
        .array(
          picks.map { pick in
            .object([
              "person": JSONValue(pick.person?.title),
              "questions": .array(
                pick.choices.map {
                  .object(["question": .string($0.text), "card": JSONValue($0.code)])
                }),
            ])
          }))
    }
    for pick in picks {
      try Output.line(pick.person?.title ?? interview.employer)
      for choice in pick.choices {
        try Output.line("  \(choice.text)\(choice.code.map { " (\($0))" } ?? "")")
      }
    }
  }
}

extension FormNames {
  /// The code of a family, however it is written.
  ///
  /// - Throws: ``Failure`` if there is none of that code.
  func family(_ code: String) throws(Failure) -> String {
    if let known = families.first(where: { $0.code.isSameName(as: code) }) { return known.code }
    throw Failure(
      .badData,
      "there is no family \(code); there are \(families.map(\.code).joined(separator: ", "))")
  }
}
