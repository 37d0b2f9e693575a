import Scheduler
import Testing

@testable import Practice

/// Every word that a check knows, on one side, and a word like it that it does not know, on the other.
@Suite struct WordListTests {
  private func isSeen(
    _ kind: ObservationKind, situation: String = "", action: String = "", result: String = "",
    on competency: String = "data", isTranscript: Bool = false
  ) -> Bool {
    var context = ObservationContext(competency: competency)
    context.isTranscript = isTranscript
    let answer = StarAnswer(situation: situation, action: action, result: result)
    return !answer.observations(in: context, kinds: [kind]).isEmpty
  }

  // MARK: - The Situation

  private func lacksOccasion(_ text: String) -> Bool {
    isSeen(.occasion, situation: "\(text) and it is of the best kind here for the town.")
  }

  @Test(arguments: times) func aTimeIsAnOccasion(_ word: String) {
    #expect(!lacksOccasion("Our work in \(word) is hard"))
    #expect(lacksOccasion("Our work in widgets is hard"))
  }

  @Test(arguments: units) func oneOfItsUnitsIsAnOccasion(_ word: String) {
    #expect(!lacksOccasion("Our work on that \(word) is hard"))
    #expect(lacksOccasion("Our work on a \(word) is hard"))
  }

  @Test(arguments: beforeUnits) func aWordBeforeAUnitMakesItOne(_ word: String) {
    #expect(!lacksOccasion("Our work on the \(word) shift is hard"))
    #expect(lacksOccasion("Our work on the \(word) widget is hard"))
  }

  @Test(arguments: general) func whatOneDoesAllTheTimeIsNoEvent(_ word: String) {
    #expect(lacksOccasion("Everybody \(word) the work"))
    #expect(!lacksOccasion("Everybody rang the shop"))
  }

  @Test(arguments: standing) func howThingsStandIsNoEvent(_ word: String) {
    #expect(lacksOccasion("\(word.prefix(1).uppercased())\(word.dropFirst()) was hard"))
    #expect(!lacksOccasion("Grandmother was hard"))
  }

  @Test(arguments: qualities) func whatShouldBeIsNoEvent(_ word: String) {
    #expect(lacksOccasion("Grandmother was \(word) there"))
    #expect(!lacksOccasion("Grandmother was not there"))
  }

  @Test func aScrapNeedsNoOccasion() {
    #expect(!isSeen(.occasion, situation: "It is the best of the town."))
    #expect(isSeen(.occasion, situation: "It is the very best of the town."))
  }

  // MARK: - The Action

  @Test(arguments: usual) func whatOneUsuallyDoes(_ word: String) {
    let once = "And \(word) the list is long."
    #expect(isSeen(.falseStar, action: "\(once) \(once)"))
    #expect(!isSeen(.falseStar, action: once))
    #expect(!isSeen(.falseStar, action: "And rarely the list is long. And rarely it is short."))
  }

  @Test(arguments: reporting) func whatIsReportedIsNoHabit(_ word: String) {
    let said = "They \(word) it would be long."
    #expect(!isSeen(.falseStar, action: "\(said) \(said)"))
    let meant = "They, whom I \(word), it would be long."
    #expect(isSeen(.falseStar, action: "\(meant) \(meant)"))
  }

  @Test(arguments: habits) func whatIsDoneEachTimeIsAHabitOfThePast(_ word: String) {
    let each = "Every \(word) the two of us would meet."
    #expect(!isSeen(.falseStar, action: "\(each) \(each)"))
    let some = "Some \(word) the two of us would meet."
    #expect(isSeen(.falseStar, action: "\(some) \(some)"))
  }

  @Test(arguments: ["better", "already", "been", "seen", "never", "just"])
  func hadIsNotWould(_ word: String) {
    let had = "And I'd \(word) the list."
    #expect(!isSeen(.falseStar, action: "\(had) \(had)"))
  }

  @Test(arguments: states) func aStateIsNoPassive(_ word: String) {
    let state = "The list was \(word) of the shop."
    #expect(!isSeen(.passive, action: "\(state) \(state)"))
    let done = "The list was moved of the shop."
    #expect(isSeen(.passive, action: "\(done) \(done)"))
    #expect(!isSeen(.passive, action: done))
  }

  @Test(arguments: ["was", "were", "been", "being"]) func aPassiveHasAnAuxiliary(_ word: String) {
    let done = "The list \(word) moved to the shop."
    #expect(isSeen(.passive, action: "\(done) \(done)"))
    #expect(!isSeen(.passive, action: "The list is moved to the shop. The list is moved."))
  }

  @Test(arguments: [("", false), ("up", false), ("up there", false), ("up there then", true)])
  func whoDidItIsNearThePassive(_ between: String, isSeen isNoted: Bool) {
    let done = "The list was moved \(between) by the boss of it."
    #expect(isSeen(.passive, action: "\(done) \(done)") == isNoted)
  }

  @Test(arguments: emptyVerbs) func aVerbThatShowsNothing(_ word: String) {
    let line = "And to \(word) growth in the town."
    #expect(isSeen(.emptyVerbs, action: "\(line) \(line) \(line)"))
    #expect(!isSeen(.emptyVerbs, action: "\(line) \(line)"))
  }

  @Test(arguments: onTheRoad) func whoDrivesSomewhereDrives(_ word: String) {
    let line = "And she drove \(word) town."
    #expect(!isSeen(.emptyVerbs, action: "\(line) \(line) \(line)"))
  }

  @Test(arguments: ["we", "we'd", "we've", "we're", "we'll"]) func togetherIsCounted(_ word: String)
    throws
  {
    let action = "And \(word) the shop and the door and the shop and the door of the town and more."
    let seen = StarAnswer(action: action).observations(
      in: ObservationContext(competency: "data"), kinds: [.iAndWe])
    #expect(seen.map(\.note) == ["1 “we”, no “I”."])
  }

  @Test(arguments: ["i", "i'd", "i've", "i'm", "i'll"]) func whoeverSaysIHasSaidIt(_ word: String) {
    let action = "And \(word) the shop and the door and the shop and the door of the town and more."
    #expect(!isSeen(.iAndWe, action: action))
    #expect(isSeen(.iAndWe, action: action.replacing("\(word) the", with: "he the")))
  }

  @Test func aScrapSaysNothingOfWhoDidIt() {
    let fourteen = "the shop and the door and the shop and the door of the town"
    #expect(!isSeen(.iAndWe, action: fourteen))
    #expect(isSeen(.iAndWe, action: fourteen + " and"))
  }

  // MARK: - The Result

  @Test(arguments: decisions) func aDecisionIsEvidence(_ phrase: String) {
    #expect(!isSeen(.evidence, result: "It went on and the shop \(phrase) the list."))
    #expect(isSeen(.evidence, result: "It went on and the shop liked the list."))
  }

  @Test(arguments: saying) func whatSomebodySaysIsEvidence(_ word: String) {
    #expect(!isSeen(.evidence, result: "It went on and the boss \(word) for the list."))
    for who in ["i", "we", "i'd", "i've", "it was", "they were", "it had been"] {
      #expect(isSeen(.evidence, result: "It went on and \(who) \(word) the list."), "\(who)")
    }
  }

  @Test func threeQuotedWordsAreEvidence() {
    #expect(isSeen(.evidence, result: "It went on and was “well done” in the shop."))
    #expect(!isSeen(.evidence, result: "It went on and was “very well done” in the shop."))
  }

  @Test(arguments: lessons) func aLessonIsSaidInManyWays(_ phrase: String) {
    #expect(!isSeen(.learning, result: "It went on and \(phrase) the list.", on: "failure"))
    #expect(isSeen(.learning, result: "It went on and so the list.", on: "failure"))
    #expect(!isSeen(.learning, result: "It went on and so the list.", on: "data"))
  }

  @Test(arguments: ["now", "today", "since"]) func whatIsDoneNowIsALesson(_ word: String) {
    #expect(
      !isSeen(.learning, result: "It went on. \(word), for the shop, I knock.", on: "mistake"))
    #expect(
      isSeen(.learning, result: "It went on. \(word), for the shop, they knock.", on: "mistake"))
  }

  @Test(arguments: ["every", "each", "all"]) func whatIsDoneEachTimeSinceIsALesson(_ word: String) {
    for when in ["after", "since"] {
      let result = "On \(word) job \(when) that I knock."
      #expect(!isSeen(.learning, result: result, on: "mistake"), "\(result)")
    }
    #expect(isSeen(.learning, result: "On some job after that they knock.", on: "mistake"))
    #expect(isSeen(.learning, result: "On \(word) job before that I knock.", on: "mistake"))
  }

  @Test(arguments: vague) func aWordWithoutAMeasure(_ word: String) {
    // One in twenty-five words, and in one more.
    let size = word.split(separator: " ").count
    let rest = Array(repeating: "shop", count: 25 - size).joined(separator: " the ")
      .split(separator: " ").prefix(25 - size).joined(separator: " ")
    #expect(isSeen(.vague, result: "\(word) \(rest)"))
    #expect(!isSeen(.vague, result: "\(word) \(rest) of"))
    #expect(!isSeen(.vague, result: "of \(rest)"))
  }

  @Test(arguments: 0...8) func aFigureNearByIsAMeasure(_ between: Int) {
    let words = Array(repeating: "the", count: between).joined(separator: " ")
    #expect(isSeen(.vague, result: "It improved \(words) 40 of it.") == (between >= 6))
    #expect(isSeen(.vague, result: "It is 40 \(words) improved of it.") == (between >= 6))
  }

  // MARK: - Single words

  @Test(arguments: tone) func aWordThatMayBeTakenAmiss(_ word: String) {
    #expect(isSeen(.tone, result: "They \(word) of the shop and it was the town."))
    #expect(!isSeen(.tone, result: "They paint of the shop and it was the town."))
  }

  @Test(arguments: ["stupid", "useless", "incompetent", "clueless"])
  func aThingMayBeCalledSo(_ word: String) {
    #expect(!isSeen(.tone, result: "It was the \(word) drill of the shop."))
  }

  @Test(arguments: people) func whoIsCalledSoIsAPerson(_ word: String) {
    #expect(isSeen(.tone, result: "And so \(word) and the stupid drill of the shop."))
    #expect(!isSeen(.tone, result: "And so \(word) and of the stupid drill of the shop."))
    #expect(isSeen(.tone, result: "It was the stupid \(word) of the shop."))
    #expect(!isSeen(.tone, result: "It was the stupid old \(word) of the shop."))
  }

  @Test(arguments: chemicals) func toxicThingsAreToxic(_ word: String) {
    #expect(!isSeen(.tone, result: "It was the toxic \(word) of the shop."))
    #expect(isSeen(.tone, result: "It was the toxic mood of the shop."))
  }

  @Test(arguments: hedges) func aWordThatHoldsBack(_ word: String) {
    let rest = Array(repeating: "the shop and of it", count: 16).joined(separator: " ")
    #expect(isSeen(.hedges, result: "It \(word) was. It \(word) was. \(rest)"))
    #expect(!isSeen(.hedges, result: "It \(word) was. \(rest.prefix(40))"))
    #expect(!isSeen(.hedges, result: "It \(word) was. It \(word) was. \(rest) \(rest.prefix(90))"))
  }

  @Test(arguments: kinds) func aKindIsNamed(_ word: String) {
    for phrase in ["kind of", "sort of"] {
      let line = "It was \(word) \(phrase) shop."
      #expect(!isSeen(.hedges, result: "\(line) \(line)"), "\(line)")
    }
    #expect(isSeen(.hedges, result: "It was so kind of new. It was so sort of old."))
  }

  @Test(arguments: ["in", "before", "after", "as", "when", "under", "over"])
  func justThenIsExact(_ word: String) {
    let line = "It was just \(word) the shop."
    #expect(!isSeen(.hedges, result: "\(line) \(line)"))
  }

  @Test(arguments: fillers) func aWordThatFillsAPause(_ word: String) {
    func isFilled(_ count: Int, _ sign: String = ",", words: Int = 0) -> Bool {
      let lines = Array(repeating: "It was\(sign) \(word)\(sign) the shop.", count: count)
      let rest = Array(repeating: "the", count: words)
      return isSeen(
        .fillers, result: (lines + rest).joined(separator: " "), isTranscript: true)
    }
    #expect(isFilled(4) && !isFilled(3))
    let isAWord = ["like", "you know", "i mean"].contains(word)
    #expect(isFilled(4, "") == !isAWord)
    // Four in a hundred words, and in one more.
    let size = 4 * (4 + word.split(separator: " ").count)
    #expect(isFilled(4, words: 100 - size) && !isFilled(4, words: 101 - size))
  }

  // MARK: - Verbs and English

  @Test(arguments: beforeParticiples) func afterTheseItIsNoVerbInThePast(_ word: String) {
    #expect(!Prose("shop \(word) heard").isPast(at: 2))
    #expect(Prose("shop people heard").isPast(at: 2))
  }

  @Test(arguments: pasts) func aVerbInThePast(_ word: String) {
    #expect(Verbs.isPastForm(word) && !Verbs.isPastForm(word + "ing"))
  }

  @Test(arguments: participles) func aParticiple(_ word: String) {
    #expect(Verbs.isParticiple(word) && !Verbs.isParticiple(word + "ing"))
  }

  @Test(arguments: notParticiples) func whatOnlyEndsAsAParticiple(_ word: String) {
    #expect(!Verbs.isPastForm(word) && !Verbs.isParticiple(word))
  }

  @Test(arguments: adverbs) func anAdverb(_ word: String) {
    #expect(Verbs.isAdverb(word) && !Verbs.isAdverb(word + "s"))
  }

  @Test func endingsAreLookedAtInLongWordsOnly() {
    #expect(!Verbs.isParticiple("red") && Verbs.isParticiple("used"))
    #expect(!Verbs.isAdverb("ugly") && Verbs.isAdverb("badly"))
  }

  @Test(arguments: common) func englishHasItsCommonWords(_ word: String) {
    func isEnglish(_ others: Int) -> Bool {
      AnswerProse(
        StarAnswer(
          action: ([word] + Array(repeating: "xyz", count: others)).joined(separator: " "))
      ).isEnglish
    }
    #expect(isEnglish(11) && !isEnglish(12))
  }

  @Test(
    arguments: [
      ("failure", true, false, false), ("mistake", true, false, false),
      ("feedback-taking", true, true, false), ("resilience", true, false, false),
      ("conflict", false, true, false), ("disagree-up", false, true, false),
      ("speaking-up", false, true, false), ("trust", false, true, true),
      ("inclusion", false, true, true), ("morale", false, true, true),
      ("feedback-giving", false, true, false), ("bad-news", false, true, false),
      ("teamwork", false, false, true), ("culture-add", false, false, true),
      ("data", false, false, false),
    ])
  func whatACompetencySaysOfAnAnswer(
    _ competency: String, isAboutFailure: Bool, isAboutRelations: Bool, isAboutTeamwork: Bool
  ) {
    let context = ObservationContext(competency: competency)
    #expect(context.isAboutFailure == isAboutFailure)
    #expect(context.isAboutRelations == isAboutRelations)
    #expect(context.isAboutTeamwork == isAboutTeamwork)
  }

  // MARK: - The words

  private static let usual = [
    "would", "wouldn't", "i'd", "we'd", "you'd", "usually", "always", "typically",
    "normally", "generally", "tend to", "in general", "i believe", "you should",
  ]

  private static let reporting = [
    "say", "says", "tell", "tells", "ask", "asks", "promise", "promises", "explain",
    "explains", "agree", "agrees", "answer", "answers", "reply", "replies", "know", "knows",
    "hope", "hopes",
  ]

  private static let habits = [
    "day", "days", "week", "weeks", "month", "months", "morning", "mornings", "evening",
    "evenings", "night", "nights", "afternoon", "shift", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "year", "hour", "quarter", "sprint", "time",
  ]

  private static let states = [
    "aligned", "amazed", "annoyed", "ashamed", "based", "bored", "closed", "committed",
    "complicated", "concerned", "confused", "convinced", "crowded", "dedicated",
    "delighted", "determined", "disappointed", "embarrassed", "engaged", "excited",
    "expected", "experienced", "finished", "frustrated", "impressed", "inclined",
    "interested", "involved", "limited", "located", "married", "mixed", "motivated",
    "needed", "overwhelmed", "pleased", "prepared", "qualified", "related", "relieved",
    "required", "satisfied", "scared", "shocked", "skilled", "stressed", "supposed",
    "surprised", "talented", "tired", "touched", "used", "worried", "outdated",
  ]

  private static let emptyVerbs = [
    "leverage", "leveraged", "leveraging", "champion", "championed", "championing",
    "empower", "empowered", "empowering", "align", "aligned", "aligning", "facilitate",
    "facilitated", "facilitating", "ensure", "ensured", "ensuring", "streamline",
    "streamlined", "streamlining", "optimise", "optimised", "optimising", "optimize",
    "optimized", "optimizing", "spearhead", "spearheaded", "spearheading", "orchestrate",
    "orchestrated", "orchestrating", "foster", "fostered", "fostering", "enable", "enabled",
    "enabling", "drive", "drove", "driven", "driving", "manage resistance",
    "managed resistance", "managing resistance", "manage expectations",
    "managed expectations", "engage stakeholders", "engaged stakeholders", "add value",
    "added value",
  ]

  private static let onTheRoad = [
    "to", "there", "home", "back", "up", "down", "over", "out", "off", "him", "her", "them",
    "us", "me", "it", "a", "an", "my", "his", "our", "their", "through", "for", "from",
    "into",
  ]

  private static let decisions = [
    "approved", "adopted", "accepted", "chosen", "chose", "renewed", "promoted",
    "reordered", "signed", "ordered", "orders it", "reopened", "rehired", "as the standard",
    "as a standard", "the standard", "rolled out", "rolled it out", "made it the rule",
    "made it permanent", "never again", "no longer", "to this day", "ever since",
    "still uses", "still use", "still in use", "not once since",
  ]

  private static let lessons = [
    "learned", "learnt", "learn", "lesson", "lessons", "taught me", "since then",
    "ever since", "from then", "from that day", "next time", "now i", "i now", "today i",
    "these days i", "i have since", "i've since", "and since", "do differently",
    "did differently", "after that i", "took from it", "take from it", "took from that",
    "take from that", "took away", "realised", "realized", "realise", "realize",
    "showed me", "shown me", "understood", "understand now", "changed how i",
    "changed the way", "made me", "never again", "to this day", "no longer",
  ]

  private static let saying = [
    "told", "said", "says", "wrote", "thanked", "asked", "asks", "called", "rang",
    "emailed", "admitted", "agreed", "praised", "recommended", "invited",
  ]

  private static let vague = [
    "very", "really", "a lot", "lots", "several", "various", "significantly",
    "substantially", "considerably", "greatly", "hugely", "massively", "successfully",
    "improved", "things",
  ]

  private static let times = [
    "january", "february", "march", "april", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter", "christmas",
    "easter", "yesterday", "ago", "once", "during", "morning", "afternoon", "evening",
    "night", "weekend", "midnight", "noon",
  ]

  private static let units = [
    "day", "week", "month", "year", "quarter", "term", "season", "shift", "time", "job",
    "project",
  ]

  private static let beforeUnits = [
    "one", "last", "that", "first", "second", "third", "fourth", "final", "previous", "same",
  ]

  private static let general = [
    "led", "drove", "managed", "worked", "handled", "helped", "supported", "delivered",
    "ensured", "dealt", "used", "involved", "required", "needed", "wanted", "faced",
    "leveraged", "championed", "aligned", "facilitated", "implemented", "transformed",
    "collaborated", "engaged", "achieved", "improved", "spearheaded", "empowered",
    "enabled", "expected", "optimised", "streamlined", "did",
  ]

  private static let standing = [
    "i", "we", "it", "there", "work", "role", "job", "responsibility", "responsibilities",
    "team", "company", "organisation", "organization", "business", "department", "position",
    "goal", "objective", "challenge", "environment",
  ]

  private static let qualities = [
    "needed", "required", "expected", "involved", "important", "key", "crucial",
    "essential", "critical", "necessary", "to",
  ]

  private static let tone = [
    "idiot", "idiots", "moron", "morons", "stupid", "useless", "toxic", "incompetent",
    "clueless", "gonna", "wanna", "gotta", "guys", "crap", "crappy", "shit", "bullshit",
    "dude", "sucked", "pissed", "single-handedly", "single handedly", "singlehandedly",
    "obviously", "never fail", "never fails", "never failed", "genius", "flawless",
    "flawlessly",
  ]

  private static let chemicals = [
    "waste", "fumes", "gas", "gases", "chemical", "chemicals", "substance", "substances",
    "material", "materials", "dust", "exposure",
  ]

  private static let people = [
    "he", "she", "they", "you", "he's", "she's", "they're", "him", "her", "them", "boss",
    "bosses", "manager", "managers", "management", "director", "colleague", "colleagues",
    "team", "people", "person", "man", "woman", "guy", "client", "clients", "customer",
    "customers", "supervisor", "everyone", "everybody", "somebody", "someone",
  ]

  private static let hedges = [
    "sort of", "kind of", "maybe", "i guess", "i suppose", "just", "basically", "actually",
    "hopefully",
  ]

  private static let kinds = [
    "what", "which", "this", "that", "the", "a", "any", "some", "same", "every", "each",
    "another", "other", "new", "different", "right", "wrong", "one", "no", "whatever",
  ]

  private static let fillers = [
    "um", "umm", "uh", "uhm", "er", "erm", "like", "you know", "i mean",
  ]

  private static let beforeParticiples = [
    "am", "is", "are", "be", "been", "being", "i'm", "he's", "she's", "it's", "we're",
    "they're", "you're", "that's", "has", "have", "i've", "we've", "they've", "you've",
    "having", "get", "gets", "getting", "feel", "feels", "stay", "stays", "keep", "keeps",
    "remain", "become", "seem", "seems", "look", "looks", "a", "an", "the", "my", "our",
    "your", "his", "her", "its", "their", "this", "these", "those", "any", "some", "each",
    "every", "no", "both", "of", "in", "on", "at", "by", "for", "with", "from", "to",
    "about", "as", "without", "so", "too", "more", "most", "well", "quite", "very",
  ]

  private static let adverbs = [
    "then", "also", "never", "first", "just", "not", "soon", "still", "already", "always",
    "often", "usually", "even", "once", "twice", "only", "all", "again", "now",
  ]

  private static let notParticiples = [
    "speed", "feed", "seed", "weed", "deed", "indeed", "exceed", "proceed", "succeed",
    "hundred", "breed", "bleed", "greed", "unneeded", "need", "embed", "sacred", "naked",
    "wicked",
  ]

  private static let pasts = [
    "ate", "became", "began", "bought", "broke", "brought", "built", "came", "caught",
    "chose", "drew", "drove", "fell", "felt", "found", "gave", "got", "heard", "held",
    "kept", "knew", "led", "left", "lost", "made", "meant", "met", "paid", "ran", "rang",
    "rode", "said", "sat", "saw", "sent", "slept", "sold", "sought", "spent", "spoke",
    "stood", "swam", "taught", "thought", "threw", "told", "took", "understood", "went",
    "woke", "won", "wore", "wrote",
  ]

  private static let participles = [
    "begun", "bought", "broken", "brought", "built", "caught", "chosen", "cut", "done",
    "drawn", "driven", "found", "given", "held", "hidden", "kept", "led", "made", "met",
    "paid", "put", "run", "sent", "set", "shown", "shut", "sold", "spoken", "stolen",
    "taken", "taught", "thrown", "told", "written",
  ]

  private static let common = [
    "the", "a", "and", "to", "of", "was", "were", "it", "that", "with", "for", "my", "we",
    "they", "he", "she", "but", "not", "this", "had", "on", "i",
  ]
}
