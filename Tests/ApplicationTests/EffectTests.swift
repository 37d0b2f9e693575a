import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store
import TUI
import TestSupport
import Testing

@testable import Application

/// What the trainer does for its screens, and what comes back to them.
@Suite struct EffectTests {
  private let stage: Stage
  private let card = CardID("sample/A1")

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
  }

  private func trainer() throws -> Trainer {
    Trainer(workspace: try stage.readyWorkspace(), terminal: TypedTerminal([]))
  }
  private func outcome(of effect: Effect) throws -> Outcome {
    var trainer = try trainer()
    return trainer.outcome(of: effect)
  }
  private func notebook(_ effect: NotebookEffect) throws -> NotebookOutcome {
    try trainer().outcome(of: effect)
  }
  private var kept: Notebook { get throws { try stage.workspace().store.notebook() } }

  /// What a screen is told of something that cannot be done.
  private func problem(of effect: Effect) throws -> String? {
    guard case .failed(let text) = try outcome(of: effect) else { return nil }
    return text
  }

  /// Another window may have done something, or taken it back, while the person was asked.
  @Test func onlyWhatWasNamedIsTakenBack() throws {
    let store = try stage.workspace().store
    for title in ["Alpha", "Beta"] { _ = try store.add(Story(title: title)) }
    guard case .lastAction(let names?) = try outcome(of: .nameLastAction) else {
      throw TestFailure("nothing is named")
    }
    #expect(names == ["the adding of the story “Beta”"])
    _ = try store.undoLastAction(at: stage.clock.now)
    guard case .lastAction(let now?) = try outcome(of: .takeLastActionBack(named: names)) else {
      throw TestFailure("it is not asked again")
    }
    #expect(now == ["the adding of the story “Alpha”"])
    #expect(try kept.stories.map(\.title) == ["Alpha"])
    guard case .tookBack = try outcome(of: .takeLastActionBack(named: now)) else {
      throw TestFailure("it is not taken back")
    }
    #expect(try kept.stories.isEmpty)
    guard case .lastAction(nil) = try outcome(of: .nameLastAction) else {
      throw TestFailure("something is left")
    }
  }

  // MARK: - What the terminal is told

  private func told(_ effect: Effect, _ settings: [(String, String)]) throws -> TypedTerminal {
    for (name, value) in settings { _ = try outcome(of: .changeSetting(name, to: value)) }
    let terminal = TypedTerminal([])
    var trainer = Trainer(workspace: try stage.readyWorkspace(), terminal: terminal)
    _ = trainer.outcome(of: effect)
    return terminal
  }

  @Test func theTimeOfAnAnswerIsToldAsItIsSet() throws {
    var terminal = try told(.alarm(.target), [])
    #expect(terminal.signals.isEmpty && terminal.notices.isEmpty, "off to begin with")
    terminal = try told(.alarm(.target), [("screen.signal", "sound"), ("screen.notices", "on")])
    #expect(terminal.signals == [.sound] && terminal.notices.count == 1)
    terminal = try told(.alarm(.limit), [("screen.signal", "flash")])
    #expect(terminal.signals == [.flash] && terminal.notices.isEmpty)
  }

  @Test func aTextIsCopiedOrItIsSaid() throws {
    let terminal = try told(.copy("Who lifted the piano?"), [])
    #expect(terminal.copies == ["Who lifted the piano?"])
    let plain = TypedTerminal([])
    plain.hasClipboard = false
    var trainer = Trainer(workspace: try stage.readyWorkspace(), terminal: plain)
    guard case .failed(let text) = trainer.outcome(of: .copy("a")) else {
      throw TestFailure("nothing is said")
    }
    #expect(text.contains("no clipboard") && plain.copies.isEmpty)
  }

  // MARK: - What is read

  @Test func screensAreFilledFromTheDatabase() throws {
    let id = try #require(card)
    guard case .home(let home) = try outcome(of: .loadHome) else { throw TestFailure("no home") }
    #expect(home.isFirstTime)
    guard case .decks(let decks) = try outcome(of: .loadDecks) else {
      throw TestFailure("no decks")
    }
    #expect(decks.contains { $0.id == "sample" })
    var filter = CardFilter()
    filter.deck = "sample"
    guard case .cards(let list) = try outcome(of: .loadCards(filter)) else {
      throw TestFailure("no cards")
    }
    guard case .found("piano", let numbers) = try outcome(of: .search("piano", inDeck: "sample"))
    else { throw TestFailure("nothing found") }
    #expect(numbers.count == 1)
    _ = list
    guard case .listings(let listings, of: _) = try outcome(of: .loadListings(numbers)) else {
      throw TestFailure("no listings")
    }
    #expect(listings.values.map(\.id) == [id])
    guard case .card(let shown, _) = try outcome(of: .loadCard(id)) else {
      throw TestFailure("no card")
    }
    #expect(shown.card.id == id)
    guard case .progress = try outcome(of: .loadProgress) else { throw TestFailure("no figures") }
    guard case .outlook = try outcome(of: .loadOutlook) else { throw TestFailure("no outlook") }
    guard case .weak(let weak) = try outcome(of: .loadWeak) else { throw TestFailure("no list") }
    #expect(weak.isEmpty)
    guard case .settings(let settings, _) = try outcome(of: .loadSettings) else {
      throw TestFailure("no settings")
    }
    #expect(settings.lines.contains { $0.name == "practice.minutes" })
    #expect(
      try problem(of: .loadCard(#require(CardID("x/Y-1"))))
        == "x/Y-1 is in no deck now; its history is kept")
  }

  @Test func thePlanIsMadeByTheMinutesOfTheSettingsOrByOthersOfWhichNothingIsKept() throws {
    _ = try stage.messages {
      try Interviews(in: stage).add(with: "Acme", at: "2026-11-30T10:00", round: nil)
    }
    func plan(_ minutes: Double?) throws -> PlanFigures {
      guard case .plan(let figures) = try outcome(of: .loadPlan(minutes: minutes)) else {
        throw TestFailure("no plan")
      }
      return figures
    }
    let usual = try plan(nil)
    let tried = try plan(usual.minutes + 20)
    let workspace = try stage.workspace()
    #expect(try plan(nil) == usual)
    #expect(!usual.isTried && tried.isTried)
    #expect(usual.days.first?.items == (try workspace.today(at: workspace.clock.now)).left)
    #expect(tried.days.reduce(0) { $0 + $1.minutes } > usual.days.reduce(0) { $0 + $1.minutes })
    let cards = usual.days.flatMap { $0.items.map(\.card) }
    #expect(!cards.isEmpty && cards.allSatisfy { usual.asks[$0]?.isEmpty == false })
  }

  @Test func weakCardsComeBeforeAnInterviewByWhatWouldBeMissedMost() throws {
    for name in ["sample/A1", "star-people/PE-01"] {
      let card = try #require(CardName(name))
      _ = try stage.messages {
        try AwayAnswer(to: card, .again, at: "2026-11-20T10:00").record(in: stage)
      }
    }
    guard case .weak(let usual) = try outcome(of: .loadWeak) else { throw TestFailure("no list") }
    #expect(usual.count == 2)
    // What an advert asks for counts more.
    _ = try stage.messages {
      try Interviews(in: stage).add(with: "Acme", at: "2026-11-30T10:00", round: nil)
    }
    var doubt = Doubt(employer: "Acme", text: "Too junior")
    doubt.card = CardID("star-people/PE-01")
    _ = try stage.workspace().store.add(doubt)
    guard case .weak(let weak) = try outcome(of: .loadWeak) else { throw TestFailure("no list") }
    #expect(Set(weak.map(\.id)) == Set(usual.map(\.id)))
    #expect(weak.first?.id.description == "star-people/PE-01")
    guard
      case .card(let shown, _) = try outcome(of: .loadCard(#require(CardID("star-people/PE-01"))))
    else { throw TestFailure("no card") }
    #expect(!shown.reasons.isEmpty)
    var request = try stage.workspace().dailyRequest
    request.weakOnly = true
    guard case .session(let start) = try outcome(of: .startSession(request)) else {
      throw TestFailure("no session")
    }
    #expect(Set(start.session.queue.map(\.card)) == Set(weak.map(\.id)))
  }

  // MARK: - Sessions

  @Test func aSessionThatWasLeftIsGoneOnWith() throws {
    guard case .session(let start) = try outcome(of: .resumeSession) else {
      throw TestFailure("no session")
    }
    #expect(start.session.queue.count > 3)
    let first = try #require(start.cards.first)
    let attempt = first.attempt(at: .answer, moment: stage.clock.now, seed: 1)
    _ = try stage.readyWorkspace().store.record(
      first.grading(of: attempt, as: .good), for: attempt, in: start.session)
    guard case .home(let home) = try outcome(of: .loadHome) else { throw TestFailure("no home") }
    #expect(home.left?.count == start.session.queue.count - 1)
    guard case .session(let again) = try outcome(of: .resumeSession) else {
      throw TestFailure("no session")
    }
    #expect(again.session.queue == Array(start.session.queue.dropFirst()))
    #expect(again.session.steps.count == 1)
    // The next day it is over.
    stage.wait(minutes: 60 * 24)
    guard case .session(let new) = try outcome(of: .resumeSession) else {
      throw TestFailure("no session")
    }
    #expect(new.session.steps.isEmpty)
  }

  @Test func cardsAreBuriedAndSuspended() throws {
    let id = try #require(card)
    guard case .session(let start) = try outcome(of: .resumeSession) else {
      throw TestFailure("no session")
    }
    let tomorrow = stage.clock.now.day(startHour: 4) + 1
    guard
      case .practice(.buried(id, until: tomorrow)) = try outcome(
        of: .practice(.bury(id, until: tomorrow, in: start.session)))
    else { throw TestFailure("not buried") }
    guard
      case .practice(.suspended(id, true)) = try outcome(
        of: .practice(.suspend(id, true, in: nil)))
    else { throw TestFailure("not suspended") }
    var filter = CardFilter()
    filter.state = .suspended
    guard case .cards(let list) = try outcome(of: .loadCards(filter)) else {
      throw TestFailure("no cards")
    }
    _ = list
  }

  @Test func anAnswerWithoutAGradeIsKeptAndTakenBack() throws {
    let id = try #require(card)
    guard case .session(let start) = try outcome(of: .resumeSession) else {
      throw TestFailure("no session")
    }
    var attempt = Attempt(card: id, kind: .star, moment: stage.clock.now)
    attempt.texts = ["Once", "", "", ""]
    guard
      case .practice(.recorded(let kept, nil)) = try outcome(
        of: .practice(.keep(attempt, in: start.session)))
    else { throw TestFailure("not kept") }
    let number = try #require(kept.id)
    guard
      case .practice(.attemptUndone(let undone, let shown)) = try outcome(
        of: .practice(.undoAttempt(number, at: id, in: start.session)))
    else { throw TestFailure("not undone") }
    #expect(undone?.texts.first == "Once")
    #expect(shown?.card.id == id)
    guard case .done = try outcome(of: .keepAnswer(attempt)) else { throw TestFailure("not kept") }
    #expect(try stage.workspace().store.attempts().count == 1)
  }

  @Test func draftsAreKept() throws {
    let id = try #require(card)
    guard case .draftKept(["Once"], of: id) = try outcome(of: .keepDraft(["Once"], of: id)) else {
      throw TestFailure("not kept")
    }
    guard case .draft(["Once"], of: id) = try outcome(of: .loadDraft(of: id)) else {
      throw TestFailure("no draft")
    }
  }

  @Test func anAnswerIsWrittenInTheEditor() throws {
    let id = try #require(card)
    let attempt = Attempt(card: id, kind: .star, moment: stage.clock.now)
    stage.willEdit { text in
      #expect(text.contains("\n# Who lifted it?"))
      return text + "It was me.\n"
    }
    let form = AnswerForm(attempt: attempt, texts: [])
    guard
      case .practice(.answerEdited(id, let texts)) = try outcome(
        of: .practice(.editAnswer(id, form, question: "Who lifted it?")))
    else { throw TestFailure("not edited") }
    #expect(texts.joined().contains("It was me."))
    #expect(try stage.workspace().store.draft(of: id).joined().contains("It was me."))
  }

  @Test func answersAreRecordedAndPlayed() throws {
    let id = try #require(card)
    try stage.home.write("programs:\n  recorder: record\n  player: play\n", to: "config.yaml")
    var trainer = try trainer()
    guard case .practice(.recordingStarted) = trainer.outcome(of: .practice(.startRecording(id)))
    else { throw TestFailure("not recorded") }
    guard
      case .practice(.recordingKept(id, name: _, canPlay: true, isHeard: false)) = trainer.outcome(
        of: .practice(.stopRecording(id, isKept: true)))
    else { throw TestFailure("not kept") }
    guard case .practice(.done) = trainer.outcome(of: .practice(.playRecording(id))) else {
      throw TestFailure("not played")
    }
    #expect(stage.startedPrograms == ["record", "play"])
    guard case .card(let shown, _) = trainer.outcome(of: .loadCard(id)) else {
      throw TestFailure("no card")
    }
    #expect(shown.hasRecording)
    stage.wait(minutes: 1)
    _ = trainer.outcome(of: .practice(.startRecording(id)))
    guard
      case .practice(.done) = trainer.outcome(of: .practice(.stopRecording(id, isKept: false)))
    else { throw TestFailure("not deleted") }
    #expect(try Recordings(in: stage).all().count == 1)
  }

  // MARK: - Files of the person's own

  @Test func aDeckOfOnesOwnIsEditedAtItsCard() throws {
    stage.willEdit { $0.replacing("piano", with: "organ") }
    guard case .deckEdited(fault: nil) = try outcome(of: .editCard(#require(card))) else {
      throw TestFailure("not edited")
    }
    #expect(stage.openedFiles.map(\.line) == [4])
    guard case .found(_, let numbers) = try outcome(of: .search("organ", inDeck: "sample")) else {
      throw TestFailure("nothing found")
    }
    #expect(numbers.count == 1)
    stage.willEdit { $0.replacing("kind: star", with: "kind: odd") }
    guard case .deckEdited(let fault?) = try outcome(of: .editCard(#require(card))) else {
      throw TestFailure("no fault")
    }
    stage.willEdit { $0.replacing("kind: odd", with: "kind: star") }
    guard case .deckEdited(fault: nil) = try outcome(of: .mend(fault)) else {
      throw TestFailure("not mended")
    }
    #expect(stage.openedFiles.last?.line == fault.line)
  }

  @Test func whatIsNotTheirsIsNotEdited() throws {
    // What came with Starling is not theirs; a note on it is.
    guard
      case .notebook(.form(let form, _)) = try outcome(
        of: .editCard(#require(CardID("star-people/PE-01"))))
    else { throw TestFailure("no note") }
    #expect(form.heading == "Note on PE-01")
    #expect(
      try problem(of: .editCard(#require(CardID("nodeck/A1")))) == "there is no deck nodeck now")
    _ = try notebook(.addRound(after: Self.earlier, at: "2026-12-01 14:00"))
    var doubt = Doubt(employer: "Acme", text: "Too junior")
    doubt.card = CardID("\(Notebook.deckID)/D-1")
    _ = try stage.workspace().store.add(doubt)
    let mine = try #require(
      try stage.readyWorkspace().store.cards(ofDeck: Notebook.deckID).first?.id)
    #expect(
      try problem(of: .editCard(mine))
        == "this is made of your dossier and their doubts: i leads to them")
  }

  @Test func settingsAreChangedAndEdited() throws {
    guard case .settings = try outcome(of: .changeSetting("practice.minutes", to: "44")) else {
      throw TestFailure("not changed")
    }
    #expect(try stage.settings().minutes == 44)
    #expect(try problem(of: .changeSetting("practice.minutes", to: "many")) != nil)
    stage.willEdit { $0.replacing("44", with: "21") }
    guard case .settings = try outcome(of: .editSettings) else { throw TestFailure("not edited") }
    #expect(try stage.settings().minutes == 21)
    try stage.home.remove("config.yaml")
    try stage.home.write("", to: "config.yaml/x")
    #expect(try problem(of: .changeSetting("practice.minutes", to: nil)) != nil)
  }

  // MARK: - The notebook

  @Test func theNotebookIsOpenedKeptAndDeleted() throws {
    guard case .opened(let open, .stories) = try notebook(.open(.stories)) else {
      throw TestFailure("not opened")
    }
    #expect(open.notebook.stories.isEmpty)
    guard
      case .changed(let changed, note: "Kept.") = try notebook(
        .keep([Item(Story(title: "Piano"))], note: "Kept."))
    else { throw TestFailure("not kept") }
    let story = try #require(changed.notebook.stories.first)
    guard case .text(let title, let text, _) = try notebook(.read(Item(story))) else {
      throw TestFailure("not read")
    }
    #expect(title.contains("Piano"))
    #expect(text == "Title: Piano")
    guard case .changed(_, note: "Deleted.") = try notebook(.delete(Item(story))) else {
      throw TestFailure("not deleted")
    }
    #expect(try kept.stories.isEmpty)
  }

  private func form(for item: Item) throws -> OpenForm {
    guard case .form(let form, _) = try notebook(.fillIn(item)) else {
      throw TestFailure("no form")
    }
    return form
  }

  @Test func thingsAreAddedAndEditedInTheEditor() throws {
    let form = try form(for: Item(Story()))
    stage.willEdit { _ in "title: Piano\n" }
    guard case .changed(_, note: "Kept.") = try notebook(.editForm(form)) else {
      throw TestFailure("not added")
    }
    guard case .changed(_, note: nil) = try notebook(.editForm(form)) else {
      throw TestFailure("added")
    }
    let story = try #require(try kept.stories.first)
    stage.willEdit { $0.replacing("Piano", with: "The piano") }
    guard case .changed(let open, note: "Changed.") = try notebook(.edit(Item(story))) else {
      throw TestFailure("not edited")
    }
    #expect(open.notebook.stories.map(\.title) == ["The piano"])
    guard case .changed(_, note: nil) = try notebook(.edit(Item(story))) else {
      throw TestFailure("edited")
    }
  }

  /// What is written in a form is checked, kept and taken back as what is written in an editor.
  @Test func whatIsWrittenInAFormIsKeptUnlessSomethingIsWrong() throws {
    var form = try form(for: Item(Story()))
    guard case .faults(let missing) = try notebook(.keepForm(form)) else {
      throw TestFailure("kept without a title")
    }
    #expect(missing == [FormFault(field: 0, message: "Title is missing: it is needed.")])
    form.fields[0].text = "Piano"
    guard case .changed(let open, note: "Kept. u takes it back.") = try notebook(.keepForm(form))
    else { throw TestFailure("not kept") }
    #expect(open.notebook.stories.map(\.title) == ["Piano"])
    guard case .faults(let taken) = try notebook(.keepForm(form)) else {
      throw TestFailure("kept twice")
    }
    #expect(taken == [FormFault(field: 0, message: "There is a story “Piano” already.")])
    _ = try stage.workspace().store.undoLastAction(at: stage.clock.now)
    #expect(try kept.stories.isEmpty)
  }

  @Test func eachLineOfAPastedAdvertIsKept() throws {
    let store = try stage.workspace().store
    _ = try store.add(Requirement(employer: "Acme", text: "calm"))
    var form = try form(for: Item(Requirement(employer: "Acme", text: "")))
    form.fields[1].text = "You bring:\n\n • calm\n - two languages\n"
    guard
      case .changed(let open, note: "2 lines of the advert kept. u takes them back.") =
        try notebook(.keepForm(form))
    else { throw TestFailure("not kept") }
    #expect(open.notebook.requirements.map(\.text) == ["calm", "You bring:", "two languages"])
    _ = try store.undoLastAction(at: stage.clock.now)
    #expect(try kept.requirements.map(\.text) == ["calm"])
  }

  @Test func aNoteIsKeptFromItsForm() throws {
    let store = try stage.readyWorkspace().store
    let card = try #require(card)
    var form = try form(for: Item(CardNote(on: card)))
    #expect(form.heading == "Note on A1" && !form.isNew)
    form.fields[0].text = "Begin with the rota.\n\n"
    guard
      case .practice(.noteChanged(card, let note)) = try outcome(of: .notebook(.keepForm(form)))
    else { throw TestFailure("not kept") }
    #expect(note == "Begin with the rota.")
    #expect(try store.note(on: card) == note)
    stage.willEdit { $0 + "And breathe." }
    guard
      case .form(let next, _) = try notebook(.fillIn(Item(CardNote(on: card)))),
      case .practice(.noteChanged(card, let edited)) = try outcome(of: .notebook(.editForm(next)))
    else { throw TestFailure("not edited") }
    #expect(edited == "Begin with the rota.\nAnd breathe.")
  }

  @Test func aFormSaysThatAnEditorHasLeftSomethingUnfinished() throws {
    #expect(try form(for: Item(Story())).remark.isEmpty)
    stage.willEdit { _ in "title: [\n" }
    _ = try problem(of: .notebook(.editForm(form(for: Item(Story())))))
    #expect(
      try form(for: Item(Story())).remark
        == "Ctrl-X goes on with what you left unfinished in your editor.")
    stage.willEdit { text in
      #expect(text.contains("title: ["))
      return "title: Piano\n"
    }
    guard case .changed(_, note: "Kept.") = try notebook(.editForm(form(for: Item(Story()))))
    else { throw TestFailure("not kept") }
    #expect(try form(for: Item(Story())).remark.isEmpty)
  }

  @Test func aFormIsCheckedAgainstWhatWasRead() throws {
    let store = try stage.workspace().store
    let story = try store.add(Story(title: "Piano"))
    var form = try form(for: Item(story))
    guard case .changed(_, note: nil) = try notebook(.keepForm(form)) else {
      throw TestFailure("changed by nothing")
    }
    form.fields[2].text = "Snow."
    try store.keep([Item(Kept(story.id, Story(title: "The piano")))])
    #expect(
      try problem(of: .notebook(.keepForm(form)))?.contains("e opens it as it is now") == true)
    guard case .form(let now, _) = try notebook(.fillIn(Item(story))) else {
      throw TestFailure("no form")
    }
    #expect(now.fields[0].text == "The piano")
  }

  @Test func anUnfinishedFormIsThereAgainAsLongAsItsThingIs() throws {
    let store = try stage.workspace().store
    let story = try store.add(Story(title: "Piano"))
    var form = try form(for: Item(story))
    form.fields[2].text = "Snow."
    _ = try outcome(of: .keepDraft(form.draft, of: form.draftID))
    guard case .form(var again, let draft) = try notebook(.fillIn(Item(story))) else {
      throw TestFailure("no form")
    }
    again.take(draft: draft)
    #expect(again == form)
    // It goes by a number, which elsewhere is another's, and here may be the next one's.
    #expect(!(try stage.workspace().store.draft(of: form.draftID)).isEmpty)
    try store.delete([Item(story)])
    #expect(try store.draft(of: form.draftID).isEmpty)
  }

  /// A round of before, which need not be there.
  private static let earlier = Kept(
    Number(99), Interview(employer: "Acme", round: 1, startsAt: 1_790_000_000_000))

  @Test func employersAndRoundsAreEditedByForms() throws {
    guard
      case .changed(_, note: "Acme, round 2: Tue 1 Dec 2026, 14:00 (in 8 days).") = try notebook(
        .addRound(after: Self.earlier, at: "2026-12-01 14:00"))
    else { throw TestFailure("no round") }
    let added = try #require(try kept.interviews.first)
    guard case .changed(_, note: let said?) = try notebook(.addRound(after: added, at: "soon"))
    else {
      throw TestFailure("what was typed is not kept")
    }
    #expect(said.hasPrefix("“soon” is no time"))
    #expect(try kept.interviews.map(\.notes) == ["next: soon"])
    guard
      case .changed(_, note: let far?) = try notebook(
        .addRound(after: added, at: "2062-12-01 14:00"))
    else { throw TestFailure("what was typed is not kept") }
    #expect(far.contains("is not within 20 years of today") && far.contains("notes of this round"))
    #expect(try kept.interviews.map(\.notes) == ["next: soon\nnext: 2062-12-01 14:00"])
    let employer = try #require(try kept.employers.first)
    stage.willEdit { $0.replacing("name: Acme", with: "name: Acme Corp") }
    guard case .changed(_, note: "Changed.") = try notebook(.edit(Item(employer))) else {
      throw TestFailure("not edited")
    }
    let round = try #require(try kept.interviews.first)
    #expect(round.employer == "Acme Corp")
    stage.willEdit { _ in
      "employer: Acme Corp\nround: 2\nat: 2026-12-08T10:00\npeople: [Zoe]\n"
    }
    guard
      case .changed(_, let note?) = try notebook(
        .editForm(form(for: Item(Interview(employer: "Acme Corp", round: 1, startsAt: 0)))))
    else {
      throw TestFailure("not added")
    }
    #expect(note.hasPrefix("Kept. ") && note.contains("Zoe"))
    var asked = try form(for: Item(LogEntry(interview: round.id, text: "")))
    asked.fields[0].text = "Why us?"
    guard case .changed(let open, note: "Kept. u takes it back.") = try notebook(.keepForm(asked))
    else { throw TestFailure("no log") }
    #expect(open.notebook.entries.map(\.text) == ["Why us?"])
  }

  @Test func whatIsGoneIsNotKeptAndWhatWasTypedIsNotLost() throws {
    guard
      case .held(let round, _) = try notebook(
        .hold(Interview(employer: "Acme", round: 1, startsAt: stage.clock.now.time.milliseconds)))
    else { throw TestFailure("not held") }
    let entry = LogEntry(interview: round.id, text: "Why us?")
    try stage.workspace().store.delete([Item(round)])
    let items = [Item(entry), Item(Story(title: "Piano"))]
    #expect {
      try notebook(.keep(items, note: nil))
    } throws: { error in
      (error as? Failure)?.message?.contains("what you wrote is in ") == true
    }
    // What can be kept is.
    #expect(try kept.stories.map(\.title) == ["Piano"])
    #expect(try kept.entries.isEmpty)
  }

  @Test func aLogThatIsThrownAwayComesBackAsOne() throws {
    guard
      case .held(let round, _) = try notebook(
        .hold(Interview(employer: "Acme", round: 1, startsAt: stage.clock.now.time.milliseconds)))
    else { throw TestFailure("not held") }
    let lines = [
      Item(LogEntry(interview: round.id, text: "Why us?")),
      Item(Doubt(employer: "Acme", text: "too young", raisedIn: round.id)),
      Item(Promise(interview: round.id, text: "slides")),
    ]
    _ = try notebook(.keep(lines, note: nil))
    let before = try kept
    guard case .changed(let open, let note?) = try notebook(.emptyLog(round)) else {
      throw TestFailure("not thrown away")
    }
    #expect(note == "Thrown away: the log of Acme, round 1. u takes it back.")
    let left = open.notebook
    #expect(left.entries.isEmpty && left.doubts.isEmpty && left.promises.isEmpty)
    #expect(left.interviews.count == 1)
    _ = try stage.workspace().store.undoLastAction(at: stage.clock.now)
    #expect(try kept.entries == before.entries && kept.doubts == before.doubts)
    #expect(try kept.promises == before.promises)
  }

  @Test func aPlaceThatIsNotThereIsNoPlaceToMeet() throws {
    for (place, said) in [
      (stage.home.file("nowhere"), "There is no folder \(stage.home.file("nowhere")) yet"),
      ("~/nowhere", "/nowhere yet: make it first"), ("status", "did you mean “--status”?"),
    ] {
      guard case .syncRefused(let reason) = try outcome(of: .setUpSync(place)) else {
        throw TestFailure("\(place) is taken")
      }
      #expect(reason.contains(said), "\(reason)")
    }
    #expect(try stage.workspace().settings.syncPlace.isEmpty)
  }

  @Test func sheetsAndPanelsAreMadeForARound() throws {
    _ = try notebook(.addRound(after: Self.earlier, at: "2026-12-01 14:00"))
    let round = try #require(try kept.interviews.first)
    guard case .sheet(title: "Acme, the day", let sheet) = try notebook(.brief(round)) else {
      throw TestFailure("no sheet")
    }
    #expect(sheet.text.contains("Acme"))
    guard case .panel(_, _, let shown) = try notebook(.panel(round)) else {
      throw TestFailure("no panel")
    }
    #expect(shown == round)
    guard case .panel(_, _, nil) = try notebook(.panel(nil)) else { throw TestFailure("no panel") }
  }
}
