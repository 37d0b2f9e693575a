import Decks
import Scheduler

extension Session {
  /// The session as a text, so that it can be left and gone on with: a line for what is to come, then
  /// for each step a line, with what was to come before it.
  public var encoded: String {
    let steps = zip(steps, earlierQueues).map { step, queue in
      ([step.name] + queue.map(\.encoded)).joined(separator: "\t")
    }
    return ([queue.map(\.encoded).joined(separator: "\t")] + steps).joined(separator: "\n")
  }

  /// Reads what ``encoded`` wrote; nil if it is something else.
  public init?(encoded: String) {
    let lines = encoded.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let queue = Self.items(first.split(separator: "\t")) else {
      return nil
    }
    self.init(items: queue)
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t")
      guard let name = fields.first, let queue = Self.items(fields.dropFirst()),
        let item = queue.first, let step = Step(name: name, item: item)
      else { return nil }
      append(step, before: queue)
    }
  }

  private static func items(_ fields: some Sequence<Substring>) -> [SessionItem]? {
    let items = fields.map { SessionItem(encoded: $0) }
    return items.contains(nil) ? nil : items.compactMap { $0 }
  }
}

extension Session.Step {
  fileprivate var name: String {
    switch self {
    case .graded(_, let grade): "graded \(grade.rawValue)"
    case .kept(_, let attempt): "kept \(attempt)"
    case .buried: "buried"
    case .suspended: "suspended"
    case .skipped: "skipped"
    }
  }

  fileprivate init?(name: Substring, item: SessionItem) {
    let words = name.split(separator: " ")
    let number = words.count == 2 ? Int64(words[1]) : nil
    switch (words.first, number) {
    case ("graded", let number?):
      guard let grade = Grade(rawValue: Int(clamping: number)) else { return nil }
      self = .graded(item, grade)
    case ("kept", let number?): self = .kept(item, attempt: number)
    case ("buried", nil): self = .buried(item)
    case ("suspended", nil): self = .suspended(item)
    case ("skipped", nil): self = .skipped(item)
    default: return nil
    }
  }
}
