import Campaign
import Screen

/// What a command of the command line does here, so that whoever finds it in the palette has it done.
extension ShellCommand {
  /// - Parameters:
  ///   - path: the screens that are open.
  ///   - stage: the stage.
  /// - Returns: what is done; nil where it is being done already.
  func deed(path: [any ScreenModel], on stage: Stage) -> PaletteEntry.Deed? {
    if let place = Self.places[name] {
      return place.isOpen(on: stage) ? .place(place, pressing: nil) : .explain(name)
    }
    if let part = Self.parts[name] { return .part(part, pressing: name == "log" ? "l" : nil) }
    switch name {
    case "practice": return PaletteEntry.isBusy(path) ? nil : .session
    case "sync": return .sync
    case "undo": return .key("u")
    default:
      return Self.listings.contains(name)
        ? .show(name) : Self.alone.contains(name) ? .run(name) : .explain(name)
    }
  }

  /// The commands that are screens here.
  private static let places: [String: Place] = [
    "plan": .plan, "stats": .progress, "interviews": .interviews, "employers": .interviews,
    Story.command: .stories, "brief": .brief, "decks": .decks, "deleted": .deleted,
    "config": .settings,
  ]

  /// The commands that are lists of an employer's here.
  private static let parts: [String: EmployerPart] = [
    "log": .log, Person.command: .people, Doubt.command: .doubts, Fact.command: .facts,
    Question.command: .questions, Requirement.command: .advert, Criterion.command: .decision,
    Rehearsal.command: .panels,
  ]

  /// What a list is called on the command line.
  static func names(leadingTo part: EmployerPart) -> [String] {
    parts.filter { $0.value == part }.map(\.key).sorted()
  }

  /// The commands that soon say something without being told more.
  private static let listings: Set = ["due", "doctor", "memory", "recordings", "restore"]

  /// Those that make something, take their time, or ask.
  private static let alone: Set = ["optimise", "simulate", "backup", "voice"]
}
