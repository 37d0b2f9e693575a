import Campaign
import Screen

extension EmployerPart {
  static let people = EmployerPart(
    title: "People", heads: ("", "who"),
    deeds: [("Add a person whom you meet", "a")],
    emptyText: "Nobody yet: a adds someone, even without a name.",
    new: { Person(employer: $0.employer) },
    summary: { rows in rows.map(\.title).joined(separator: ", ") },
    rows: { view in
      view.notebook.people(at: view.employer).map { person in
        ThingRow(
          item: Item(person), mark: " ", title: person.title,
          detail: [person.name.isEmpty ? "" : person.role, person.needs].inOneLine)
      }
    })
}
