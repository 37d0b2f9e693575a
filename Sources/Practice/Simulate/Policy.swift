/// A way to choose what to practise next, each but the first in its textbook form.
///
/// When nothing is due a policy goes on in its own order, so that all spend the same minutes.
public enum Policy: String, CaseIterable, Sendable {
  /// Starling's plan to the date, as its daily session has it.
  case plan = "starling"
  /// FSRS as open-spaced-repetition publishes it, at a desired retention of 0.9: due cards, the
  /// longest due first, then new ones, as Anki's deck option "show after reviews" has it; then the
  /// next due.
  case fsrsDue = "fsrs-due"
  /// The same with new cards first and every interval cut to a share of the days left: 25 % up to
  /// 14 days, 20 % up to 60, 10 % beyond (after Cepeda and others, 2008).
  case fsrsCap = "fsrs-cap"
  /// New cards first, then as FSRS has it: Anki's deck option "show before reviews".
  case newFirst = "new-first"
  /// SM-2 as P. A. Woźniak published it in "Optimization of learning" (1990), in due order with new
  /// cards after those due; one that is not recalled comes back the same day and starts anew.
  case sm2 = "sm-2"
  /// Lowest predicted recall on the day first, an unseen card counting as 0: the plain greedy rule,
  /// which has no paper of its own.
  case weakest
  /// What was not practised for longest first, new cards before all: going round.
  case longestAgo = "longest-ago"
  /// Every day all cards in an order of chance.
  case random
}
