import Glibc

extension Findings {
  /// Whether the locale has the characters that text is shown in.
  mutating func checkLocale() {
    // Until the environment's is asked for, the C library has the plain one.
    setlocale(LC_ALL, "")
    let characters = String(cString: nl_langinfo(Int32(CODESET)))
    note(
      "locale", characters,
      characters == "UTF-8"
        ? [] : ["the locale's characters are \(characters), not UTF-8; set LC_ALL=C.UTF-8"])
  }
}
