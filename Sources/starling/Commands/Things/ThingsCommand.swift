import Application
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
    switch Thing.self {
    case is Story.Type: [StoriesTold.self, StoriesMatrix.self]
    case is Doubt.Type: [DoubtsSaid.self]
    case is Fact.Type: [FactsCheck.self]
    case is Question.Type: [QuestionsPick.self]
    case is Requirement.Type: [AdvertPaste.self]
    case is Rehearsal.Type: [PanelsMarks.self]
    case is Criterion.Type: [DecisionSay.self, DecisionTable.self]
    default: []
    }
  }
}

extension ListedThing {
  /// Its command.
  static var things: any ParsableCommand.Type { ThingsCommand<Self>.self }
}
