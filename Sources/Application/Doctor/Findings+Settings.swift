extension Findings {
  /// What cannot be used of the settings.
  mutating func checkSettings() {
    note("settings", settings.path, settings.complaints)
  }
}
