import Application
import ArgumentParser
import Campaign
import Exchange
import Practice
import Scheduler
import Store

struct InterviewsEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit an interview in your editor, as YAML.")

  @Argument(help: "The employer, or the number that “interviews list” gives.")
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let named = try workspace.interviews(named: name)
    let key = (named.first { $0.start > SystemClock.now.time } ?? named.last)?.id
    guard let old = names.notebook.interview(key) else {
      throw StoreError.gone(what: "the interview")
    }
    let form = old.form(names, in: workspace)
    func keep(_ edited: Interview) throws -> Interview? {
      try old.keep(edited, in: workspace, names) ? edited : nil
    }
    let interview =
      try from.map { try keep(form.read(from: $0)) }
      ?? form.edited(old.thing, with: workspace.formEditor(Interview.formName), keeping: keep)
    guard let interview else { return Output.warn("nothing has changed") }
    Output.warn("changed \(interview.employer), round \(interview.round)")
    if let note = interview.newcomersNote { Output.warn(note) }
  }
}
