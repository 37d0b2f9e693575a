import Application
import ArgumentParser

struct InterviewsEdit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Move an interview with --at, or edit it in your editor, as YAML.")

  @Argument(
    help: "The employer, or the number that “interviews list” gives.", completion: .employers)
  var name: String

  @Option(
    help: "Read the form, or an invitation to it, from this file instead; - is standard input.",
    completion: .file())
  var from: String?

  @Option(help: "Move it: when it starts, as you would say it; a time alone is of its day.")
  var at: String?

  @OptionGroup var time: InterviewTime

  func validate() throws {
    if at != nil, from != nil { throw ValidationError("give --at or --from, not both.") }
    if at == nil, from == nil && time.zone != nil || time.another {
      throw ValidationError("--zone and --another belong to --at.")
    }
  }

  func run(in machine: Machine) throws {
    let interviews = try Interviews(in: machine)
    guard let at else { return try interviews.edit(name, from: from, zone: time.zone) }
    try interviews.move(name, to: at, zone: time.zone, isAnother: time.another)
  }
}
