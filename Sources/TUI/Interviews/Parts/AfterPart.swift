import Campaign
import Practice
import Scheduler
import Screen

extension EmployerPart {
  static let after = EmployerPart(
    title: "Promises and thanks", heads: ("done", "what was promised, and to whom"),
    deeds: [("Add a promise that you made, or a thanks that you owe", "a")],
    emptyText: "Nothing promised, nobody to thank: a adds either to the latest round.",
    openWords: "still to do",
    ofRound: { round in
      [
        ThingChoice(
          "Something that you promised", Item(Promise(interview: round.id, text: ""))),
        ThingChoice("Something to thank for", Item(ThankYou(interview: round.id, text: ""))),
      ]
    },
    mark: Mark(title: "done") { item, view in
      let kept = Mark.changing("") { (promise: inout Promise, _) in
        promise.isKept.toggle()
        return promise.isKept ? "Kept." : "Still to do."
      }
      let sent = Mark.changing("") { (thanks: inout ThankYou, _) in
        thanks.isSent.toggle()
        return thanks.isSent ? "Sent." : "Still to do."
      }
      return kept.change(item, view) ?? sent.change(item, view)
    },
    rows: { view in
      view.latest.flatMap { round -> [ThingRow] in
        let promises = view.notebook.promises.filter { $0.interview == round.id }.map { promise in
          let due = promise.due.map { " · by \(DateText.day(Day(number: $0)))" } ?? ""
          return ThingRow(
            item: Item(promise), mark: promise.isKept ? "✓" : "·", title: promise.text,
            detail: "promised in round \(round.round)\(due)", isOpen: !promise.isKept)
        }
        let thanks = view.notebook.thankYous.filter { $0.interview == round.id }.map { thanks in
          let whom = view.notebook.person(thanks.person)?.title ?? "all of them"
          return ThingRow(
            item: Item(thanks), mark: thanks.isSent ? "✓" : "·",
            title: "thank \(whom) for \(thanks.text)", detail: "round \(round.round)",
            isOpen: !thanks.isSent)
        }
        return promises + thanks
      }
    })
}
