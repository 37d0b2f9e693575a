import ArgumentParser
import Campaign

/// The command for all things of a sort.
struct ThingsCommand<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Thing.command, abstract: Thing.abstract,
      subcommands: [
        ListThings<Thing>.self, AddThing<Thing>.self, ShowThing<Thing>.self,
        EditThing<Thing>.self, DeleteThing<Thing>.self,
      ] + extra, defaultSubcommand: ListThings<Thing>.self)
  }

  /// What only this sort can do.
  private static var extra: [any ParsableCommand.Type] {
    switch Thing.command {
    case Story.command: [StoriesTold.self, StoriesMatrix.self]
    case Fact.command: [FactsCheck.self]
    case Doubt.command: [DoubtsSaid.self]
    case Question.command: [QuestionsPick.self]
    case Requirement.command: [AdvertPaste.self]
    case Criterion.command: [DecisionSay.self, DecisionTable.self]
    default: []
    }
  }
}
