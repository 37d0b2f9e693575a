import Campaign
import Decks
import Scheduler

/// Reads filled-in forms, and notes what is wrong with them and where.
public struct FormReader {
  let names: FormNames
  var faults: FaultList
  /// In whose company people and rounds are named.
  var employer = ""

  init(_ names: FormNames, faults: FaultList) {
    self.names = names
    self.faults = faults
  }

  /// Reads a thing's fields; nil with a fault when it is no form.
  ///
  /// A field that is empty or missing is left as `blank` has it.
  mutating func read<Thing>(
    _ node: YAMLNode, _ fields: [Field<Thing>], blank: Thing
  ) -> Thing? {
    let keys = fields.compactMap(\.key)
    guard case .mapping(let pairs) = node.content else {
      if case .unusable = node.content { return nil }
      let keys = keys.prefix(2).map { "`\($0):`" }.joined(separator: " and ")
      faults.error(node.place, "fields such as \(keys) are wanted here")
      return nil
    }
    for pair in pairs where !keys.contains(pair.key) {
      let near = Suggestion.nearest(to: pair.key, among: keys)
      let known = keys.joined(separator: ", ")
      faults.error(
        pair.keyPlace,
        "there is no field `\(pair.key)`; \(near.map { "did you mean `\($0)`?" } ?? "there are \(known)")"
      )
    }
    var thing = blank
    // In the order of the fields: the employer comes before who and what is named there.
    for field in fields {
      guard let key = field.key else { continue }
      let value = pairs.first { $0.key == key }?.value
      if let value, !value.isNull {
        field.take(value, key, into: &thing, &self)
      } else if field.isRequired, case .none = field.value(of: blank, names) {
        faults.error(value?.place ?? node.place, "`\(key)` is missing")
      }
    }
    return thing
  }

  mutating func text(_ node: YAMLNode, _ key: String) -> String? { faults.text(node, key: key) }

  mutating func texts(_ node: YAMLNode, _ key: String) -> [String] { faults.texts(node, key: key) }

  mutating func truth(_ node: YAMLNode, _ key: String) -> Bool? { faults.truth(node, key: key) }

  mutating func items(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
    switch node.content {
    case .sequence(let items): return items
    case .unusable: return []
    case .scalar, .mapping:
      faults.error(node.place, "`\(key)` is a list; each item starts with `- `")
      return []
    }
  }

  /// One of several words.
  mutating func choice(_ node: YAMLNode, _ key: String, _ words: [String]) -> String? {
    guard let text = text(node, key) else { return nil }
    if words.contains(text) { return text }
    let near = Suggestion.nearest(to: text, among: words)
    faults.error(
      node.place,
      "`\(key)` takes \(words.joined(separator: ", "))\(near.map { "; did you mean `\($0)`?" } ?? "")"
    )
    return nil
  }

  mutating func number(_ node: YAMLNode, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, key) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    faults.error(
      node.place,
      "`\(key)` is a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func day(_ node: YAMLNode, _ key: String) -> Day? {
    guard let text = text(node, key) else { return nil }
    do throws(WrittenTimeFault) {
      let read = try names.time(text)
      guard read.minutes == nil else {
        faults.error(node.place, "`\(key)` is a day such as \(names.today), without a time")
        return nil
      }
      guard let refusal = names.refusal(of: text, on: read.day) else { return read.day }
      faults.error(node.place, "`\(key)`: \(refusal)")
    } catch {
      faults.error(node.place, "`\(key)` is a day such as \(names.today): \(error.words(text))")
    }
    return nil
  }

  mutating func story(_ node: YAMLNode, _ key: String) -> Number<Story>? {
    guard let title = text(node, key) else { return nil }
    if let story = names.notebook.story(titled: title) { return story.id }
    let near = Suggestion.nearest(to: title, among: names.notebook.stories.map(\.title))
    faults.error(
      node.place,
      "there is no story “\(title)”\(near.map { "; did you mean “\($0)”?" } ?? "")")
    return nil
  }

  mutating func person(_ node: YAMLNode, _ key: String) -> Number<Person>? {
    text(node, key).flatMap { person($0, at: node) }
  }

  mutating func person(_ title: String, at node: YAMLNode) -> Number<Person>? {
    if let person = names.person(title, at: employer) { return person }
    let known = names.notebook.people(at: employer)
    let titles = known.compactMap { names.title(of: $0.id) }
    let near = Suggestion.nearest(to: title, among: titles)
    faults.error(
      node.place,
      "nobody at \(employer) is called “\(title)”; \(near.map { "did you mean “\($0)”?" } ?? "add them to the people first, or leave the name out")"
    )
    return nil
  }

  mutating func interview(_ node: YAMLNode, _ key: String) -> Number<Interview>? {
    guard let title = text(node, key) else { return nil }
    if let interview = names.interview(title, with: employer) { return interview }
    faults.error(node.place, "there is no round \(title) with \(employer)")
    return nil
  }

  mutating func card(_ text: String, _ node: YAMLNode, _ key: String) -> CardID? {
    if let card = CardID(text) { return card }
    faults.error(
      node.place, "“\(text)” is no card; cards are written like star-people/PE-01")
    return nil
  }

  mutating func family(_ code: String, at place: Place) -> String? {
    let codes = names.families.map(\.code)
    if let known = codes.first(where: { $0.isSameName(as: code) }) { return known }
    let near = Suggestion.nearest(to: code, among: codes)
    faults.error(
      place,
      "there is no family `\(code)`; \(near.map { "did you mean `\($0)`?" } ?? "there are \(codes.joined(separator: ", "))")"
    )
    return nil
  }

  mutating func beginning(_ node: YAMLNode, _ key: String) -> InterviewStart? {
    guard let text = text(node, key) else { return nil }
    do throws(WrittenTimeFault) {
      let read = try names.time(text)
      guard let refusal = names.refusal(of: text, on: read.day) else { return InterviewStart(read) }
      faults.error(node.place, refusal)
    } catch {
      faults.error(node.place, error.words(text))
    }
    return nil
  }

  mutating func fits(_ node: YAMLNode, _ key: String) -> [String: Story.Fit] {
    guard case .mapping(let pairs) = node.content else {
      if case .unusable = node.content { return [:] }
      faults.error(node.place, "`\(key)` has lines such as `TEAM: strong` below it")
      return [:]
    }
    var fits: [String: Story.Fit] = [:]
    for pair in pairs {
      guard let code = family(pair.key, at: pair.keyPlace), !pair.value.isNull else { continue }
      let words = Story.Fit.allCases.map(\.rawValue)
      fits[code] = choice(pair.value, pair.key, words).flatMap { Story.Fit(rawValue: $0) }
    }
    return fits
  }
}
