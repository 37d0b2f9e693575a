/// An interview that the person prepares for: a round with an employer.
public struct Interview: Equatable, Sendable {
  /// The employer, as the person writes it.
  public var employer = ""
  /// 1 for the first interview there.
  public var round = 1
  /// Milliseconds since 1970 UTC.
  public var startsAt: Int64 = 0
  /// Seconds east of UTC where it is held, if the person named a zone; nil means here.
  public var utcOffset: Int?
  /// The zone in which it is held, such as `Europe/Lisbon`; empty means that of the machine.
  public var zone = ""
  /// Whether the person has named its time, and not its day alone.
  public var isTimeKnown = true
  /// What a calendar knows it by; empty if it came from none.
  public var uid = ""
  /// How often the invitation had been changed that was taken last; nil if it did not say.
  public var sequence: Int?
  /// When that invitation was made, as calendars write it (`20261126T100000Z`), so that a later one is
  /// behind it by the alphabet; empty if it did not say.
  public var invitedAt = ""
  /// Whether the person does not want to log it.
  public var isWavedOff = false
  /// Where it is, or the link.
  public var place = ""
  /// How it is held, such as “panel of 3”.
  public var format = ""
  /// Who will be there, the most important first.
  public var people: [Number<Person>] = []
  /// The names of those among ``people`` who are not known yet: they become people of the employer
  /// when the interview is kept.
  public internal(set) var newcomers: [String] = []
  public var notes = ""
  /// What to take along.
  public var bring: [String] = []
  /// Whether its log is finished; nothing counts as “not asked” before.
  public var isLogged = false
  /// What the person knows was not touched, beside what the log says by itself.
  public var notAsked: [String] = []

  public init() {}

  public init(employer: String, round: Int, startsAt: Int64) {
    (self.employer, self.round, self.startsAt) = (employer, round, startsAt)
  }
}

extension Collection<Kept<Interview>> {
  /// The round of one more interview with an employer: one more than there were.
  ///
  /// Who has told of none so far is being called back, so it is the second.
  public func nextRound(with employer: String) -> Int {
    let rounds = filter { $0.thing.isWith(employer) }.map(\.round)
    return rounds.max().map { $0 + 1 } ?? 2
  }
}

extension Interview {
  /// Adds someone who will be there and is not known yet.
  public mutating func addNewcomer(_ name: String) {
    guard !newcomers.contains(where: name.isSameName) else { return }
    newcomers.append(name)
    people.append(Self.newcomer(newcomers.count))
  }

  /// Puts those who were not known in the place of their names, once they have numbers.
  ///
  /// - Parameter number: gives the number under which someone new is kept.
  public mutating func introduceNewcomers(
    _ number: (Person) throws -> Number<Person>?
  ) rethrows {
    for (index, name) in newcomers.enumerated() {
      let known = try number(Person(employer: employer, name: name))
      people = people.compactMap { $0 == Self.newcomer(index + 1) ? known : $0 }
    }
    newcomers = []
  }

  /// The place in ``people`` of the newcomer of that number: nobody is kept under such a number.
  private static func newcomer(_ number: Int) -> Number<Person> { Number(Int64(-number)) }

  /// Says who is added to the people of the employer; nil if nobody is.
  public var newcomersNote: String? {
    guard let last = newcomers.last else { return nil }
    let names = newcomers.dropLast().joined(separator: ", ")
    return newcomers.count == 1
      ? "\(last) was added to the people of \(employer)."
      : "\(names) and \(last) were added to the people of \(employer)."
  }

  /// Whether it is with the employer of that name, however capitals are used.
  public func isWith(_ name: String) -> Bool { employer.isSameName(as: name) }
}

extension String {
  /// Whether two names or titles are the same, however capitals are used.
  public func isSameName(as other: String) -> Bool { lowercased() == other.lowercased() }
}

extension Interview: NumberedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Interview>]> { \.interviews }
  public static let table = "interviews"
  public static let noun = "interview"
  public static let titleColumns = ["employer", "round"]
  public static let fields: [Field<Interview>] = [
    Field("employer", .employer(\.employer), isRequired: true, isIdentity: true),
    Field(
      "round", .number(\.round.orNil, in: 1...99), isIdentity: true,
      hint: "1 for the first interview there"),
    Field(
      "at", .moment(\.startsAt, of: \.beginning), title: "When", column: "starts_ms",
      isRequired: true,
      isIdentity: true,
      hint: "when it starts, such as 3 dec 14:00; a day alone will do"),
    Field(nil, .offset(\.utcOffset), column: "utc_offset"),
    Field("place", .text(\.place), hint: "where it is, or the link"),
    Field("format", .text(\.format), hint: "such as panel of 3"),
    Field(
      "people", .people(\.people, add: { $0.addNewcomer($1) }),
      hint: "a list of who will be there, by name or role"),
    Field("bring", .lines(\.bring), hint: "what to take along"),
    Field("notes", .text(\.notes), length: .lines, hint: "for yourself"),
    Field(nil, .truth(\.isLogged), column: "is_logged"),
    Field(nil, .lines(\.notAsked), column: "not_asked"),
    Field(nil, .text(\.zone), column: "zone"),
    Field(nil, .truth(\.isTimeKnown, usually: true), column: "is_time_known"),
    Field(nil, .text(\.uid), column: "uid"),
    Field(nil, .truth(\.isWavedOff), column: "is_waved_off"),
    Field(nil, .number(\.sequence, in: 0...999_999), column: "sequence"),
    Field(nil, .text(\.invitedAt), column: "invited_at"),
  ]

  public var title: String { "\(employer), round \(round)" }
  public var heading: String { title }
  public var phrase: String { "the interview \(title)," }

  /// What is in its log is left as it is.
  public func blank(today _: Int) -> Interview {
    Interview(employer: employer, round: round, startsAt: 0).with {
      ($0.isLogged, $0.notAsked) = (isLogged, notAsked)
      ($0.zone, $0.isTimeKnown) = (zone, isTimeKnown)
      ($0.uid, $0.isWavedOff) = (uid, isWavedOff)
      ($0.sequence, $0.invitedAt) = (sequence, invitedAt)
    }
  }
}

extension Interview {
  /// This round with what was written into its log elsewhere: that alone, since the other may have been
  /// read before this one was changed.
  public func taking(logOf other: Interview) -> Interview {
    var round = self
    round.isLogged = isLogged || other.isLogged
    round.isWavedOff = isWavedOff || other.isWavedOff
    round.notAsked += other.notAsked.filter { !notAsked.contains($0) }
    return round
  }
}
