import Application
import ArgumentParser
import Files

/// What can be said of an interview's time beside when it is.
struct InterviewTime: ParsableArguments {
  @Option(help: "The zone of that time, such as Europe/Lisbon; without it, that of this machine.")
  var zone: String?

  @Flag(help: "Add it even if there is one with the same employer within a day of it.")
  var another = false
}

struct InterviewsAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an interview; the plan goes to its start.",
    discussion: """
      Without NAME or --at you are asked for them on a terminal. --from takes an invitation as Outlook, Google, Apple and others send it: a file that ends in .ics, or \
      a mail that holds one; or the text of one, pasted with the line that says when. Times are by the zone that it names. Taken in again it adds nothing; one that \
      moves or calls off an interview that came by it does so here.
      """)

  @Argument(help: "The employer; an invitation may show it.", completion: .employers)
  var name: String?

  @OptionGroup var time: InterviewTime

  @Option(
    help:
      "When it starts, as you would say it: “3 dec 14:00”, “thu 2pm”, “in 6 days”, 2026-12-03T14:00; a day alone will do."
  )
  var at: String?

  @Option(
    help: "An invitation to take in instead of --at; - is standard input.", completion: .file())
  var from: String?

  @Option(
    parsing: .unconditional,
    help:
      "Which round it is (default: the one after the last, or 2 if there is none; for a past date the first one missing)."
  )
  var round: Int?

  func validate() throws {
    if let name, name.allSatisfy(\.isWhitespace) {
      throw ValidationError("NAME must not be empty.")
    }
    let canAsk = at == nil && from == nil && StandardStreams.isInputTerminal
    if !canAsk, (at == nil) == (from == nil) {
      throw ValidationError("give --at WHEN or --from FILE, one of the two.")
    }
    if !canAsk, name == nil, from == nil {
      throw ValidationError("give the employer: NAME --at WHEN.")
    }
    if let round, !(1...99).contains(round) {
      throw ValidationError("--round takes a whole number from 1 to 99.")
    }
  }

  func run(in machine: Machine) throws {
    let interviews = try Interviews(in: machine)
    if let name, let at {
      try interviews.add(
        with: name, at: at, zone: time.zone, round: round, isAnother: time.another)
    } else if let from {
      try interviews.add(
        from: from, with: name, zone: time.zone, round: round, isAnother: time.another)
    } else {
      try interviews.ask(with: name, zone: time.zone, round: round, isAnother: time.another)
    }
  }
}
