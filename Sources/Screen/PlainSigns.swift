/// What stands for a sign where the locale has none but those of ASCII: arrows, bars, quotes, dashes.
///
/// Letters of any script stay what they are: they are the person's own text.
public enum PlainSigns {
  /// The sign of one byte that stands for a character of one column; nil for what stays as it is.
  public static func sign(for scalar: UInt32) -> UInt8? {
    // Dots of a plot: those above, those below, or both.
    if (0x2800...0x28FF).contains(scalar) {
      switch (scalar & 0x1B != 0, scalar & 0xE4 != 0) {
      case (true, true): return UInt8(ascii: ":")
      case (true, false): return UInt8(ascii: "'")
      case (false, true): return UInt8(ascii: ".")
      case (false, false): return UInt8(ascii: " ")
      }
    }
    return signs[scalar]
  }

  private static let signs: [UInt32: UInt8] = Dictionary(
    uniqueKeysWithValues: [
      ("↑", "^"), ("↓", "v"), ("←", "<"), ("→", ">"), ("↕", "|"), ("▸", ">"), ("◄", "<"),
      ("►", ">"), ("‹", "<"), ("›", ">"), ("«", "<"), ("»", ">"),
      ("✓", "x"), ("✗", "-"), ("·", "."), ("•", "*"), ("●", "#"), ("○", "o"), ("◦", "o"),
      ("–", "-"), ("—", "-"), ("−", "-"), ("‐", "-"), ("‑", "-"), ("…", "."), ("×", "x"),
      ("±", "+"), ("≥", ">"), ("≤", "<"), ("≈", "~"),
      ("“", "\""), ("”", "\""), ("„", "\""), ("‘", "'"), ("’", "'"), ("‚", "'"), ("′", "'"),
      ("█", "="), ("▉", "="), ("▊", "="), ("▋", "="), ("▌", "="), ("▍", "-"), ("▎", "-"),
      ("▏", "-"), ("░", "-"), ("▒", "+"), ("▓", "#"), ("━", "="), ("╾", "-"), ("─", "-"),
      ("│", "|"), ("┃", "|"), ("┤", "+"), ("├", "+"), ("┼", "+"), ("└", "+"), ("┘", "+"),
      ("┌", "+"), ("┐", "+"), ("┴", "+"), ("┬", "+"), ("╵", "'"), ("╷", ","),
      ("▁", "_"), ("▂", "_"), ("▃", "-"), ("▄", "-"), ("▅", "="), ("▆", "="), ("▇", "="),
      ("\u{A0}", " "),
    ].map { (sign: Unicode.Scalar, plain: Unicode.Scalar) in
      (sign.value, UInt8(ascii: plain))
    })
}

extension Canvas {
  /// The same with signs of one byte alone, for a locale that has no others; letters stay.
  public var inPlainSigns: Canvas {
    var plain = self
    for index in cells.indices where cells[index].ascii == nil {
      if let sign = PlainSigns.sign(for: cells[index].scalarValue(at: 0)) {
        plain.put(sign, at: index)
      }
    }
    return plain
  }
}
