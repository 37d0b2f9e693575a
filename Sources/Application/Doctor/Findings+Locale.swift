import Files

extension Findings {
  /// Whether the locale has the characters that text is shown in.
  mutating func checkLocale() {
    let characters = Environment.characters
    note(
      "locale", characters,
      characters == "UTF-8"
        ? [] : ["the locale's characters are \(characters), not UTF-8; set LC_ALL=C.UTF-8"])
  }
}
