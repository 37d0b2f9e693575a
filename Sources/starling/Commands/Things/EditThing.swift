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
    let editing = old.editing(names, in: workspace)
    func keep(_ thing: Thing) throws -> Void? {
      guard thing != old else { return nil }
      try old.refuseIfChanged(in: workspace)
      return try thing.keep(in: workspace, names)
    }
    let kept: Void? =
      try from.map { try keep(editing.read(from: $0)) }
      ?? editing.edited(old, with: workspace.formEditor(Thing.noun), keeping: keep)
    if kept == nil { Output.warn("nothing has changed") }
  }
}
