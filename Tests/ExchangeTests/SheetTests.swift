import Campaign
import Exchange
import Screen
import Testing

@Suite struct SheetTests {
  private static let small = Sheet(
    title: "Interview-day brief", subtitle: "Acme, Thu 14:00", printed: "Wed 20:10",
    sections: [
      Sheet.Section("ONE THING", [Sheet.Entry("I make messy handovers calm.", from: [])]),
      Sheet.Section(
        "STORIES",
        [
          Sheet.Entry("Freezer audit: 12 → 3 (own count)", from: []),
          Sheet.Entry("Night list <b>&\u{202E}evil\u{1B}[2J", from: []),
        ]), Sheet.Section("PAY", []),
    ])

  /// A sheet of which everything is too long and too much.
  private static func large(entries: Int, text: String) -> Sheet {
    let titles = [
      "ONE THING", "PEOPLE", "STORIES", "ALREADY TOLD", "DO NOT CLAIM", "DOUBTS", "THEM", "ASK",
      "PAY", "FIRST LINES", "BRING",
    ]
    return Sheet(
      title: "Interview-day brief", subtitle: text, printed: "Wed 20:10",
      sections: titles.map { title in
        Sheet.Section(title, (1...entries).map { Sheet.Entry("\($0) \(text)", from: []) })
      })
  }

  @Test func asTextItIsThePageThatItShouldBe() {
    #expect(
      Self.small.text == """
         INTERVIEW-DAY BRIEF   Acme, Thu 14:00                         printed Wed 20:10

         ONE THING     I make messy handovers calm.

         STORIES       Freezer audit: 12 → 3 (own count)
                       Night list <b>&evil[2J

        """)
  }

  @Test func aLongPlaceStandsBelowTheTitleAndALongEntryStaysWhole() {
    var sheet = Self.small
    sheet.subtitle = "Acme, Thu 14:00, Acme Works, 3rd floor, ask at the front desk for Dana Okafor"
    let words = (1...90).map { "word\($0)" }.joined(separator: " ")
    sheet.sections[0].entries[0].text = words
    let lines = sheet.text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix(" INTERVIEW-DAY BRIEF  ") && lines[0].hasSuffix("printed Wed 20:10"))
    #expect(lines[1] == " \(sheet.subtitle)")
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text.contains(words))
    #expect(lines.allSatisfy { $0.displayWidth <= 80 })
  }

  @Test(arguments: [1, 5, 40], ["short", "عنوان طويل ", "很长的故事", "word word word "])
  func whateverIsOnItItIsOnePageOfText(entries: Int, word: String) {
    let text = String(repeating: word, count: 40)
    let lines = Self.large(entries: entries, text: text).text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    #expect(lines.count <= 66)
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
    if entries == 40 { #expect(lines.contains { $0.hasSuffix("more") }) }
  }

  @Test func whatHasNoRoomIsCounted() {
    let sheet = Self.large(entries: 12, text: "entry")
    let lines = sheet.text.split(separator: "\n")
    let entries = lines.count { $0.hasSuffix(" entry") }
    let more = lines.compactMap { line in
      line.hasSuffix(" more") ? line.split(separator: " ").dropLast().last.flatMap { Int($0) } : nil
    }
    #expect(entries + more.reduce(0, +) == 11 * 12)
    #expect(more.count <= 11)
  }

  @Test func asMarkdownNothingIsCutAndNothingMeansMore() {
    #expect(
      Self.small.markdown == """
        # Interview-day brief

        Acme, Thu 14:00

        printed Wed 20:10

        ## ONE THING

        - I make messy handovers calm.

        ## STORIES

        - Freezer audit: 12 → 3 (own count)
        - Night list \\<b\\>\\&evil\\[2J

        """)
    let lines = Self.large(entries: 40, text: "entry").markdown.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- ") } == 440)
    let numbered = Sheet(
      title: "t", subtitle: "s", printed: "",
      sections: [Sheet.Section("A", [Sheet.Entry("1. first", from: [])])])
    #expect(numbered.markdown.contains("- 1\\. first"))
  }

  @Test func asHTMLItNeedsNothingElseAndRunsNothing() {
    let html = Self.small.html
    #expect(html.contains("<li dir=\"auto\">Night list &lt;b&gt;&amp;evil[2J</li>"))
    for word in ["<script", "http", "src=", "url(", "<link"] { #expect(!html.contains(word)) }
    #expect(html.hasPrefix("<!DOCTYPE html>"))
  }
}
