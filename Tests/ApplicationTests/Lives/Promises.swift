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

  /// Where an answer stands, whatever its grade.
  private struct Place: Hashable {
    var card: CardID
    var time: Int64
  }

  /// The grades, and those among them that were taken back.
  var grades: Set<Answer> = []
  var takenBack: Set<Answer> = []
  /// The lines written at each card that are no answer yet, or were one that was taken back.
  var drafts: [CardID: Set<String>] = [:]
  /// The texts of written answers by their grade.
  var written: [Answer: [String]] = [:]
  var notes: [CardID: Wordings] = [:]
  /// The doubts, each with its employer.
  var doubts: Set<String> = []
  /// Stories by title, each with its situation.
  var stories: [String: Wordings] = [:]

  /// What is there after all of another home's was taken in.
  mutating func take(_ other: Promises) {
    grades.formUnion(other.grades)
    takenBack.formUnion(other.takenBack)
    written.merge(other.written) { mine, _ in mine }
    doubts.formUnion(other.doubts)
    notes.merge(other.notes) { $0.union($1) }
    stories.merge(other.stories) { $0.union($1) }
    for (card, lines) in other.drafts { drafts[card, default: []].formUnion(lines) }
  }

  /// Compares it with what is in a database, and names what is not as was said.
  ///
  /// - Parameters:
  ///   - store: where it is kept.
  ///   - now: answers of a time that is yet to come wait for it, and are not shown before.
  /// - Returns: a line each.
  /// - Throws: what the store says.
  func broken(in store: Store, at now: Timestamp) throws -> [String] {
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
    var texts: [Place: [String]] = [:]
    for attempt in try store.attempts() {
      texts[Place(card: attempt.card, time: attempt.moment.time.milliseconds)] = attempt.texts
    }
    for answer in counted where texts[Place(card: answer.card, time: answer.time)] == nil {
      guard Timestamp.happened(by: now).contains(Timestamp(milliseconds: answer.time)) else {
        continue
      }
      faults.append("answer \(answer) has no attempt")
    }
    for (answer, written) in written where counted.contains(answer) {
      let isShown = Timestamp.happened(by: now).contains(Timestamp(milliseconds: answer.time))
      guard isShown else { continue }
      let kept = texts[Place(card: answer.card, time: answer.time)]
      // Empty boxes at the end are not kept.
      guard kept != written.trimmedEnd else { continue }
      faults.append("answer \(answer): “\(written)” is “\(kept ?? [])”")
    }
    faults += try brokenDrafts(in: store)
    let shownNotes = try store.notes()
    for (card, wordings) in notes where !wordings.allows(shownNotes[card]) {
      faults.append("note on \(card): \(shownNotes[card] ?? "none") for \(wordings.shown)")
    }
    let notebook = try store.notebook()
    let lost = doubts.subtracting(notebook.doubts.map { "\($0.employer) \($0.text)" })
    if !lost.isEmpty { faults.append("doubts: missing \(lost)") }
    let kept = notebook.stories
    let stories = Dictionary(kept.map { ($0.title, $0.situation) }) { first, _ in first }
    for (title, wordings) in self.stories where !wordings.allows(stories[title]) {
      faults.append("story \(title): \(stories[title] ?? "none") for \(wordings.shown)")
    }
    if let other = kept.first(where: { self.stories[$0.title] == nil }) {
      faults.append("the story \(other.title) was never told")
    }
    return faults
  }

  /// Each line that is typed is in the draft.
  private func brokenDrafts(in store: Store) throws -> [String] {
    try drafts.compactMap { card, lines -> String? in
      let kept = try store.draft(of: card).flatMap { $0.split(whereSeparator: \.isNewline) }
      let missing = lines.subtracting(kept.map(String.init))
      return missing.isEmpty ? nil : "draft of \(card): \(missing) is not in \(kept)"
    }
  }

  /// After homes have come together: of a draft that was written in both the later is shown, and the other is
  /// in the records, where it stays.
  ///
  /// - Returns: the lines that are in neither.
  /// - Throws: what the store says.
  mutating func settleDrafts(in store: Store) throws -> [String] {
    let records = (try store.belongings().records ?? []).joined()
    var lost: [String] = []
    for (card, lines) in drafts {
      let kept = try store.draft(of: card).flatMap { $0.split(whereSeparator: \.isNewline) }
      let missing = lines.subtracting(kept.map(String.init))
      lost += missing.filter { !records.contains($0) }
      drafts[card] = lines.subtracting(missing)
    }
    return lost
  }
}

extension Wordings {
  fileprivate func union(_ other: Wordings) -> Wordings {
    var union = self
    union.formUnion(other)
    return union
  }

  /// Whether a home may show this; nothing where it is not there.
  fileprivate func allows(_ text: String?) -> Bool {
    text.map { shown.contains($0) } ?? (shown.isEmpty || shown.contains(""))
  }
}

extension [String] {
  fileprivate var trimmedEnd: [String] {
    Array(prefix((lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
