extension Day {
  /// The days that a person can mean for an interview, a promise or a fact, looked at from today.
  ///
  /// They are those within 20 years; another one is a slip of the year.
  public static func named(from today: Day) -> ClosedRange<Day> {
    let years = 20 * 366
    return today - years...today + years
  }
}
