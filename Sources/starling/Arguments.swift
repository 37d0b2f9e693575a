package import Application
public import ArgumentParser
public import Campaign
public import Decks
import Exchange
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
extension Sheet.Format: ExpressibleByArgument {}
extension Export.Format: ExpressibleByArgument {}
extension CardName: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
