import Practice
import Records

/// Facts as lines of canonical JSON, each by itself: the same fact is the same line in every home.
///
/// A writing of an answer, and what takes back a review, an answer or a fit, is a line of its own, so that what
/// comes later adds lines and changes none.
struct FactLines {
  private typealias Value = PlainTable.Value

  /// What a line can say, by its `k`.
  private enum Kind: String {
    case review, attempt, text, fit
    case reviewUndo = "review_undo"
    case attemptUndo = "attempt_undo"
    case fitUndo = "fit_undo"
  }

  // MARK: - Writing

  /// All lines of facts.
  static func lines(of facts: Facts) -> [String] {
    var lines: [String] = []
    lines.reserveCapacity(facts.reviews.count + 4 * facts.attempts.count + facts.fits.count)
    func add(_ kind: Kind, _ members: [String: RecordValue]) {
      lines.append(
        RecordValue.object(members.merging(["k": .text(kind.rawValue)]) { $1 }).line)
    }
    for (key, review) in facts.reviews {
      lines.append(line(of: review, key))
      if let undone = review.undone {
        add(.reviewUndo, names(key).merging(["undone": .integer(undone)]) { $1 })
      }
    }
    for (key, attempt) in facts.attempts {
      var about = names(key).merging(members(Facts.attemptColumns, attempt.values)) { $1 }
      about["review"] = attempt.review.map { .object(names($0)) } ?? .null
      about["story"] = attempt.story.map { .text($0) } ?? .null
      about["regards"] = attempt.regards.map { .object(names($0)) } ?? .null
      about["probes"] = .list(
        attempt.probes.sorted { $0.key < $1.key }.map { position, values in
          var probe = members(Facts.probeColumns, values)
          probe["position"] = .integer(position)
          return .object(probe)
        })
      add(.attempt, about)
      for text in attempt.texts { add(.text, members(of: text, key)) }
      if let undone = attempt.undone {
        add(.attemptUndo, names(key).merging(["undone": .integer(undone)]) { $1 })
      }
    }
    for (key, undone) in facts.fits {
      add(.fit, names(key))
      if let undone {
        add(.fitUndo, names(key).merging(["undone": .integer(undone)]) { $1 })
      }
    }
    return lines
  }

  /// The line of a review, of which there are by far the most.
  private static func line(of review: Facts.Review, _ key: Facts.ReviewKey) -> String {
    var line: [(key: String, value: RecordValue)] = []
    line.reserveCapacity(reviewMembers.count)
    for (name, column) in reviewMembers {
      switch (column, name) {
      case (let column?, _):
        let value = value(review.values[column])
        if value != .null { line.append((name, value)) }
      case (nil, "at"): line.append((name, .integer(key.at)))
      case (nil, "card"): line.append((name, .text(key.card)))
      case (nil, "grade"): line.append((name, .integer(key.grade)))
      default: line.append((name, .text(Kind.review.rawValue)))
      }
    }
    return RecordValue.line(ofSorted: line)
  }

  /// What the line of a review has, in its order, with the place of what is a column.
  private static let reviewMembers: [(name: String, column: Int?)] =
    (["at", "card", "grade", "k"].map { ($0, nil) }
    + Facts.reviewColumns.enumerated().map { ($1, $0) })
    .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }

  private static func names(_ key: Facts.ReviewKey) -> [String: RecordValue] {
    ["at": .integer(key.at), "card": .text(key.card), "grade": .integer(key.grade)]
  }

  private static func names(_ key: Facts.AttemptKey) -> [String: RecordValue] {
    [
      "at": .integer(key.at), "card": .text(key.card), "purpose": .text(key.purpose),
      "mode": .text(key.mode),
    ]
  }

  private static func names(_ key: Facts.FitKey) -> [String: RecordValue] {
    [
      "at": .integer(key.at), "model": .text(key.model),
      "parameters": key.parameters.map { .text($0) } ?? .null,
    ]
  }

  private static func members(of text: Facts.Text, _ key: Facts.AttemptKey) -> [String: RecordValue]
  {
    names(key).merging([
      "written": .integer(text.at), "is_mended": .integer(text.isMended),
      "boxes": .list(
        text.boxes.sorted { $0.key < $1.key }.map { .list([.integer($0.key), .text($0.value)]) }),
    ]) { $1 }
  }

  private static func members(_ columns: [String], _ values: [Value]) -> [String: RecordValue] {
    var members: [String: RecordValue] = [:]
    for (column, value) in zip(columns, values) where value != .null {
      members[column] = Self.value(value)
    }
    return members
  }

  private static func value(_ value: Value) -> RecordValue {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .text("\(number)")
    case .text(let text): .text(text)
    }
  }

  // MARK: - Reading

  private(set) var facts = Facts()
  /// Texts and undos whose answer or review may stand further down, or in another file.
  private var texts: [(Facts.AttemptKey, Facts.Text)] = []
  private var undoneReviews: [(Facts.ReviewKey, Int64)] = []
  private var undoneAttempts: [(Facts.AttemptKey, Int64)] = []
  private var undoneFits: [(Facts.FitKey, Int64)] = []

  /// The facts that the lines name.
  var names: FactNames {
    var names = FactNames(facts)
    names.reviews.formUnion(undoneReviews.map(\.0))
    names.attempts.formUnion(texts.map(\.0))
    names.attempts.formUnion(undoneAttempts.map(\.0))
    return names
  }

  /// Whether a line is one of facts, by its `k`.
  static func isFact(_ members: [String: RecordValue]) -> Bool {
    members["k"]?.text.map { Kind(rawValue: $0) != nil } ?? false
  }

  /// The name by which an erasure names the text of a line; nil if it is of none.
  static func textName(_ members: [String: RecordValue]) -> String? {
    members["k"]?.text == Kind.text.rawValue ? attempt(members)?.textsID : nil
  }

  /// Takes a line in.
  ///
  /// - Returns: false if it is none that says a fact.
  mutating func take(_ members: [String: RecordValue]) -> Bool {
    guard let kind = members["k"]?.text.flatMap({ Kind(rawValue: $0) }) else { return false }
    switch kind {
    case .review, .reviewUndo:
      guard let key = Self.review(members) else { return false }
      guard kind == .review else {
        return note(members) { undoneReviews.append((key, $0)) }
      }
      facts.add(Facts.Review(values: Self.values(Facts.reviewColumns, members)), key)
    case .attempt, .attemptUndo, .text:
      guard let key = Self.attempt(members) else { return false }
      switch kind {
      case .attempt:
        guard let attempt = Self.attempt(members, key) else { return false }
        facts.add(attempt, key)
      case .text:
        guard let text = Self.text(members) else { return false }
        texts.append((key, text))
      default: return note(members) { undoneAttempts.append((key, $0)) }
      }
    case .fit, .fitUndo:
      guard let key = Self.fit(members) else { return false }
      guard kind == .fit else { return note(members) { undoneFits.append((key, $0)) } }
      facts.fits[key] = .some(facts.fits[key] ?? nil)
    }
    return true
  }

  private func note(_ members: [String: RecordValue], _ body: (Int64) -> Void) -> Bool {
    guard let undone = members["undone"]?.integer else { return false }
    body(undone)
    return true
  }

  /// What all lines say together with what is here; what belongs to nothing waits for it.
  ///
  /// - Parameter here: the facts of this home, to which texts and undos may belong.
  /// - Returns: the facts that lines name, whole.
  func whole(besides here: Facts) -> Facts {
    var all = facts
    for (key, text) in texts {
      guard var attempt = all.attempts[key] ?? here.attempts[key] else { continue }
      attempt.texts.insert(text)
      all.attempts[key] = attempt
    }
    for (key, undone) in undoneReviews {
      guard var review = all.reviews[key] ?? here.reviews[key] else { continue }
      review.undone = min(review.undone ?? undone, undone)
      all.reviews[key] = review
    }
    for (key, undone) in undoneAttempts {
      guard var attempt = all.attempts[key] ?? here.attempts[key] else { continue }
      attempt.undone = min(attempt.undone ?? undone, undone)
      all.attempts[key] = attempt
    }
    for (key, undone) in undoneFits {
      guard let known = all.fits[key] ?? here.fits[key] else { continue }
      all.fits[key] = .some(min(known ?? undone, undone))
    }
    // What is named has to be there: a review that an answer was given, an answer that another regards.
    for attempt in all.attempts.values {
      if let review = attempt.review, all.reviews[review] == nil {
        all.reviews[review] = here.reviews[review]
      }
      if let regarded = attempt.regards, all.attempts[regarded] == nil {
        all.attempts[regarded] = here.attempts[regarded]
      }
    }
    return all
  }

  /// Whether a line waits for what it belongs to, or names: it comes when that does.
  ///
  /// - Parameters:
  ///   - members: those of a line that says a fact.
  ///   - facts: what all lines say together with what is here, as ``whole(besides:)`` gives it.
  /// - Returns: false, too, for a line that says no fact.
  static func waits(_ members: [String: RecordValue], for facts: Facts) -> Bool {
    func isMissing(_ review: Facts.ReviewKey?) -> Bool {
      review.map { facts.reviews[$0] == nil } ?? false
    }
    func isMissing(_ attempt: Facts.AttemptKey?) -> Bool {
      attempt.map { facts.attempts[$0] == nil } ?? false
    }
    switch members["k"]?.text.flatMap({ Kind(rawValue: $0) }) {
    case .reviewUndo: return isMissing(review(members))
    case .text, .attemptUndo: return isMissing(attempt(members))
    case .fitUndo: return fit(members).map { facts.fits[$0] == nil } ?? false
    case .attempt:
      return isMissing(members["review"]?.object.flatMap(review))
        || isMissing(members["regards"]?.object.flatMap(attempt))
    case .review, .fit, nil: return false
    }
  }

  private static func review(_ members: [String: RecordValue]) -> Facts.ReviewKey? {
    guard let at = members["at"]?.integer, let card = members["card"]?.text,
      let grade = members["grade"]?.integer
    else { return nil }
    return Facts.ReviewKey(at: at, card: card, grade: grade)
  }

  private static func attempt(_ members: [String: RecordValue]) -> Facts.AttemptKey? {
    guard let at = members["at"]?.integer, let card = members["card"]?.text,
      let purpose = members["purpose"]?.text, let mode = members["mode"]?.text
    else { return nil }
    return Facts.AttemptKey(at: at, card: card, purpose: purpose, mode: mode)
  }

  private static func fit(_ members: [String: RecordValue]) -> Facts.FitKey? {
    guard let at = members["at"]?.integer, let model = members["model"]?.text else { return nil }
    return Facts.FitKey(at: at, model: model, parameters: members["parameters"]?.text)
  }

  private static func attempt(
    _ members: [String: RecordValue], _ key: Facts.AttemptKey
  ) -> Facts.Attempt? {
    var probes: [Int64: [Value]] = [:]
    for probe in members["probes"]?.list ?? [] {
      guard let probe = probe.object, let position = probe["position"]?.integer,
        probes[position] == nil
      else { return nil }
      probes[position] = values(Facts.probeColumns, probe)
    }
    return Facts.Attempt(
      values: values(Facts.attemptColumns, members),
      review: members["review"]?.object.flatMap(review), story: members["story"]?.text,
      regards: members["regards"]?.object.flatMap(attempt), probes: probes)
  }

  private static func text(_ members: [String: RecordValue]) -> Facts.Text? {
    guard let at = members["written"]?.integer, let isMended = members["is_mended"]?.integer,
      let list = members["boxes"]?.list
    else { return nil }
    var boxes: [Int64: String] = [:]
    for box in list {
      guard let pair = box.list, pair.count == 2, let position = pair[0].integer,
        let text = pair[1].text, boxes.updateValue(text, forKey: position) == nil
      else { return nil }
    }
    return boxes.isEmpty ? nil : Facts.Text(at: at, isMended: isMended, boxes: boxes)
  }

  private static func values(_ columns: [String], _ members: [String: RecordValue]) -> [Value] {
    columns.map { column in
      switch members[column] {
      case .integer(let number): .integer(number)
      case .text(let text): .text(text)
      case nil, .null, .list, .object: .null
      }
    }
  }
}
