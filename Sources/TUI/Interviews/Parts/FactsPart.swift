import Campaign
import Practice
import Scheduler
import Screen

extension EmployerPart {
  static let facts = EmployerPart(
    title: "Dossier", heads: ("stale", "what you know"),
    deeds: [("Add a fact about an employer", "a")],
    emptyText: "Nothing known yet: a adds a fact.", openWords: "stale",
    new: { Fact(employer: $0.employer, text: "", day: $0.today.number) },
    mark: .changing("checked") { (fact: inout Fact, view) in
      fact.day = view.today.number
      return "Checked today: it holds for \(fact.shelfLife.of("day"))."
    },
    rows: { view in
      view.notebook.facts(on: view.employer).map { fact in
        let isStale = fact.thing.isStale(on: view.today.number)
        let day = DateText.shortDay(Day(number: fact.day), from: view.today)
        return ThingRow(
          item: Item(fact), mark: isStale ? "!" : " ",
          title: fact.topic == .other ? fact.text : "\(fact.topic.rawValue): \(fact.text)",
          detail: [isStale ? "stale" : "", day, fact.source].inOneLine, isOpen: isStale)
      }
    })
}
