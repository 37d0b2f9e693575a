/// The terminal's private modes after everything that was written to it: screen, cursor, pasting.
struct PrivateModes: Equatable {
  private var isOn: [String: Bool] = [:]

  init(after output: some StringProtocol) {
    for sequence in output.split(separator: "\u{1B}[?").dropFirst() {
      let numbers = sequence.prefix { $0.isNumber || $0 == ";" }
      guard let end = sequence.dropFirst(numbers.count).first, end == "h" || end == "l" else {
        continue
      }
      for number in numbers.split(separator: ";") { isOn[String(number)] = end == "h" }
    }
  }

  var hasAlternateScreen: Bool { isOn["1049"] ?? false }
  var hasCursor: Bool { isOn["25"] ?? true }
  var hasApplicationKeys: Bool { isOn["1"] ?? false }
  var marksPastes: Bool { isOn["2004"] ?? false }

  /// Whether all is as a shell expects it.
  var isOrdinary: Bool {
    !hasAlternateScreen && hasCursor && !hasApplicationKeys && !marksPastes
  }
}
