import Decks
import Practice
import Scheduler
import Screen

@testable import TUI

/// Every step of a session, as a fixture that stands at it.
enum PracticeStep: String, CaseIterable, Sendable {
  case confident, marking, paused, headline, headlineRevealed = "headline-revealed"
  case pick, pickRevealed = "pick-revealed", typing, typed
  case marked, ticked, probing, probed, lastAnswer = "last-answer", draft
  case rebuild, rebuilt, regrade, stuck, followUp = "follow-up", task, left
  case outlook, observed, named, toldBefore = "told-before"
  case naming, toldAgain = "told-again", heard
  case reading, read, readRevealed = "read-revealed"
  case warmUp = "warm-up", warmedUp = "warmed-up", readingDrilled = "reading-drilled"

  func fixture(_ size: Size = Size(width: 80, height: 24)) -> AppFixture {
    var fixture = AppFixture(
      size: size, cards: cards, tasks: tasks,
      isBegun: self == .left)
    fixture.asksSureness = self == .confident
    guard self != .left else { return fixture }
    fixture.press(.enter)
    drive(&fixture)
    return fixture
  }

  private var tasks: [SessionItem.Task] {
    switch self {
    case .rebuild, .rebuilt: [.rebuild]
    case .regrade: [.regrade]
    case .stuck: [.probe]
    case .warmUp, .warmedUp: [.pick, .pick]
    case .readingDrilled: [.reading]
    default: []
    }
  }

  private var cards: [SessionCard] {
    var star = AppFixture.cards[0]
    switch self {
    case .rebuild, .rebuilt, .lastAnswer: star.history = Self.history(.spoken)
    case .regrade: star.history = Self.history(.typed)
    case .stuck: star.history = Self.history(.spoken, stuck: "What evidence did you bring?")
    case .named, .toldBefore, .naming, .toldAgain: star.freshStory = "Night list"
    case .heard: star.history = Self.history(.spoken, story: 1)
    case .draft: star.draft = ["It was a Monday."]
    case .followUp: star.card.kind = .probe
    case .task:
      star.card.kind = .task
      star.card.ticks = ["restates the goal", "lists assumptions", "leaves time to check"]
    default: break
    }
    return [star] + AppFixture.cards.dropFirst()
  }

  /// An answer of the day before whose Result was thin.
  private static func history(_ mode: AnswerMode, stuck: String? = nil, story: Int64? = nil)
    -> CardHistory
  {
    var moment = AppFixture.evening
    moment.time = moment.time.adding(days: -1)
    var attempt = Attempt(card: AppFixture.cards[0].card.id, kind: .star, moment: moment)
    attempt.id = 1
    attempt.story = story
    attempt.mode = mode
    if mode == .spoken {
      attempt.duration = 88_000
      attempt.times = PartTimes(situation: 30_000, task: 8_000, action: 44_000, result: 6_000)
    } else {
      attempt.texts = [
        "In March our manager cut the night shift's handover.", "I ran the night shift.",
        "I counted what went wrong for two weeks, then asked him for ten minutes alone.",
        "It went well.",
      ]
    }
    attempt.setTicks([.s1, .s2, .t1, .a1, .a2, .r2, .d1, .d2, .d3])
    if let stuck { attempt.probes = [ProbeAnswer(question: stuck, result: .stuck)] }
    return CardHistory([attempt])
  }

  private func drive(_ fixture: inout AppFixture) {
    switch self {
    case .confident: fixture.press(.right)
    case .marking: fixture.speak(until: 83, finish: false)
    case .paused:
      fixture.speak(until: 83, finish: false)
      fixture.press(.character("p"))
    case .headline, .headlineRevealed:
      fixture.press(.character("h"))
      fixture.send(.tick, after: 17)
      if self == .headlineRevealed { fixture.press(.enter, .character("b")) }
    case .pick, .pickRevealed:
      fixture.press(.character("K"), .down)
      fixture.send(.tick, after: 4)
      if self == .pickRevealed { fixture.press(.enter) }
    case .typing, .typed:
      fixture.press(.character("t"))
      fixture.send(.paste("It was a Monday in March, and our manager had cut the handover. 👩‍🚒"))
      fixture.press(.tab)
      fixture.send(.paste("I ran the night shift."))
      if self == .typed { fixture.press(.control("d"), .character("b")) }
    case .marked, .lastAnswer: fixture.speak(until: 94)
    case .ticked:
      fixture.speak(until: 94)
      fixture.tick("bcfijklm vw")
    case .probing:
      fixture.speak(until: 94)
      fixture.press(.character("p"))
      fixture.send(.tick, after: 12)
    case .probed:
      fixture.speak(until: 94)
      fixture.tick("bcfijklm vw")
      fixture.press(.character("p"), .character("a"), .character("p"), .character("z"))
    case .observed:
      fixture.press(.character("t"))
      for text in [
        "In March our manager cut the handover between the shifts, on a Monday, without a word.",
        "I ran the night shift.",
        "We counted what went wrong. We wrote it down and we asked him for ten minutes alone.",
        "It improved significantly.",
      ] {
        fixture.send(.paste(text))
        fixture.press(.tab)
      }
      fixture.press(.control("d"))
      fixture.press(.pageDown, .pageDown, .pageDown)
    case .named, .toldBefore:
      fixture.press(.character("K"))
      fixture.press(.enter, after: 4)
      if self == .named { fixture.press(.escape) }
    case .naming, .toldAgain:
      fixture.speak(until: 94)
      fixture.press(.character("K"))
      if self == .toldAgain { fixture.press(.enter) }
    case .rebuild, .regrade, .stuck, .draft, .left, .heard, .warmUp: break
    case .reading, .read, .readRevealed:
      fixture.press(.character("F"), .down)
      fixture.send(.tick, after: 4)
      if self == .read { fixture.press(.enter) }
      if self == .readRevealed { fixture.press(.character("d"), .enter) }
    case .warmedUp:
      fixture.press(.character(" "), .down)
      fixture.press(.enter, after: 6)
    case .readingDrilled:
      fixture.press(.character(" "))
      fixture.press(.character("c"), after: 3)
    case .rebuilt:
      fixture.press(.character(" "))
      fixture.press(.enter, after: 21)
      fixture.press(.character("m"))
    case .followUp, .task:
      fixture.press(.character(" "))
      fixture.press(.enter, after: 35)
      fixture.press(.character(self == .task ? "b" : "n"))
    case .outlook:
      fixture.press(.enter, .character("1"), .enter, .character("4"))
      fixture.press(.enter, .character("2"), .enter, .character("3"))
      _ = fixture.app.update(.outlook(SessionOutlook(today: AppFixture.today)))
    }
  }
}

extension AppFixture {
  /// Speaks a story, with its parts marked after 22, 31 and 82 seconds.
  mutating func speak(until seconds: Int, finish: Bool = true) {
    press(.character(" "))
    press(.character(" "), after: 22)
    press(.character(" "), after: 9)
    if seconds > 82 {
      press(.character(" "), after: 51)
      send(.tick, after: seconds - 82)
    } else {
      send(.tick, after: seconds - 31)
    }
    if finish { press(.enter) }
  }

  /// Ticks lines by their keys; blanks do nothing.
  mutating func tick(_ keys: String) {
    for key in keys where key != " " { press(.character(key)) }
  }
}
