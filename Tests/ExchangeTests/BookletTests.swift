import Campaign
import Decks
import Testing

@testable import Exchange

@Suite struct BookletTests {
  private static let refund = Story(title: "The refund").with {
    $0.headline = "I cut refunds from 20k to 3k a month."
    $0.situation = "At Ace, in spring.\nWe lost money."
    $0.task = "Mine was the fix. We lost 20,000 a month! Nobody knew why."
    $0.action = "I asked\n\n- the desk\n1. the shop\n# all"
    $0.result = "Down to 3k."
    $0.fits = ["TEAM": .strong]
    $0.figures = [
      Story.Figure(text: "3k a month", known: "ledger"),
      Story.Figure(text: "20k", isNotToClaim: true),
    ]
    $0.notes = "Bob was against it"
  }

  private func card(_ id: String, _ kind: CardKind, _ ask: String) throws -> Card {
    Card(
      id: try #require(CardID(id)), kind: kind, competency: "teamwork", ask: ask)
  }

  private func booklet(isForFriend: Bool = false) throws -> Booklet {
    func answer(_ id: String, _ kind: CardKind, _ ask: String, _ texts: String...) throws
      -> Booklet.Answer
    {
      Booklet.Answer(card: try card(id, kind, ask), kind: kind, texts: texts)
    }
    return Booklet(
      stories: [Kept(Number(1), Self.refund)],
      decks: [
        (
          "Star <people>",
          [
            try answer(
              "a/1", .star, "When did you *help*?", "In May.", "", "I did. It was 20 k. So.", "OK"),
            try answer("a/2", .fit, "What pay do you want?", "Fifty"),
            try answer("a/3", .concern, "Are you too junior?", "No"),
            try answer("a/4", .reflect, "How was round one?", "Bad"),
            try answer("a/5", .research, "What do they sell?", "Cocoa"),
          ]
        ), ("Empty", []),
        ("Yours", [try answer("notebook/D-1", .star, "A doubt?", "Secret")]),
      ], families: [Family(code: "TEAM", title: "Teamwork", tags: ["teamwork"])],
      printed: "Thu 26 Nov", isForFriend: isForFriend)
  }

  @Test func itHasAllStoriesAndAnswers() throws {
    let markdown = try booklet().markdown
    #expect(
      markdown.hasPrefix(
        """
        # Starling: stories and answers

        printed Thu 26 Nov

        ## Stories

        ### The refund

        *Teamwork (strong)*

        I cut refunds from 20k to 3k a month.

        **Situation**

        At Ace, in spring.\\
        We lost money.

        """), "\(markdown)")
    #expect(markdown.contains("I asked\n\n\\- the desk\\\n1\\. the shop\\\n\\# all\n"))
    #expect(markdown.contains("**Figures**\n\n3k a month (ledger)\\\ndo not claim: 20k\n"))
    for text in [
      "Bob was against it", "### When did you \\*help\\*?", "Fifty", "Secret", "Cocoa", "Bad",
      "## Star \\<people\\>",
    ] {
      #expect(markdown.contains(text), "\(text)")
    }
    #expect(!markdown.contains("Empty"))
    #expect(try booklet().count == 7)
  }

  @Test func aFriendReadsNothingThatIsNotToBeSaid() throws {
    for text in [try booklet(isForFriend: true).markdown, try booklet(isForFriend: true).html] {
      for secret in [
        "20k", "20 k", "20,000", "do not claim", "Bob", "Fifty", "pay", "junior", "round one",
        "Cocoa",
        "Secret",
      ] {
        #expect(!text.contains(secret), "\(secret)")
      }
      for told in [
        "Mine was the fix.", "Nobody knew why.", "3k a month", "ledger", "In May.", "So.",
      ] {
        #expect(text.contains(told), "\(told)")
      }
    }
    let hidden = [Kept(Number<Story>(1), Self.refund)]
    #expect(Booklet.without(hidden, "One. It was 20k. And 20 k too! Two.") == "One. … Two.")
    #expect(Booklet.without(hidden, "It was 20\nk") == "…")
    #expect(Booklet.without(hidden, "20k") == "…")
    #expect(Booklet.without(hidden, "“Was it 20k?” Yes.") == "… Yes.")
    #expect(Booklet.without([], "20k") == "20k")
  }

  @Test func pagesAreHTMLAndNothingOfTheTextIs() throws {
    let html = try booklet().html
    #expect(html.contains("<h2 dir=\"auto\">Star &lt;people&gt;</h2>"))
    #expect(html.contains("<p dir=\"auto\">At Ace, in spring.<br>\nWe lost money.</p>"))
    #expect(html.contains("break-inside: avoid-page"))
    let tags = ["section", "article", "h3", "h4", "p"]
    for tag in tags {
      #expect(
        html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
          == html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
    #expect(html.utf8.count > Booklet.htmlOpening)
    #expect(
      String(decoding: html.utf8.prefix(Booklet.htmlOpening), as: UTF8.self).hasSuffix("</title>"))
  }
}
