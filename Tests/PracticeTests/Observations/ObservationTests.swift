import Practice
import Scheduler
import Testing

/// The rules one by one, at their edges.
@Suite struct ObservationTests {
  private func observed(
    _ answer: StarAnswer, in context: ObservationContext = ObservationContext(competency: "data"),
    _ kind: ObservationKind
  ) -> [Observation] {
    answer.observations(in: context, kinds: [kind])
  }

  private func quotes(_ answer: StarAnswer, _ kind: ObservationKind) -> [String] {
    observed(answer, kind).flatMap { $0.quotes.map(\.text) }
  }

  /// English words without a meaning for any check.
  private func words(_ count: Int) -> String {
    (0..<count).map { ["the", "shop", "and", "of", "a", "door"][$0 % 6] }.joined(separator: " ")
  }

  // MARK: Length and shares

  @Test(
    arguments: [
      (59, "About 1:00 aloud.", false), (20, "About 0:20 aloud.", false), (60, nil, false),
      (150, nil, false), (151, "About 2:30 aloud.", false), (180, "About 3:00 aloud.", false),
      (181, "About 3:00 aloud.", true),
    ] as [(Int, String?, Bool)])
  func length(of seconds: Int, isNoted note: String?, strong isStrong: Bool) {
    var context = ObservationContext(competency: "data")
    context.wordsPerMinute = 60
    let answer = StarAnswer(action: words(seconds))
    let observations = observed(answer, in: context, .length)
    #expect(observations.map(\.note) == (note.map { [$0] } ?? []))
    #expect(observations.contains(where: \.isStrong) == isStrong)
  }

  @Test func lengthGoesByThePersonsOwnPace() {
    var context = ObservationContext(competency: "data")
    let answer = StarAnswer(action: words(150))
    #expect(observed(answer, in: context, .length).isEmpty)
    context.wordsPerMinute = 50
    #expect(observed(answer, in: context, .length).map(\.note) == ["About 3:00 aloud."])
    context.wordsPerMinute = 0
    #expect(observed(answer, in: context, .length).isEmpty)
  }

  @Test(
    arguments: [
      ([15, 10, 55, 20], "data", []),
      ([20, 15, 45, 20], "data", []),
      ([25, 11, 44, 20], "data", ["Situation and Task are 36% of it."]),
      ([40, 5, 35, 20], "data", ["Situation is 40% of it."]),
      ([10, 37, 33, 20], "data", ["Task is 37% of it."]),
      ([15, 15, 44, 26], "data", ["Action is 44% of it."]),
      ([15, 15, 34, 36], "data", ["Action is 34% of it. Strong."]),
      ([15, 15, 30, 40], "failure", []),
      ([15, 15, 29, 41], "failure", ["Action is 29% of it."]),
      ([15, 15, 19, 51], "mistake", ["Action is 19% of it. Strong."]),
      ([15, 15, 60, 10], "data", []),
      ([15, 15, 61, 9], "data", ["Result is 9% of it."]),
      ([20, 20, 60, 0], "data", ["Situation and Task are 40% of it.", "Result is empty."]),
      ([0, 10, 70, 20], "data", ["Situation is empty."]),
      ([0, 0, 100, 0], "data", ["Situation, Task and Result are empty."]),
      // 44.8 % is shown as 45, and 35.4 as 35.
      ([15, 15, 43, 23], "data", []), ([17, 17, 44, 18], "data", []),
      // Under 150 words shares say little.
      ([20, 5, 14, 35], "data", []), ([10, 9, 0, 0], "data", ["Action and Result are empty."]),
      ([0, 0, 0, 0], "data", []),
    ] as [([Int], String, [String])])
  func shares(_ counts: [Int], on competency: String, areNoted notes: [String]) {
    let answer = StarAnswer(
      situation: words(2 * counts[0]), task: words(2 * counts[1]), action: words(2 * counts[2]),
      result: words(2 * counts[3]))
    let context = ObservationContext(competency: competency)
    let observations = observed(answer, in: context, .share)
    #expect(observations.map { $0.note + ($0.isStrong ? " Strong." : "") } == notes)
  }

  // MARK: The Action

  @Test(
    arguments: [
      (8, 4, "data", false), (9, 4, "data", true), (2, 0, "data", true), (0, 0, "data", true),
      (2, 1, "data", false), (3, 1, "data", true), (9, 4, "teamwork", false),
      (9, 0, "teamwork", true),
    ] as [(Int, Int, String, Bool)])
  func weAndI(_ we: Int, _ i: Int, on competency: String, isNoted: Bool) {
    let action =
      Array(repeating: "We met.", count: we) + Array(repeating: "Then I wrote.", count: i)
      + ["The shop was full and the door was open to all of the town that day."]
    let observations = observed(
      StarAnswer(action: action.joined(separator: " ")),
      in: ObservationContext(competency: competency), .iAndWe)
    #expect(observations.count == (isNoted ? 1 : 0))
    if isNoted { #expect(observations[0].note == "\(we) “we”, \(i == 0 ? "no" : "\(i)") “I”.") }
  }

  @Test(
    arguments: [
      ("I would ask first. I would then tell the team.", ["would", "would"]),
      ("I would ask first, and that is all.", []),
      ("I’d ask them and you should always do that.", ["I’d", "you should", "always"]),
      ("I'd seen that before. I'd better tell the team. I'd already asked.", []),
      ("If they still disagreed, I would go on. If not, I would stop.", ["would", "would"]),
      ("She said that she would come, and I said I would wait.", []),
      ("She says that she would come. I ask whether they would wait for the bus.", []),
      ("Every morning I would open the shop. I would close it each night.", []),
      ("He was always late, and they usually laughed about it.", []),
      ("“I would never do that”, he says, “you should always ask.”", []),
      ("'We would drown. We always do,' is the answer.", []),
      ("In general I believe in the rule.", ["In general", "I believe"]),
      ("I believed in it and tended to it.", []),
      ("We would be heard and involved. I would make a planned list.", ["would", "would"]),
    ] as [(String, [String])])
  func falseStar(_ action: String, quotes hits: [String]) {
    #expect(quotes(StarAnswer(action: action), .falseStar) == hits)
  }

  @Test(
    arguments: [
      ("The list was written and the shelves were moved.", ["was written", "were moved"]),
      (
        "The list was then carefully checked, and it had been lost and was found.",
        ["was then carefully checked", "was found"]
      ),
      ("The list was written by Ana and the shelves were moved by me.", []),
      ("The list was written.", []),
      ("I was asked to help and we were told to wait, and I had been given a key.", []),
      ("She was surprised and he was worried, and both were aligned and interested.", []),
      ("It was red and it was hundred years old. They were indeed late.", []),
      ("“It was moved, it was changed”, he said to the team.", []),
    ] as [(String, [String])])
  func passive(_ action: String, quotes hits: [String]) {
    #expect(quotes(StarAnswer(action: action), .passive) == hits)
  }

  // MARK: The Result

  @Test(
    arguments: [
      ("It went well and they were happy with it.", true), ("It took 5 days.", false),
      ("It took five days of the week.", false), ("The cost was halved.", false),
      ("We had a third less of the waste.", false), ("It went from weekly to daily.", false),
      ("We went from London to Leeds.", true), ("From May to August it was calm.", true),
      ("The manager said, “I have never seen this.”", false), ("He said “great” to me.", false),
      ("It has been in the handbook since 2021.", true), ("By Q3 it was done with.", true),
      ("We are open 24/7 and the shop is calm.", true), ("On 12 March it was done.", true),
      ("It shipped on 3 March, 20% faster.", false), ("After March, 12 vans were enough.", false),
      ("On March 3, on 12 May and by 1 June it was calm.", true),
      ("The rule of May 3 is on the wall.", true), ("One of them was happy with it.", true),
      ("It was the 3rd and the second of them.", true),
      ("The head took my sample as the standard, and the council orders it now.", false),
      ("He told me in the corridor that it was fair.", false),
      ("She told our boss about it, and would like the same.", false),
      ("I told them that it was done with, and was asked no more.", true),
      ("The plan was approved in the end.", false), ("It has never gone wrong since.", true),
      ("They no longer need to wait for the key.", false),
      ("In 2021 there were 2020 visitors.", false),
      ("It was covid-19 and b2b and the 90s.", true), ("It cost £2,000 less.", false),
    ] as [(String, Bool)])
  func evidence(_ result: String, isMissing: Bool) {
    let answer = StarAnswer(result: result)
    #expect(observed(answer, .evidence).isEmpty == !isMissing)
    for competency in ["conflict", "trust", "inclusion", "feedback-taking"] {
      let context = ObservationContext(competency: competency)
      #expect(observed(answer, in: context, .evidence).isEmpty)
    }
  }

  @Test(
    arguments: [
      ("In my role I led the team and the work was always of the best kind.", true),
      ("I drove the change of the business and ensured the alignment of all of the teams.", true),
      ("My role was to lead a team and our goal was to be the best in it.", true),
      ("We always work with the best people and the KPI of the team is what counts.", true),
      ("Last May the roof of the shop was open for all of the town to see.", false),
      ("The baker fell ill and there was nobody else in the shop who could bake.", false),
      ("I worked for Acme, where the team and the manager of it was new to me.", false),
      ("In my second week there the manager of the shop left for another town.", false),
      ("In 2021 there was a team and a manager in the shop of the town.", false),
      ("When I was at university there was a club that had no money at all.", false),
      ("I led a team once.", false),
    ])
  func occasion(_ situation: String, isMissing: Bool) {
    #expect(observed(StarAnswer(situation: situation), .occasion).isEmpty == !isMissing)
  }

  @Test(
    arguments: [
      (
        "I leveraged the team, championed the plan and empowered the people.",
        ["leveraged", "championed", "empowered"]
      ),
      (
        "I drove change, facilitated talks and managed resistance to it.",
        ["drove", "facilitated", "managed resistance"]
      ),
      ("I leveraged the team and championed the plan.", []),
      ("I drove to the shop, drove them home and drove back. I ensured it was open.", []),
      ("He said: “I leveraged, I championed, I empowered.”", []),
    ] as [(String, [String])])
  func emptyVerbs(_ action: String, quotes hits: [String]) {
    #expect(quotes(StarAnswer(action: action), .emptyVerbs) == hits)
  }

  @Test(
    arguments: [
      ("I learned to ask.", false), ("I learnt to ask.", false), ("Since then I ask.", false),
      ("Next time I ask.", false), ("Now I ask.", false), ("It taught me to ask.", false),
      ("It was the end of it for the team.", true), ("I asked them now and then.", true),
      ("Today I call ten customers before I spend anything.", false),
      ("Now, before each job, I knock.", false),
      ("I realised that nobody had asked. On every job after that I asked first.", false),
      ("What I took from it is that a list is not a plan.", false),
      ("On every job after that we asked first.", false),
      ("He said, “I learned a lot” to the team.", true),
    ])
  func lesson(_ result: String, isMissing: Bool) {
    let answer = StarAnswer(result: result)
    let onFailure = observed(answer, in: ObservationContext(competency: "failure"), .learning)
    #expect(onFailure.isEmpty == !isMissing)
    #expect(observed(answer, .learning).isEmpty)
  }

  @Test(
    arguments: [
      ("Returns improved from 40 to 25 a month.", []), ("The result improved.", ["improved"]),
      ("It was very cheap for the shop, at 40 euros.", []),
      ("It was very good for the shop and for the town, and it cost 40 euros.", ["very"]),
      (
        "It was really very good in the end, and the rest of the story is that they asked for it "
          + "and the door to the shop of the town and the hall and the door were open.",
        ["really", "very"]
      ),
      (
        "It was very good in the end, and the rest of the story is that they asked for it and the "
          + "door to the shop of the town and the hall and the door were open.", []
      ),
      ("“A lot better”, they said to the manager.", []),
    ] as [(String, [String])])
  func vague(_ result: String, quotes hits: [String]) {
    #expect(quotes(StarAnswer(result: result), .vague) == hits)
  }

  // MARK: Words

  @Test(
    arguments: [
      ("The drill was useless, and I screwed the shelf on. It was a stupid mistake of mine.", []),
      ("My boss was useless. They were stupid.", ["useless", "stupid"]),
      ("It was a stupid manager of the shop.", ["stupid"]),
      ("She left. The stupid door was open.", []),
      ("He was an idiot and the guys left.", ["idiot", "guys"]), ("He said “idiot” to me.", []),
      ("The toxic fumes and the toxic mood of it.", ["toxic"]),
      ("It never fails, and I did it single-handedly.", ["never fails", "single-handedly"]),
      ("A cheeky natter with the lads, and I was knackered and gutted.", []),
    ] as [(String, [String])])
  func tone(_ action: String, quotes hits: [String]) {
    #expect(quotes(StarAnswer(action: action), .tone) == hits)
  }

  @Test(
    arguments: [
      ("I was sort of new and maybe it was late.", ["sort of", "maybe"]),
      ("Maybe it was late.", []),
      ("What kind of door was it, and this sort of thing was just in time.", []),
      ("It was about 20 % of the shop and a new kind of the door.", []),
      ("He says “maybe” and “I guess”, and “just” and “basically” to me.", []),
    ] as [(String, [String])])
  func hedges(_ situation: String, quotes hits: [String]) {
    #expect(quotes(StarAnswer(situation: situation), .hedges) == hits)
  }

  @Test func fillersAreOnlySeenInTranscripts() {
    let answer = StarAnswer(
      situation: "Um, it was, like, late, you know, and I mean, uh, I like the door.")
    #expect(observed(answer, .fillers).isEmpty)
    var context = ObservationContext(competency: "data")
    context.isTranscript = true
    #expect(
      observed(answer, in: context, .fillers).flatMap(\.quotes).map(\.text)
        == ["Um", "like", "you know", "I mean", "uh"])
    #expect(!ObservationKind.fillers.isOnAtFirst)
    #expect(ObservationKind.allCases.filter { !$0.isOnAtFirst } == [.fillers])
  }

  // MARK: What was said before

  @Test func aStoryIsKnownByItsName() {
    var context = ObservationContext(competency: "data")
    context.told = [
      ObservationContext.ToldStory(id: "depot", listener: "Ana in round 1", text: "Other words.")
    ]
    let answer = StarAnswer(situation: "It was late. The door was open.", action: "I ran.")
    #expect(observed(answer, in: context, .toldBefore).isEmpty)
    context.story = "depot"
    let observation = observed(answer, in: context, .toldBefore).first
    #expect(observation?.note == "Told to Ana in round 1.")
    #expect(observation?.question == "Which other story would show it as well?")
    #expect(observation?.quotes.map(\.text) == ["It was late"])
    context.otherStory = "Night list"
    #expect(
      observed(answer, in: context, .toldBefore).first?.question == "Use “Night list” instead?")
  }

  @Test(
    arguments: [
      ("Losses fell by 30 %.", "Losses fell by 40 %.", "Last time 30 %, now 40 %."),
      ("Losses fell by 30 %.", "Losses fell by thirty per cent.", nil),
      ("It took 8 weeks.", "It took six weeks.", "Last time 8 weeks, now six weeks."),
      ("It took 8 weeks.", "It took two months.", nil),
      ("It took 8 weeks.", "It took 8 weeks and 3 days, or 5 weeks of work.", nil),
      ("We saved £20,000.", "We saved 25k pounds.", "Last time £20,000, now 25k pounds."),
      ("We saved £20,000.", "We saved 20k pounds.", nil),
      ("We were in 2019 then.", "We were in 2020 then.", nil),
      ("In Q1 we were open.", "In Q2 we were open 24/7.", nil),
      (
        "There were 12 of us and 3 vans.", "There were 12 of us and 4 vans.",
        "Last time 3 vans, now 4 vans."
      ),
      (
        "3 vans and 8 weeks were enough.", "Four vans and nine weeks were enough.",
        "Last time 3 vans, now Four vans; last time 8 weeks, now nine weeks."
      ),
    ] as [(String, String, String?)])
  func figures(_ last: String, _ now: String, areNoted note: String?) {
    var context = ObservationContext(competency: "data")
    context.attempts = ["There were 99 vans, 99 weeks and 99 %.", last]
    let observations = observed(StarAnswer(result: now), in: context, .figuresChanged)
    #expect(observations.map(\.note) == (note.map { [$0] } ?? []))
  }

  @Test func theFiguresOfAStoryToldAreComparedToo() {
    var context = ObservationContext(competency: "data")
    context.story = "depot"
    context.told = [
      ObservationContext.ToldStory(id: "other", listener: "Ben", text: "It took 1 week."),
      ObservationContext.ToldStory(id: "depot", listener: "Ana", text: "It took 8 weeks."),
    ]
    let observations = observed(
      StarAnswer(result: "It took 9 weeks."), in: context, .figuresChanged)
    #expect(observations.map(\.note) == ["Last time 8 weeks, now 9 weeks."])
  }

  @Test func theSameWordsAreNotedAfterThreeTimesOnly() {
    let text = "I rang " + (0..<40).map { "person\($0)" }.joined(separator: " ") + " at 6."
    var context = ObservationContext(competency: "data")
    context.attempts = [text, text]
    #expect(observed(StarAnswer(action: text), in: context, .sameWords).isEmpty)
    context.attempts = [text, text.replacing("at 6", with: "at seven"), text]
    #expect(observed(StarAnswer(action: text), in: context, .sameWords).count == 1)
    context.attempts = [text, "It went otherwise.", text]
    #expect(observed(StarAnswer(action: text), in: context, .sameWords).isEmpty)
    context.attempts = ["It went otherwise.", text, text, text]
    #expect(observed(StarAnswer(action: text), in: context, .sameWords).count == 1)
  }

  // MARK: Hostile and foreign text

  @Test func nothingTrapsOnAnyText() {
    var generator = SeededGenerator(seed: 7)
    let parts = [
      "a", "I", "we", "would", "was", "moved", "40", "%", "£", "24/7", "twenty-", "hundred", "and",
      "'",
      "\"", "“", "”", "’", ".", "?", ",", " ", " ", "\n", "漢", "。", "👨‍👩‍👧", "e\u{301}", "\u{301}", "-",
      "from", "to", "half", "a", "one", "thousand", "9999999999999999999999", "\u{0}", "é", "ß",
      "—",
    ]
    for _ in 0..<400 {
      func text() -> String {
        (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
          parts[Int.random(in: parts.indices, using: &generator)]
            + (Bool.random(using: &generator) ? " " : "")
        }.joined()
      }
      let answer = StarAnswer(situation: text(), task: text(), action: text(), result: text())
      var context = ObservationContext(competency: "failure")
      context.attempts = [text(), text(), text()]
      context.isTranscript = true
      context.told = [ObservationContext.ToldStory(id: "x", listener: "y", text: text())]
      context.story = "x"
      for observation in answer.observations(in: context, kinds: Set(ObservationKind.allCases)) {
        for quote in observation.quotes {
          let bytes = Array(answer[quote.part].utf8)
          #expect(quote.range.upperBound <= bytes.count)
          #expect(String(decoding: bytes[quote.range], as: UTF8.self) == quote.text)
        }
      }
    }
  }
}
