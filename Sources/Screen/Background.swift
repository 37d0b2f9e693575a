/// Whether what a terminal writes on is dark or light.
public enum Background: Equatable, Sendable {
  case dark, light

  /// By a terminal's answer to the question for its background: `11;rgb:ffff/ffff/ffff`, with one to four
  /// hexadecimal digits each; nil if it is no such answer.
  public init?(answer: some StringProtocol) {
    let parts = answer.split(separator: ";", maxSplits: 1)
    guard parts.count == 2, parts[0] == "11" else { return nil }
    let colour = parts[1].split(separator: ":", maxSplits: 1)
    guard colour.count == 2, colour[0] == "rgb" || colour[0] == "rgba" else { return nil }
    let channels = colour[1].split(separator: "/", omittingEmptySubsequences: false).prefix(3)
      .compactMap { text -> Double? in
        guard (1...4).contains(text.count), let value = Int(text, radix: 16) else { return nil }
        return Double(value) / Double((1 << (4 * text.count)) - 1)
      }
    guard channels.count == 3 else { return nil }
    self.init(red: channels[0], green: channels[1], blue: channels[2])
  }

  /// By what some terminals leave in `COLORFGBG`: `15;0`, of which the last is the background among 16
  /// colours; nil if that says nothing.
  public init?(colorfgbg: some StringProtocol) {
    guard let last = colorfgbg.split(separator: ";").last, let number = Int(last) else {
      return nil
    }
    switch number {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: return nil
    }
  }

  /// By the parts of a colour, 0 to 1: what white reads better on than black is dark.
  init(red: Double, green: Double, blue: Double) {
    let luminance = Self.luminance(red: red, green: green, blue: blue)
    self = (luminance + 0.05) * (luminance + 0.05) < 1.05 * 0.05 ? .dark : .light
  }

  /// How light a colour of sRGB is, 0 to 1 (WCAG 2).
  public static func luminance(red: Double, green: Double, blue: Double) -> Double {
    func linear(_ value: Double) -> Double {
      // The curve within a thousandth, without the C library.
      value <= 0.040_45
        ? value / 12.92 : value * (value * (value * 0.305_306_011 + 0.682_171_111) + 0.012_522_878)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
