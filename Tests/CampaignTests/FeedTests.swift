import Campaign
import Decks
import Testing

@Suite struct FeedTests {
  @Test(arguments: [
    ("round log", Feed.roundLog), ("stories told", .told), ("likely next questions", .priorities),
    ("weak cards", .weakCards), ("stories", .stories), ("probe drills", .probes),
    ("consistency check", .figures), ("interview-day brief", .brief), ("dossier", .facts),
    ("fresh material", .facts), ("headline drills", .headlines), ("questions for them", .questions),
    ("decision notes", .decision), ("panel simulation", .panel),
    ("interview-day brief (bring list)", .brief),
  ])
  func theDecksNamePlacesThatThereAre(_ words: String, _ feed: Feed) {
    #expect(Feed(words) == feed)
  }

  @Test func otherWordsNameNone() { #expect(Feed("somewhere else") == nil) }
}
