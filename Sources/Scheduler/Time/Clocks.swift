/// How far clocks are ahead of UTC: here, and in zones by their names.
public struct Clocks: Sendable {
  /// Seconds east of UTC at an instant.
  public typealias Offset = @Sendable (Timestamp) -> Int

  /// The clocks of a zone, with the name that it has, such as `Europe/Lisbon`.
  public struct Zone: Sendable {
    public let name: String
    public let offset: Offset

    public init(_ name: String, _ offset: @escaping Offset) {
      self.name = name
      self.offset = offset
    }
  }

  public let here: Offset
  private let named: @Sendable (String) -> Zone?

  /// - Parameters:
  ///   - here: the clocks of here.
  ///   - named: gives a zone by its name; nil if there is none.
  public init(
    here: @escaping Offset, named: @escaping @Sendable (String) -> Zone? = { _ in nil }
  ) {
    self.here = here
    self.named = named
  }

  /// A zone by its name, or that of here for no name; nil if there is none.
  public func zone(_ name: String) -> Zone? { name.isEmpty ? Zone("", here) : named(name) }
}

/// What a change of the clocks does to a time that a person names.
public enum ClockChange: Equatable, Sendable {
  /// The clocks leave it out: it is so many seconds later by the clock.
  case leftOut(by: Int)
  /// It comes twice, the second time so many seconds later; the first is meant.
  case twice(after: Int)
}

extension Clocks {
  /// The instant at which the clocks of a place show a local time.
  ///
  /// - Parameters:
  ///   - local: the local time, as if it were UTC.
  ///   - offset: the clocks of the place.
  /// - Returns: the instant, the seconds east of UTC that are in force then, and what a change of the
  ///   clocks does to it.
  public static func instant(
    atLocal local: Timestamp, _ offset: Offset
  ) -> (time: Timestamp, utcOffset: Int, change: ClockChange?) {
    func instant(_ seconds: Int) -> Timestamp {
      local.adding(milliseconds: -Int64(seconds) * 1000)
    }
    // No place is a day ahead of UTC, so these are the offsets on both sides of a change.
    let before = offset(local.adding(days: -1))
    let after = offset(local.adding(days: 1))
    let isBefore = offset(instant(before)) == before
    let isAfter = offset(instant(after)) == after
    switch (isBefore, isAfter) {
    case (true, true) where before > after:
      return (instant(before), before, .twice(after: before - after))
    case (true, _): return (instant(before), before, nil)
    case (_, true): return (instant(after), after, nil)
    case (false, false):
      // By the clocks of before the change it is later than the person says by what they leave out.
      let time = instant(before)
      let there = offset(time)
      return (time, there, .leftOut(by: there - before))
    }
  }
}
