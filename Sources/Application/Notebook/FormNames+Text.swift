package import Campaign
import Exchange

extension FormNames {
  /// A thing whole, as a person reads it: what is in its form, and of a story to whom it was told, of a
  /// round its log.
  package func reading(of item: Item) -> String {
    var parts = [Form.reading(of: item.thing, self)]
    if let story = item.kept(Story.self) {
      parts += notebook.employers.flatMap { employer in
        notebook.tellings(of: story.id, to: employer.name).map {
          "told to \(employer.name), \(notebook.words(for: $0))"
        }
      }
    }
    if let round = item.kept(Interview.self) {
      let log = Form.reading(of: RoundLog(of: round, in: notebook), self)
      if !log.isEmpty { parts.append("\n\(log)") }
    }
    return parts.joined(separator: "\n")
  }
}
