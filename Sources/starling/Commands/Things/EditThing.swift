import Application
import ArgumentParser
import Campaign
import Exchange
import Store

/// Lets the person edit one thing as a form.
struct EditThing<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "edit", abstract: "Edit one in your editor, as YAML.")
  }

  @Argument(help: "Its number, or its text.")
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let old = try Thing.one(named: name, names)
    let form = old.form(names, in: workspace)
    func keep(_ edited: Thing) throws -> Thing? {
      try old.keep(edited, in: workspace, names) ? edited : nil
    }
    let kept =
      try from.map { try keep(form.read(from: $0)) }
      ?? form.edited(old.thing, with: workspace.formEditor(Thing.formName), keeping: keep)
    Output.warn(kept.map { "changed “\($0.title)”" } ?? "nothing has changed")
  }
}
