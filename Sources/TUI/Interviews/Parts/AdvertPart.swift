import Campaign
import Decks
import Screen

extension EmployerPart {
  static let advert = EmployerPart(
    title: "Advert", heads: ("story", "what the advert asks for"),
    deeds: [("Add a line of an advert", "a")],
    emptyText: "No advert yet: “starling advert paste” takes one in.",
    openWords: "without a story or not marked",
    new: { Requirement(employer: $0.employer, text: "") },
    rows: { view in
      let gaps = view.notebook.gaps(at: view.employer).map(\.id)
      return view.notebook.requirements(of: view.employer).map { requirement in
        let isGap = gaps.contains(requirement.id)
        let isMarked = !requirement.families.isEmpty || !requirement.cards.isEmpty
        return ThingRow(
          item: Item(requirement), mark: isGap ? "!" : isMarked ? "✓" : "·",
          title: requirement.text,
          detail: (isGap ? "no story · " : "")
            + requirement.families.map(view.stage.families.shortTitle).joined(separator: ", "),
          isOpen: isGap || !isMarked)
      }
    })
}
