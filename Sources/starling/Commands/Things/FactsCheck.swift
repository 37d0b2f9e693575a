import Application
import ArgumentParser
import Campaign
import Exchange
import Scheduler
import Store

/// Says that a fact still holds.
struct FactsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say that a fact was checked today and still holds.")

  @Argument(help: "Its number, or its text.")
  var name: String

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    var fact = try Fact.one(named: name, names)
    fact.day = names.today.number
    try workspace.store.keep([Item(fact)])
    Output.warn("“\(fact.text)” holds for \(fact.shelfLife) more days")
  }
}
