package import Practice
import Store

extension Workspace {
  /// What to tell someone whose clock is wrong, or was when a grade was given; nil if neither.
  package func clockProblem(at now: Moment) throws -> String? {
    if let problem = WallClock.problem(at: now) {
      return "\(problem); set it, or what you practise now will not count"
    }
    guard let ahead = try store.firstReviewAhead() else { return nil }
    if let doubt = try clockDoubt(at: now) { return "\(doubt): set the clock if it is wrong" }
    let day = clock.moment(at: ahead).day(startHour: 0)
    let count = try store.reviewsAhead().ahead
    let what =
      count > 1
      ? "\(count) grades lie in the future, the first of \(day), and do not count yet"
      : "a grade of \(day) lies in the future and does not count yet"
    return
      "\(what): is today \(now.day(startHour: 0))? if so, “starling undo --wrong-times” takes \(count > 1 ? "them" : "it") back"
  }

  /// Why the clock of now is more likely to be wrong than the one that the grades were given under, in
  /// words; nil if it is not.
  package func clockDoubt(at now: Moment) throws -> String? {
    let (ahead, all) = try store.reviewsAhead()
    // A handful is soon given again, and “starling doctor” names each.
    guard ahead > 5, ahead * 2 > all else { return nil }
    return
      "this machine's clock says that it is \(now.day(startHour: 0)), and \(ahead) of \(all) grades lie after it"
  }
}
