public import Scheduler
public import Screen

/// How the person wants Starling to be.
public struct Settings: Equatable, Sendable {
  /// `practice.minutes`: the minutes of a day's session, 1…240.
  public var minutes = 20.0
  /// `practice.day_start`: the local hour at which a day begins, 0…23.
  public var dayStart = 4
  /// `memory.model`.
  public var model = ModelName.fsrs6
  /// `memory.desired_retention`: the recall at which a card comes back, 0.7…0.99.
  public var desiredRetention = 0.9
  /// `memory.maximum_interval`: the longest time until a card comes back, 1…36500 days.
  public var maximumInterval = 36500
  /// `screen.colours`.
  public var colours = ColourChoice.auto
  /// `programs.editor`: a command; empty means `$VISUAL`, `$EDITOR` or `vi`.
  public var editor = ""
  /// `keys.*`.
  public var keyChanges = KeyChanges()

  public init() {}
}

/// How colourful the screen is to be.
public enum ColourChoice: String, CaseIterable, Sendable {
  case auto, plain
  case highContrast = "high-contrast"
}

/// A line of the settings file that could not be used; the rest of the file was.
public struct SettingsFault: Equatable, Sendable, CustomStringConvertible {
  public var path: String
  /// From 1.
  public var line: Int
  public var message: String

  public var description: String { "\(path):\(line): \(message)" }
}
