import Campaign
import Testing

/// What a sort of thing must have, so that nobody who adds one can forget it.
@Suite struct ThingTests {
  private static let kinds = Notebook.kinds.map { $0.table }

  private func kind(_ table: String) throws -> any NotebookThing.Type {
    try #require(Notebook.kinds.first { $0.table == table })
  }

  @Test func noTwoAreKeptOrCalledAlike() {
    #expect(Set(Self.kinds).count == Self.kinds.count)
    #expect(Set(Notebook.kinds.map { $0.noun }).count == Self.kinds.count)
    let commands = Notebook.listed.map { $0.command }
    #expect(Set(commands).count == commands.count)
  }

  @Test(arguments: kinds) func everyFieldHasItsOwnKeyAndColumn(_ table: String) throws {
    func check<Thing: NotebookThing>(_: Thing.Type) {
      let keys = Thing.fields.compactMap(\.key)
      let columns = Thing.fields.compactMap(\.column)
      #expect(Set(keys).count == keys.count && Set(columns).count == columns.count)
      #expect(Thing.fields.allSatisfy { $0.key != nil || $0.column != nil })
      #expect(Thing.fields.allSatisfy { $0.key == nil || !$0.hint.isEmpty }, "a form says it")
    }
    check(try kind(table))
  }

  @Test(arguments: kinds) func itIsKnownWhatMakesTwoTheSameAndWhatTheyAreCalled(
    _ table: String
  ) throws {
    func check<Thing: NotebookThing>(_: Thing.Type) {
      #expect(Thing.fields.contains { $0.isIdentity })
      let columns = Thing.fields.compactMap(\.column)
      #expect(!Thing.titleColumns.isEmpty && Set(Thing.titleColumns).isSubset(of: columns))
    }
    check(try kind(table))
  }

  @Test func listsHaveColumnsOfFieldsThatThereAre() {
    func check<Thing: ListedThing>(_: Thing.Type) {
      #expect(Thing.mainText != nil, "\(Thing.command)")
      for column in Thing.columns {
        guard case .field(let key) = column.content else { continue }
        #expect(Thing.fields.contains { $0.key == key }, "\(Thing.command) \(key)")
      }
    }
    for kind in Notebook.listed { check(kind) }
  }

  @Test func aNewOneHasItsEmployerItsTextAndItsDay() {
    let fact = Fact("Acme", "They sell tea", today: 7)
    #expect(fact.employer == "Acme" && fact.text == "They sell tea" && fact.day == 7)
    #expect(Criterion("Acme", "weekends off", today: 7) == Criterion(text: "weekends off"))
  }

  @Test func whatIsLeftOfAnEmptyFormIsWhatItDoesNotShow() {
    var interview = Interview(employer: "Acme", round: 2, startsAt: 5).with { $0.place = "here" }
    interview.isLogged = true
    let blank = interview.blank(today: 7)
    #expect(blank.employer == "Acme" && blank.isLogged && blank.place.isEmpty)
    #expect(Doubt(employer: "Acme", text: "age").blank(today: 7).employer == "Acme")
  }
}
