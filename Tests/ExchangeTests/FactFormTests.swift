import Campaign
import Exchange
import Testing

@Suite struct FactFormTests {
  private func fact(_ yaml: String) -> Fact? {
    Form.read(
      Array(yaml.utf8), path: "f", blank: Fact(employer: "", text: "", day: 0),
      FormTests.names(FormTests.notebook)
    ).thing
  }

  @Test func aFactHoldsAsLongAsItsTopicUnlessTheFormSaysOtherwise() {
    #expect(fact("employer: Acme\nfact: a strike\ntopic: news")?.shelfLife == 14)
    #expect(fact("employer: Acme\nfact: a strike\ntopic: news\nholds: 3")?.shelfLife == 3)
    #expect(fact("employer: Acme\nfact: meals")?.shelfLife == 180)
  }
}
