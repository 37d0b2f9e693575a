import Campaign
import Decks
import Scheduler
import Testing

@testable import Exchange

/// Forms that are filled in field by field.
@Suite struct OpenFormTests {
  private let notebook = FormTests.notebook
  private var names: FormNames { FormTests.names(notebook) }

  private func open<Thing: NotebookThing>(_ thing: Thing, number: Int64? = nil) -> OpenForm {
    Form.open(thing, number: number, names)
  }

  private func read<Thing: NotebookThing>(_ form: OpenForm, _ original: Thing) -> (
    thing: Thing?, faults: [FormFault]
  ) {
    Form.read(
      form, original: original, blank: original.blank(today: names.today.number), names,
      employer: notebook.employer(of: original))
  }

  /// Writes into a field by its key.
  private func write(_ text: String, in key: String, of form: inout OpenForm) throws {
    let index = try #require(form.fields.firstIndex { $0.key == key }, "\(key)")
    form.fields[index].text = text
  }

  @Test func aFormInWhichNothingIsWrittenIsTheThing() throws {
    func check<Thing: NumberedThing>(_: Thing.Type) {
      for kept in notebook[keyPath: Thing.list] {
        let (thing, faults) = read(open(kept.thing, number: kept.id.value), kept.thing)
        #expect(thing == kept.thing && faults.isEmpty, "\(Thing.noun): \(faults)")
      }
    }
    for kind in Notebook.numbered { check(kind) }
    let employer = notebook.employers[0]
    #expect(read(open(employer), employer).thing == employer)
  }

  /// What is written again as it stands says the same: so a draft of it does, too.
  @Test func whatIsWrittenAgainIsTheSame() throws {
    func check<Thing: NumberedThing>(_: Thing.Type) {
      for kept in notebook[keyPath: Thing.list] {
        let form = open(kept.thing, number: kept.id.value)
        for index in form.fields.indices where !form.fields[index].text.isEmpty {
          var other = form
          // A blank at the end makes it another text, which means the same.
          other.fields[index].text += form.fields[index].isOneWord ? "" : "\n"
          let (thing, faults) = read(other, kept.thing)
          #expect(
            thing == kept.thing && faults.isEmpty,
            "\(Thing.noun), \(form.fields[index].key): \(faults)")
        }
      }
    }
    for kind in Notebook.numbered { check(kind) }
  }

  @Test func everyFieldOfAStoryIsRead() throws {
    var form = open(Story())
    #expect(form.heading == "New story" && form.first == 0 && form.isNew)
    try write("Handover cut", in: "title", of: &form)
    try write("In March.\nIt was cut.", in: "action", of: &form)
    try write("TEAM: strong\nCUST: workable", in: "families", of: &form)
    try write("9 → 3\town count\tno\n20k\t\tyes\n\t\tno", in: "figures", of: &form)
    try write("4", in: "strength", of: &form)
    let story = try #require(read(form, Story()).thing)
    #expect(
      story
        == Story(title: "Handover cut").with {
          $0.action = "In March.\nIt was cut."
          $0.fits = ["TEAM": .strong, "CUST": .workable]
          $0.figures = [
            Story.Figure(text: "9 → 3", known: "own count"),
            Story.Figure(text: "20k", isNotToClaim: true),
          ]
          $0.strength = 4
        })
    // The same as text for an editor.
    let yaml = Form.yaml(form, original: Story(), names)
    let (other, faults) = Form.read(Array(yaml.utf8), path: "form", blank: Story(), names)
    #expect(other == story && faults.isEmpty, "\(yaml)")
  }

  @Test func whatIsWrongIsSaidOfItsFieldAndRow() throws {
    var form = open(Story())
    try write("9 → 3\town count\tno\n\tmy boss\tno", in: "figures", of: &form)
    let (story, faults) = read(form, Story())
    #expect(story == nil)
    #expect(
      faults == [
        FormFault(field: 0, message: "Title is missing: it is needed."),
        FormFault(field: 8, row: 1, message: "“As you say it” is missing"),
      ], "\(faults)")
    let fact = Fact(today: names.today.number).with { $0.employer = "Acme" }
    var other = open(fact)
    #expect(other.heading == "New fact · Acme" && other.fields[other.first].key == "fact")
    try write("They sell tea", in: "fact", of: &other)
    try write("someday", in: "day", of: &other)
    try write("many", in: "holds", of: &other)
    #expect(
      read(other, fact).faults.map(\.message) == [
        "“someday” is no time: write it as 3 dec 14:00, thu 2pm, tomorrow 10 or 2026-12-03 14:00",
        "“Days it holds” is a whole number from 1 to 36500",
      ], "\(read(other, fact).faults)")
  }

  @Test func aChoiceBringsWithItWhatItUsuallyMeans() throws {
    let form = open(Fact(today: names.today.number))
    guard
      case .choice(let topics)? = form.fields.first(where: { $0.key == "topic" })?.kind
    else { throw Missing() }
    #expect(topics.first { $0.word == "news" }?.implied == ["holds": "14"])
    #expect(topics.first { $0.word == "other" }?.implied.isEmpty == true)
  }

  private struct Missing: Error {}

  @Test func aDraftHoldsOnlyWhatWasChanged() throws {
    let doubt = Doubt(employer: "Acme", text: "budget size")
    var form = open(doubt, number: 7)
    #expect(form.draft.isEmpty && form.draftID.description == "notebook/form-doubts-7")
    try write("managed 180k", in: "evidence", of: &form)
    try write("", in: "doubt", of: &form)
    var again = open(doubt.with { $0.isClosed = true }, number: 7)
    again.take(draft: form.draft)
    #expect(again.fields.filter(\.isChanged).map(\.key) == ["doubt", "evidence"])
    #expect(again.fields.first { $0.key == "closed" }?.text == "yes")
  }
}

extension FormField {
  /// Whether its text is a word that is chosen.
  fileprivate var isOneWord: Bool { if case .choice = kind { true } else { false } }
}
