import Application
public import ArgumentParser
public import Campaign
public import Decks
public import Scheduler

// How the command line reads values of the modules below.

extension CardKind: ExpressibleByArgument {}

extension ModelName: ExpressibleByArgument {}

extension Grade: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension LogEntry.Landing: ExpressibleByArgument {}

extension Verdict.State: ExpressibleByArgument {}
