import Decks
import Scheduler

extension Session {
  /// The word before what was to come at first.
  ///
  /// Earlier versions wrote what is still to come, without a word before it.
  private static let mark = "from"
  /// The same before what was to come in today's session.
  private static let dailyMark = "today"

  /// The session as a text, so that it can be left and gone on with: a line for what was to come at
  /// first, then a line for each step since.
  public var encoded: String {
    let first = ([isDaily ? Self.dailyMark : Self.mark] + items.map(\.encoded)).joined(
      separator: "\t")
    return ([first] + moves.map(\.name)).joined(separator: "\n")
  }

  /// Reads what ``encoded`` wrote, now or in an earlier version; nil if it is something else.
  public init?(encoded: String) {
    let lines = encoded.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t") }
    let mark = lines.first?.first.map(String.init)
    guard mark == Self.mark || mark == Self.dailyMark else {
      self.init(earlierLines: lines)
      return
    }
    guard let items = Self.items(lines[0].dropFirst()) else { return nil }
    self.init(items: items, isDaily: mark == Self.dailyMark)
    for fields in lines.dropFirst() {
      guard fields.count == 1, let move = Move(name: fields[0], item: current) else { return nil }
      make(move)
    }
  }

  /// Reads what earlier versions wrote: a line for what is to come, then for each step a line with what
  /// was to come before it.
  private init?(earlierLines lines: [[Substring]]) {
    guard let first = lines.first, let queue = Self.items(first[...]) else { return nil }
    var steps: [(name: Substring, before: [SessionItem])] = []
    for fields in lines.dropFirst() {
      guard let name = fields.first, let before = Self.items(fields.dropFirst()) else { return nil }
      steps.append((name, before))
    }
    self.init(items: steps.first?.before ?? queue)
    for (name, before) in steps {
      guard bringForward(whatLeadsTo: before), let move = Move(name: name, item: current),
        case .step(let step) = move
      else { return nil }
      take(step)
    }
    guard bringForward(whatLeadsTo: queue) else { return nil }
  }

  /// Puts the cards in front that stand in front of another queue; false if that does not lead to it.
  private mutating func bringForward(whatLeadsTo queue: [SessionItem]) -> Bool {
    var count = queue.count
    for item in self.queue.reversed() where count > 0 && queue[count - 1] == item { count -= 1 }
    for item in queue.prefix(count).reversed() { bringForward(item.card) }
    return self.queue == queue
  }

  private static func items(_ fields: ArraySlice<Substring>) -> [SessionItem]? {
    let items = fields.map { SessionItem(encoded: $0) }
    return items.contains(nil) ? nil : items.compactMap { $0 }
  }
}

extension Session.Move {
  fileprivate var name: String {
    switch self {
    case .step(.graded(_, let grade)): "graded \(grade.rawValue)"
    case .step(.kept(_, let attempt)): "kept \(attempt)"
    case .step(.buried): "buried"
    case .step(.suspended): "suspended"
    case .step(.skipped): "skipped"
    case .brought(let card): "brought \(card)"
    case .passed(let item): "passed \(item.encoded)"
    case .added(let item): "added \(item.encoded)"
    }
  }

  /// Reads a line; `item` is what is asked then, and without it there is no step.
  fileprivate init?(name: Substring, item: SessionItem?) {
    let words = name.split(separator: " ")
    if words.count == 2, words[0] == "brought", let card = CardID(String(words[1])) {
      self = .brought(card)
      return
    }
    if words.count == 3, words[0] == "passed" || words[0] == "added",
      let item = SessionItem(encoded: "\(words[1]) \(words[2])")
    {
      self = words[0] == "passed" ? .passed(item) : .added(item)
      return
    }
    guard let item else { return nil }
    let number = words.count == 2 ? Int64(words[1]) : nil
    switch (words.first, number) {
    case ("graded", let number?):
      guard let grade = Grade(rawValue: Int(clamping: number)) else { return nil }
      self = .step(.graded(item, grade))
    case ("kept", let number?): self = .step(.kept(item, attempt: number))
    case ("buried", nil): self = .step(.buried(item))
    case ("suspended", nil): self = .step(.suspended(item))
    case ("skipped", nil): self = .step(.skipped(item))
    default: return nil
    }
  }
}
