import Application
import ArgumentParser
import Decks
import Plain
import Practice
import Terminal

/// Goes straight into a session.
struct PracticeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Practise: today's session, or what is asked for.",
    discussion: """
      Without arguments it is today's session, from where it was left: the first day of the plan. With \
      arguments it is another session, and what you answer in it counts for today's. --new gives more \
      when today's is done.

      With --plain the keys of each place are said once, and ? says them again; each is followed by \
      Enter. Before the answer: Enter reveals, m speaks by the clock, t types, E writes in your \
      editor, h gives the headline, K names only the story, O asks in other words, F says what it is after; with \
      practice.sureness on, > and < say how sure you are. After it: 1 again, 2 hard, 3 good, 4 easy, + \
      ticks all and +letters those, Enter takes the suggested grade once you have ticked, l lists the \
      ticks, p draws a follow-up (a answered, n thin, z stuck), L plays the recording, K says which \
      story you told, S keeps an answer in words as a story, d is done where there is no grade, r goes \
      back to the question. At both: e writes a note, B buries the card until tomorrow, x suspends it, \
      N says that it does not apply to you, s skips it, u takes the last step back. Always: q or the \
      end of input ends the session.
      """)

  @Argument(
    help: ArgumentHelp("Only these decks, or these cards.", valueName: "deck|deck/card"),
    completion: .decksAndCards)
  var names: [String] = []

  @Option(
    help: "Only questions that one of your stories answers, by its number or its title.",
    completion: .stories)
  var story: String?

  @Option(
    help: "Only cards of a family, by its name or its code.", completion: .families)
  var family: String?

  @Option(help: "Only cards with that tag of your own, or of that competency.")
  var tag: String?

  @Option(parsing: .unconditional, help: "The minutes there are (default: those of the settings).")
  var minutes: Double?

  @Option(parsing: .unconditional, help: "The most cards.")
  var cards: Int?

  @Option(
    help:
      "Ten questions that you have never met, with only seconds for each: pick names the story that fits, reading says what it is after."
  )
  var drill: Drill?

  @Flag(help: "Only weak cards.")
  var weak = false

  @Flag(help: "Only the parts of answers that need work.")
  var rebuild = false

  @Flag(help: "Only cards of the core set.")
  var core = false

  @Option(parsing: .upToNextOption, help: "Only these kinds of card.")
  var kind: [CardKind] = []

  @Option(
    parsing: .unconditional,
    help: "What wordings are drawn from, for a session that can be repeated.")
  var seed: UInt64?

  @Flag(help: "Another session, even if today's is not done.")
  var new = false

  @Flag(help: "Line by line, without a screen: for screen readers, pipes and simple terminals.")
  var plain = false

  func validate() throws {
    if let minutes, !(minutes > 0 && minutes <= 1440) {
      throw ValidationError("--minutes takes a number above 0, at most 1440.")
    }
    if let cards, cards < 1 { throw ValidationError("--cards takes a whole number from 1.") }
  }

  func run(in machine: Machine) throws {
    guard !plain else { return try PlainPractice.run(in: machine, request) }
    do {
      try Trainer.run(in: machine, opening: .session(request))
    } catch let error as TerminalError {
      // What is asked for may be wrong as well, and would be in a terminal, too.
      _ = try request(Workspace.forCommand(in: machine))
      throw error
    }
  }

  enum Drill: String, CaseIterable, ExpressibleByArgument {
    case pick, reading

    fileprivate var task: SessionItem.Task { self == .pick ? .pick : .reading }
  }

  /// Whether it is today's session: nobody has said what to practise.
  private var goesOn: Bool {
    names.isEmpty && drill == nil && kind.isEmpty && minutes == nil && cards == nil && seed == nil
      && !weak && !rebuild && !core && !new && story == nil && family == nil && tag == nil
  }

  /// What is asked for; nil is today's session.
  private func request(_ workspace: Workspace) throws -> SessionRequest? {
    if goesOn { return nil }
    var request = try workspace.request(for: names)
    request.kinds = kind
    if let story { try workspace.ask(for: story, in: &request) }
    if let family { request.families = [try workspace.family(named: family)] }
    if let tag { request.among = try workspace.cards(tagged: tag) }
    request.drill = drill?.task
    request.coreOnly = core
    request.weakOnly = weak
    request.rebuildsOnly = rebuild
    request.cards = cards
    // Who asks for a number of cards wants that many, however long they take.
    request.minutes = minutes ?? (cards == nil ? request.minutes : nil)
    request.isDaily = minutes == nil && cards == nil
    request.seed = seed ?? request.seed
    return request
  }
}
