/// The settings as they are now.
public struct SettingsListing: Equatable, Sendable {
  public var lines: [SettingLine]
  /// The file they are in.
  public var path: String
  /// Lines of the file that could not be used.
  public var faults: [String]

  public init(lines: [SettingLine], path: String, faults: [String]) {
    self.lines = lines
    self.path = path
    self.faults = faults
  }
}

/// One setting as the screen shows and changes it.
public struct SettingLine: Equatable, Sendable {
  /// `section.key`.
  public var name: String
  /// The value in force.
  public var value: String
  /// The value where nothing else is set.
  public var standard: String
  /// What it does.
  public var help: String
  /// What it takes, in words.
  public var range: String
  /// The value before and the one after, for the arrow keys; nil at an end.
  public var before: String?
  public var after: String?
  /// Whether any text can be typed, or else only one of a few values.
  public var isTyped: Bool

  public init(
    name: String, value: String, standard: String, help: String, range: String, before: String?,
    after: String?, isTyped: Bool
  ) {
    self.name = name
    self.value = value
    self.standard = standard
    self.help = help
    self.range = range
    self.before = before
    self.after = after
    self.isTyped = isTyped
  }

  var section: Substring { name.prefix { $0 != "." } }
  var key: Substring { name.dropFirst(section.count + 1) }
}
