package import Campaign
import Exchange

extension FormNames {
  /// A thing whole: what is in its form, and of a story to whom it was told, of a round its log.
  package func text(of item: Item) -> String {
    var parts = [Form.listing(of: item.thing, self)]
    if let story = item.kept(Story.self) {
      parts += notebook.employers.flatMap { employer in
        notebook.tellings(of: story.id, to: employer.name).map {
          "told to \(employer.name), \(notebook.words(for: $0))"
        }
      }
    }
    if let round = item.kept(Interview.self) {
      let log = Form.listing(of: RoundLog(of: round, in: notebook), self)
      if !log.isEmpty { parts.append("\n\(log)") }
    }
    return parts.joined(separator: "\n")
  }
}
