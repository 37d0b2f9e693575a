import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// An interview in two lines: with whom, and when, as a person would say it.
///
/// What was understood stands below while it is typed. One within a day of another with the same
/// employer is asked about, as that one may have moved; so is a day without a year that is far ahead.
struct NewInterviewScreen: ScreenModel {
  private(set) var form = EntryForm([.init("Who is it with?"), .init("When?")])
  /// What is asked once the lines are done; nil while they are written.
  private(set) var unclear: Question?
  private(set) var position = ListPosition()
  /// Whether the person is asked if what is typed is to go.
  private var isAsked = false
  /// Whether it is on its way to the disk.
  private var isSent = false

  /// What stands for it where drafts are kept by card; no card is called so.
  static let draftID = CardID(deck: Notebook.deckID, card: "new-interview")

  enum Question {
    /// One within a day is known: has it moved, or is this another?
    case near(new: Interview, known: Kept<Interview>)
    /// Without a year the day is far ahead: is it meant, or the one that has been?
    case far(Day)
  }

  enum Action: Sendable {
    case entry(EntryAction)
    case take, back, discard
    case answer(DeletingAnswer)
    case move(ListMove)
  }

  private static func entryKeys(isAtLast: Bool = true) -> [Binding<EntryAction>] {
    EntryAction.keys(keeping: "keep it", isAtLast: isAtLast)
  }
  private static let choiceKeys: [Binding<Action>] =
    [
      Binding(.enter, action: .take, footer: "that one", help: "Take the row"),
      Binding(.escape, action: .back, footer: "back", help: "Back to the lines"),
    ] + ListMove.keys(of: "row", inFooter: 1).mapped(Action.move)

  private static let answerKeys = DeletingAnswer.keys(deleting: "throw it away")
    .mapped(Action.answer)

  static let help = [
    HelpSection(
      "A new interview",
      entryKeys().hints() + [FormScreen.discarding(Action.discard)].hints()
        + EditAction.hintsInForms)
  ]

  /// - Parameter employer: with whom it is; empty asks.
  init(employer: String = "") {
    guard !employer.isEmpty else { return }
    form.begin(with: [employer])
    form.open(1)
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .notebook(.opened(_, .newInterview)) = outcome { Self() } else { nil }
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    guard !isAsked else { return Self.answerKeys }
    return unclear == nil
      ? Self.entryKeys(isAtLast: form.isAtLast).mapped(Action.entry)
        + [FormScreen.discarding(.discard)]
      : Self.choiceKeys
  }

  func hints(on stage: Stage) -> [KeyHint] {
    var keys = keys(on: stage)
    if !hasText, let index = keys.firstIndex(where: { $0.keys == [.control("r")] }) {
      keys[index].footer = nil
    }
    return keys.hints() + (takesText ? EditAction.hintsInForms : [])
  }

  /// Whether anything is typed.
  private var hasText: Bool { form.texts.contains { !$0.isBlank } }

  var question: Notice? { isAsked ? FormScreen.discardingQuestion : nil }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .move(let move): position.move(move)
    case .back: unclear = nil
    case .discard:
      isAsked = hasText
      if !isAsked { stage.say("There is nothing to throw away: nothing is typed.") }
    case .answer(.no): isAsked = false
    case .answer(.yes):
      isAsked = false
      stage.say("Thrown away.")
      stage.go(.leave)
      form.saved()
      return [.keepDraft([], of: Self.draftID)]
    case .take: return answer(on: &stage)
    case .entry(.next): form.open((form.focus + 1) % form.lines.count)
    case .entry(.before): form.open((form.focus + form.lines.count - 1) % form.lines.count)
    case .entry(.enter) where !form.isAtLast: form.open(form.focus + 1)
    case .entry(.enter), .entry(.done): return done(on: &stage)
    case .entry(.back):
      stage.go(.leave)
      guard form.isUnsaved else { return [] }
      if form.texts.contains(where: { !$0.isEmpty }) {
        stage.say("What you typed is there next time.")
      }
      return [.keepDraft(form.texts, of: Self.draftID)]
    }
    return []
  }

  var takesText: Bool { unclear == nil && !isAsked }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard !isAsked else { return [] }
    guard takesText else { return nil }
    return form.handle(key, at: stage.now.time) ? [] : nil
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    if takesText { form.paste(text, at: stage.now.time) }
    return []
  }

  mutating func open(field: Int, on stage: inout Stage) { if takesText { form.open(field) } }

  var typedText: UnsavedText? { UnsavedText(card: Self.draftID, texts: form.texts) }

  func nextSave(after time: Timestamp) -> Int? { form.nextSave(after: time) }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .draft(let texts, Self.draftID): form.begin(with: texts)
    case .draftKept(_, Self.draftID): form.saved()
    case .failed: isSent = false
    case .notebook(.changed) where isSent:
      stage.go(.leave)
      form.saved()
      return [.keepDraft([], of: Self.draftID)]
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    form.layOut(in: stage.frame)
    form.offer(stage.notebook.employers.map(\.name), at: 0)
    position.settle(count: unclear == nil ? 0 : 2, height: 2)
  }

  // MARK: - What is meant

  private var employer: String { form.texts[0].trimmed }

  private func read(on stage: Stage) throws(WrittenTimeFault) -> WrittenTime {
    try WrittenTime(
      form.texts[1].trimmed, now: stage.now.time, clocks: stage.clocks,
      startHour: stage.startHour)
  }

  private func understood(on stage: Stage) -> String? {
    try? read(on: stage).understood(
      at: stage.now, clocks: stage.clocks, startHour: stage.startHour)
  }

  /// The interview of a time that was understood.
  private func interview(at read: WrittenTime, on stage: Stage) -> Interview {
    let name = stage.notebook.employer(named: employer)?.name ?? employer
    var new = Interview(
      employer: name, round: 1,
      InterviewStart(
        startsAt: read.start.milliseconds, utcOffset: read.utcOffset, zone: read.zone,
        isTimeKnown: read.minutes != nil))
    new.round = stage.notebook.round(of: new, at: stage.now.time.milliseconds)
    return new
  }

  private mutating func done(on stage: inout Stage) -> [Effect] {
    guard !employer.isEmpty else {
      form.mark(0, "With whom is it? The employer's name is enough.")
      return []
    }
    let read: WrittenTime
    do throws(WrittenTimeFault) {
      read = try self.read(on: stage)
    } catch {
      if case .farAhead(let day, _) = error {
        unclear = .far(day)
        position = ListPosition()
      } else {
        form.mark(1, error.words(form.texts[1].trimmed))
      }
      return []
    }
    guard Day.named(from: stage.today).contains(read.day) else {
      form.mark(1, "\(read.day.words) is not within 20 years of today: is the year a slip?")
      return []
    }
    let new = interview(at: read, on: stage)
    switch stage.notebook.neighbour(of: new) {
    case .same(let known):
      stage.say("\(known.title) is there already: \(understood(on: stage) ?? "").")
      stage.go(.leave)
      form.saved()
      return [.keepDraft([], of: Self.draftID)]
    case .near(let known):
      unclear = .near(new: new, known: known)
      position = ListPosition()
      return []
    case nil:
      isSent = true
      let note = "\(new.title): \(understood(on: stage) ?? "")."
      return [.notebook(.addInterview(new, note: note))]
    }
  }

  /// Does what the row says that the person is on.
  private mutating func answer(on stage: inout Stage) -> [Effect] {
    let isFirst = position.selected == 0
    switch unclear {
    case nil: return []
    case .far(let day):
      unclear = nil
      let year = day.calendarDate.year - (isFirst ? 0 : 1)
      form.replace(1, with: "\(form.texts[1].trimmed) \(year)")
      // The day of a year may be near one that is known.
      return isFirst ? done(on: &stage) : []
    case .near(let new, let known):
      isSent = true
      let note = "\(isFirst ? known.title : new.title): \(understood(on: stage) ?? "")."
      return [
        .notebook(
          isFirst
            ? .moveInterview(known, to: new.beginning, note: note) : .addInterview(new, note: note))
      ]
    }
  }

  // MARK: - Looks

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("A new interview", DateText.day(stage.today), on: &canvas)
    var page = Page(width: frame.textWidth)
    if let question = unclear, frame.isLow {
      add(question, to: &page, stage)
      frame.draw(page, on: &canvas)
      return frame.drawChoices(rows(of: question, stage), position, under: page, on: &canvas)
    }
    let end = form.draw(
      in: frame, from: frame.top + (frame.isLow ? 0 : 1), hasFocus: unclear == nil, on: &canvas)
    let y = end + (frame.isLow ? 1 : 2)
    if let question = unclear {
      add(question, to: &page, stage)
      page.draw(on: &canvas, x: frame.left, y: y, height: max(0, frame.noticeRow - y))
      let rows = rows(of: question, stage)
      return frame.drawList(position, from: y + page.lines.count, on: &canvas) {
        $3.draw(rows[$0].truncated(to: frame.textWidth), x: frame.left, y: $1, style: $2)
      }
    }
    addEcho(to: &page, stage)
    if !frame.isLow {
      page.addGap()
      page.add(verbatim: "")
      page.add("As you would say it: thu 2pm, 3 dec 14:00, tomorrow 10, in 6 days, 9:00.")
      page.add("A day without a time is fine. More (people, place, format) can follow: e.")
    }
    page.draw(on: &canvas, x: frame.left, y: y, height: max(0, frame.noticeRow - y))
  }

  private func add(_ question: Question, to page: inout Page, _ stage: Stage) {
    switch question {
    case .near(_, let known):
      let when = stage.openNotebook.when(known, near: stage.today)
      page.add("\(known.title) is on \(when) already. What is this?", style: .bold)
    case .far:
      page.add("“\(form.texts[1].trimmed)” is far off. Which year is it?", style: .bold)
    }
    page.addGap()
  }

  private func rows(of question: Question, _ stage: Stage) -> [String] {
    switch question {
    case .near(let new, let known):
      [
        "Round \(known.round) moved to \(when(new, on: stage))",
        "Another interview, round \(new.round)",
      ]
    case .far(let day):
      [
        "\(day.words), \(DateText.days(day - stage.today))",
        "\(day.calendarDate.year - 1): it has been",
      ]
    }
  }

  private func when(_ new: Interview, on stage: Stage) -> String {
    let start = Timestamp(milliseconds: new.startsAt)
    let moment = Moment(time: start, utcOffset: stage.clocks.here(start))
    return new.isTimeKnown
      ? DateText.dayAndTime(moment, near: stage.today)
      : "\(DateText.day(moment.day(startHour: 0), near: stage.today)), time not known"
  }

  /// What is understood of the lines so far.
  private func addEcho(to page: inout Page, _ stage: Stage) {
    // What is wrong stands at its line.
    guard form.lines.allSatisfy({ $0.fault == nil }) else { return }
    let read: WrittenTime
    do throws(WrittenTimeFault) {
      read = try self.read(on: stage)
    } catch {
      switch error {
      case .nothing, .unknown: page.add("(no date yet)")
      default: page.add(error.words(form.texts[1].trimmed), style: .bold, marker: "! ")
      }
      return
    }
    let new = interview(at: read, on: stage)
    let time = read.understood(at: stage.now, clocks: stage.clocks, startHour: stage.startHour)
    let isOver = new.isHeld(at: stage.now.time.milliseconds)
    page.add(
      employer.isEmpty ? time : "\(new.title): \(time)", style: isOver ? .bold : .plain,
      marker: isOver ? "! " : "")
    if isOver { page.add("That is past: it is kept as a round that has been, to be logged.") }
    if read.minutes == nil { page.add("Until its time is known it is planned as if at 9:00.") }
    if let note = read.changeNote { page.add(note, style: .bold, marker: "! ") }
  }
}
