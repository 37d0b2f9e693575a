public import Campaign
public import Decks
public import Scheduler

/// What names in a form mean: titles of stories, people, rounds, families, and days.
public struct FormNames {
  public var notebook: Notebook
  public var families: [Family]
  /// The local day.
  public var today: Day
  /// Gives the seconds east of UTC at an instant.
  let offset: (Timestamp) -> Int
  /// Gives the seconds east of UTC at a local time, which it is given as if it were UTC.
  let localOffset: (Timestamp) -> Int

  public init(
    _ notebook: Notebook, families: [Family], today: Day, offset: @escaping (Timestamp) -> Int,
    localOffset: @escaping (Timestamp) -> Int
  ) {
    self.notebook = notebook
    self.families = families
    self.today = today
    self.offset = offset
    self.localOffset = localOffset
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
      ? .word(moment(at: interview.startsAt, offset: interview.utcOffset))
      : .number(interview.round)
  }

  /// A moment in milliseconds since 1970 UTC: local, or with its offset from UTC if it has one of its
  /// own.
  func moment(at milliseconds: Int64, offset own: Int?) -> String {
    let offset = own ?? offset(Timestamp(milliseconds: milliseconds))
    let text = ISO8601.text(
      Timestamp(milliseconds: milliseconds + Int64(offset) * 1000)
    ).dropLast()
    let short = String(text.hasSuffix(":00") ? text.dropLast(3) : text)
    guard own != nil else { return short.replacing("T", with: " ") }
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
    let start = ISO8601.time(title, localOffset: localOffset)
    return rounds.first { $0.startsAt == start?.milliseconds }?.id
  }

  /// The moment that a text names, with its offset from UTC if it names one too.
  public func moment(_ text: String) -> (start: Timestamp, offset: Int?)? {
    var isLocal = false
    let start = ISO8601.time(text) { local in
      isLocal = true
      return localOffset(local)
    }
    guard let start else { return nil }
    if isLocal { return (start, nil) }
    let asUTC = ISO8601.time(String(text.prefix(16)), localOffset: { _ in 0 })
    return (start, asUTC.map { Int(($0.milliseconds - start.milliseconds) / 60_000) * 60 })
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

  /// The same of a moment.
  public func refusal(of text: String, at start: Timestamp) -> String? {
    refusal(of: text, on: Day(containing: start, utcOffset: 0, startHour: 0))
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
