package import Campaign
import Exchange

extension FormNames {
  /// A thing whole: what is in its form, and of a story to whom it was told, of a round its log.
  package func text(of item: Item) -> String {
    whole(item, Form.listing(of: item.thing, self)) { Form.listing(of: $0, self) }
  }

  /// The same for whoever reads it on a screen.
  package func reading(of item: Item) -> String {
    whole(item, Form.reading(of: item.thing, self)) { Form.reading(of: $0, self) }
  }

  private func whole(_ item: Item, _ form: String, log: (RoundLog) -> String) -> String {
    var parts = [form]
    if let story = item.kept(Story.self) {
      parts += notebook.employers.flatMap { employer in
        notebook.tellings(of: story.id, to: employer.name).map {
          "told to \(employer.name), \(notebook.words(for: $0))"
        }
      }
    }
    if let round = item.kept(Interview.self) {
      let log = log(RoundLog(of: round, in: notebook))
      if !log.isEmpty { parts.append("\n\(log)") }
    }
    return parts.joined(separator: "\n")
  }
}
