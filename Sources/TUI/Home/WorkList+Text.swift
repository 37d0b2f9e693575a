import Decks
import Practice
import Screen

extension WorkList {
  /// So many stories are named; the others are counted.
  private static let named = 4

  /// Says what there is to do beside what is due; nothing if there is nothing.
  func describe(on page: inout Page, isShort: Bool) {
    guard !isEmpty else { return }
    guard !isShort else {
      let counts = [
        regrades > 0 ? "\(regrades) re-tick" : nil, probes > 0 ? "\(probes) stuck" : nil,
        rebuilds.isEmpty ? nil : "\(rebuilds.count) rebuild",
      ]
      return page.add("Work: \(counts.compactMap { $0 }.joined(separator: ", "))")
    }
    var items = lines
    if !rebuilds.isEmpty {
      var stories = rebuilds.prefix(Self.named).map { "\($0.parts.words) of \($0.card.card)" }
      if rebuilds.count > Self.named { stories.append("\(rebuilds.count - Self.named) more") }
      items[items.count - 1] = "to rebuild: \(stories.joined(separator: " · "))"
    }
    page.add("To work on", items: items, marker: "")
    page.addGap()
  }
}
