public import Decks

/// A panel that was rehearsed, or that a friend plays from a sheet: what is asked, and how it went.
public struct Rehearsal: Equatable, Sendable {
  public var title = ""
  /// What it is for; nil for a panel of nobody in particular.
  public var interview: Number<Interview>?
  /// Its day, in days since 1 January 1970.
  public var day = 0
  public var company = Company.alone
  /// The temper of those who asked, as ``Panel/Temper`` numbers it.
  public var temper = Panel.Temper.usual.rawValue
  /// Whether it was sat through to its end.
  public var isWhole = false
  /// As they are put, or were until it ended, each with its card behind it in brackets where it has one.
  public var questions: [String] = []
  /// What a friend made of the answers, in the order of the questions.
  public var marks: [String] = []
  public var report = ""

  /// Who asks.
  public enum Company: String, CaseIterable, Sendable { case alone, friend }

  /// What a friend may make of an answer.
  public typealias Mark = LogEntry.Landing
  /// What stands where a friend said nothing.
  public static let noMark = "–"

  public init() {}

  public init(today: Int) { day = today }

  /// - Parameters:
  ///   - panel: what is asked.
  ///   - interview: what it is for.
  ///   - company: who asks.
  ///   - day: its day, in days since 1 January 1970.
  public init(of panel: Panel, for interview: Kept<Interview>?, with company: Company, on day: Int)
  {
    self.interview = interview?.id
    self.company = company
    self.day = day
    temper = panel.temper.rawValue
    title =
      interview.map { "\($0.employer), round \($0.round)" } ?? "a panel of nobody in particular"
    // Of one that was sat it has those that were answered: the others may not even have been put.
    let count = company == .friend ? panel.turns.count : (panel.answers.last?.turn ?? -1) + 1
    questions = panel.turns.prefix(count).map { turn in
      let voices = [turn.first, turn.second].compactMap(\.self)
      let words = voices.map { "\(panel.personas[$0.persona].title): “\($0.question.text)”" }
      let card = turn.first.question.card.map { " (\($0))" } ?? ""
      return words.joined(separator: " At once, ") + card
    }
  }

  /// The cards whose answers a friend marked so.
  public func cards(marked mark: Mark) -> Set<CardID> {
    Set(
      zip(questions, marks).compactMap { question, word in
        word == mark.rawValue ? Self.card(in: question) : nil
      })
  }

  /// The card that stands in brackets behind a question.
  static func card(in question: String) -> CardID? {
    guard question.last == ")", let open = question.lastIndex(of: "(") else { return nil }
    return CardID(String(question[question.index(after: open)...].dropLast()))
  }

  /// How it went, in a word or two.
  public var state: String {
    if !isWhole { return company == .friend ? "to be marked" : "ended early" }
    return isMarked ? markWords : "whole"
  }

  /// So many whole panels are worth sitting: practice of whole interviews brought most for its time at
  /// nine (a study of 558 young people).
  public static let goal = 9
}

extension Rehearsal: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Rehearsal>]> { \.rehearsals }
  public static let table = "rehearsals"
  public static let noun = "panel"
  public static let fields: [Field<Rehearsal>] = [
    Field(
      "panel", .text(\.title), column: "title", isRequired: true, isIdentity: true,
      hint: "what it is for"),
    Field(nil, .round(\.interview), column: "interview", isIdentity: true),
    Field("day", .day(\.day.orNil), isIdentity: true, hint: "when it was"),
    Field("with", .choice(\.company), column: "company"),
    Field("temper", .number(\.temper.orNil, in: 1...3), hint: "1 calm, 2 as usual, 3 hard"),
    Field("whole", .truth(\.isWhole), column: "is_whole", hint: "it came to its end"),
    Field(
      "questions", .lines(\.questions), isIdentity: true, hint: "what is asked, a line each"),
    Field(
      "marks", .lines(\.marks),
      hint: "what a friend made of each answer, a line each: strong, fine, thin or –"),
    Field("report", .text(\.report), length: .lines, hint: "how it went"),
  ]

  public static let command = "panels"
  public static let abstract =
    "Panels that you rehearsed, with their reports, and a friend's marks."
  public static let columns: [Column<Rehearsal>] = [
    "day", "with", Column("STATE") { panel, _ in panel.thing.state }, "panel",
  ]
}

extension Notebook {
  /// How many panels were sat through to their ends.
  public var wholePanels: Int { rehearsals.count(where: \.isWhole) }

  /// The day of the last of them, in days since 1 January 1970.
  public var lastPanelDay: Int? { rehearsals.filter(\.isWhole).map(\.day).max() }
}
