import Campaign
import Decks
import Practice
import Scheduler
import Store
import Testing

/// What a person was told is kept: it has to be there whatever happens to the program afterwards.
struct Promises {
  struct Answer: Hashable, Comparable {
    var card: CardID
    var time: Int64
    var grade: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.time, a.card.description, a.grade) < (b.time, b.card.description, b.grade)
    }
  }

  /// The grades, and those among them that were taken back.
  var grades: Set<Answer> = []
  var takenBack: Set<Answer> = []
  /// The lines written at each card that are no answer yet, or were one that was taken back.
  var drafts: [CardID: Set<String>] = [:]
  /// The texts of written answers by their grade.
  var written: [Answer: [String]] = [:]
  var notes: [CardID: String] = [:]
  var suspended: [CardID: Bool] = [:]
  /// Stories by title, each with its situation.
  var stories: [String: String] = [:]

  /// What is there after all of another home's was taken in: what is here stays.
  mutating func take(_ other: Promises) {
    grades.formUnion(other.grades)
    takenBack.formUnion(other.takenBack)
    written.merge(other.written) { mine, _ in mine }
    notes.merge(other.notes) { mine, _ in mine }
    suspended.merge(other.suspended) { mine, _ in mine }
    stories.merge(other.stories) { mine, _ in mine }
    for (card, lines) in other.drafts where drafts[card] == nil { drafts[card] = lines }
  }

  /// Compares it with what is in a database, and names what is not as was said.
  func broken(in store: Store) throws -> [String] {
    var faults: [String] = []
    let reviews = try store.reviewRows().compactMap { row in
      CardID(row.card).map {
        Answer(card: $0, time: row.review.time.milliseconds, grade: row.review.grade.rawValue)
      }
    }
    let counted = grades.subtracting(takenBack)
    if reviews.sorted() != counted.sorted() {
      faults.append(
        "grades: missing \(counted.subtracting(reviews).sorted()), not given \(Set(reviews).subtracting(counted).sorted()), \(reviews.count) for \(counted.count)"
      )
    }
    var texts: [Answer: [String]] = [:]
    for attempt in try store.attempts() where attempt.texts.contains(where: { !$0.isEmpty }) {
      for answer in counted
      where answer.card == attempt.card && answer.time == attempt.moment.time.milliseconds {
        texts[answer] = attempt.texts
      }
    }
    for (answer, written) in written where counted.contains(answer) {
      // Empty boxes at the end are not kept.
      guard texts[answer] != written.trimmedEnd else { continue }
      faults.append("answer \(answer): “\(written)” is “\(texts[answer] ?? [])”")
    }
    for (card, lines) in drafts {
      let kept = try store.draft(of: card).flatMap { $0.split(whereSeparator: \.isNewline) }
      let missing = lines.subtracting(kept.map(String.init))
      if !missing.isEmpty { faults.append("draft of \(card): \(missing) is not in \(kept)") }
    }
    if try store.notes() != notes { faults.append("notes: \(try store.notes()) for \(notes)") }
    let kept = try store.notebook().stories
    let stories = Dictionary(kept.map { ($0.title, $0.situation) }) { first, _ in first }
    if stories != self.stories { faults.append("stories: \(stories) for \(self.stories)") }
    return faults
  }
}

extension [String] {
  fileprivate var trimmedEnd: [String] {
    Array(prefix((lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
