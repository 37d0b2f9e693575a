import Exchange

extension Findings {
  /// Lines of the settings that cannot be used.
  mutating func checkSettings() {
    note("settings", settings.path, settings.faults.map(\.description))
  }
}
