public import Campaign
public import Decks
public import Scheduler

/// What names in a form mean: titles of stories, people, rounds, families, and days.
public struct FormNames {
  public var notebook: Notebook
  public var families: [Family]
  /// The time it is.
  private let now: Timestamp
  private let clocks: Clocks
  /// When days begin.
  private let startHour: Int
  /// The local day.
  public var today: Day {
    Day(containing: now, utcOffset: clocks.here(now), startHour: startHour)
  }

  public init(
    _ notebook: Notebook, families: [Family], now: Timestamp, clocks: Clocks, startHour: Int = 4
  ) {
    self.notebook = notebook
    self.families = families
    (self.now, self.clocks, self.startHour) = (now, clocks, startHour)
  }

  // MARK: - Names of what there is

  func title(of story: Number<Story>?) -> String? { notebook.story(story)?.title }

  func title(of criterion: Number<Criterion>?) -> String? {
    criterion.flatMap { notebook.criterion($0)?.text }
  }

  /// Someone's name or role, with their place among those of the same one where there are several.
  func title(of person: Number<Person>?) -> String? {
    guard let person = notebook.person(person) else { return nil }
    let alike = notebook.people(at: person.employer).filter {
      $0.title.isSameName(as: person.title)
    }
    guard alike.count > 1, let place = alike.firstIndex(where: { $0.id == person.id }) else {
      return person.title
    }
    return "\(person.title) (\(place + 1))"
  }

  /// A round's number, or its start where there are several of that number.
  func title(of interview: Number<Interview>?) -> FormValue {
    guard let interview = notebook.interview(interview) else { return .none }
    let alike = notebook.interviews(with: interview.employer).filter {
      $0.round == interview.round
    }
    return alike.count > 1
      ? .word(text(of: interview.beginning))
      : .number(interview.round)
  }

  /// When an interview is, as it is written and read: `2026-12-03 14:00`, a day alone where its time is
  /// not known, and with its zone or its offset from UTC where that is another than here.
  func text(of beginning: InterviewStart) -> String {
    let start = Timestamp(milliseconds: beginning.startsAt)
    let here = clocks.here(start)
    let offset = beginning.utcOffset ?? here
    let whole = ISO8601.text(start.adding(milliseconds: Int64(offset) * 1000)).dropLast()
    let short = String(whole.hasSuffix(":00") ? whole.dropLast(3) : whole)
    let local =
      beginning.isTimeKnown ? short.replacing("T", with: " ") : String(short.prefix(10))
    guard beginning.zone.isEmpty else { return "\(local) \(beginning.zone)" }
    guard offset != here, beginning.isTimeKnown else { return local }
    let minutes = abs(offset) / 60
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return
      "\(short)\(offset < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  /// How well it fits families, in their order.
  func pairs(_ fits: [String: Story.Fit]) -> FormValue {
    let known = families.map(\.code).filter { fits[$0] != nil }
    let codes = known + fits.keys.filter { !known.contains($0) }.sorted()
    let pairs = codes.map { FormValue.Pair($0, FormValue(fits[$0]?.rawValue)) }
    return pairs.isEmpty ? .none : .pairs(pairs)
  }

  // MARK: - What a name means

  public func person(_ title: String, at employer: String) -> Number<Person>? {
    let people = notebook.people(at: employer)
    if let exact = people.first(where: { $0.title.isSameName(as: title) }) { return exact.id }
    return people.first { self.title(of: $0.id)?.isSameName(as: title) ?? false }?.id
  }

  func interview(_ title: String, with employer: String) -> Number<Interview>? {
    let rounds = notebook.interviews(with: employer)
    if let number = Int(title) { return rounds.first { $0.round == number }?.id }
    let start = try? time(title).start
    return rounds.first { $0.startsAt == start?.milliseconds }?.id
  }

  /// The day or the moment that a text names.
  ///
  /// - Parameters:
  ///   - text: as a person writes it.
  ///   - zone: the zone that is meant where the text names none; empty for that of here.
  ///   - day: the day that a time alone is of; nil takes the next such time.
  /// - Returns: the moment, and what was said of it.
  /// - Throws: why it names none that can be meant.
  public func time(
    _ text: String, zone: String = "", day: Day? = nil
  ) throws(WrittenTimeFault) -> WrittenTime {
    try WrittenTime(text, now: now, clocks: clocks, zone: zone, startHour: startHour, day: day)
  }

  // MARK: - Days that a person can mean

  /// Why nobody can mean the day that a text names, in a clause; nil if somebody can.
  ///
  /// It is the rule by which archives are taken in. A day that stands in the notebook already is let
  /// through, so that one of an older Starling, or a wrong clock, keeps nobody from changing the rest.
  public func refusal(of text: String, on day: Day) -> String? {
    guard !Day.named(from: today).contains(day), !standing.contains(day) else { return nil }
    return "“\(text)” is not within 20 years of today, \(today); is the year a slip?"
  }

  private var standing: Set<Day> {
    let starts = notebook.interviews.map {
      Day(
        containing: Timestamp(milliseconds: $0.startsAt), utcOffset: 0, startHour: 0)
    }
    let days = notebook.facts.map(\.day) + notebook.promises.compactMap(\.due)
    return Set(starts + days.map { Day(number: $0) })
  }
}

extension InterviewStart {
  /// The time that a person has written.
  public init(_ time: WrittenTime) {
    self.init(
      startsAt: time.start.milliseconds, utcOffset: time.utcOffset, zone: time.zone,
      isTimeKnown: time.minutes != nil)
  }
}
