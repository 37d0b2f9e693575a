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
      ("–", "-"), ("—", "-"), ("−", "-"), ("‐", "-"), ("‑", "-"), ("×", "x"),
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

/// What stands where a text was cut, where there is no sign for that: as wide as there is room.
private enum PlainCut {
  static let whole = "..."
  static let narrow: Character = "~"
  /// Where the beginning is left out.
  static let leading: Character = "<"
}

extension String {
  /// The same with signs of ASCII alone, for a locale that has no others; letters stay.
  ///
  /// Columns keep their places: three dots take the room of two blanks where there is a third.
  public var inPlainSigns: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    let scalars = Array(unicodeScalars)
    var plain = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "…" {
        let blanks = scalars[index...].prefix { $0 == " " }.count
        let isInColumn = blanks > 1 && index + blanks < scalars.count
        guard !isInColumn || blanks > 2 else {
          plain.append(contentsOf: String(PlainCut.narrow).unicodeScalars)
          continue
        }
        plain.append(contentsOf: PlainCut.whole.unicodeScalars)
        if isInColumn { index += 2 }
      } else {
        plain.append(PlainSigns.sign(for: scalar.value).map { Unicode.Scalar($0) } ?? scalar)
      }
    }
    return String(plain)
  }
}

extension Canvas {
  /// The same with signs of one byte alone, for a locale that has no others; letters stay.
  public var inPlainSigns: Canvas {
    var plain = self
    for index in cells.indices where cells[index].ascii == nil {
      let scalar = cells[index].scalarValue(at: 0)
      if scalar == Unicode.Scalar("…").value {
        plain.putCut(at: index)
      } else if let sign = PlainSigns.sign(for: scalar) {
        plain.put(sign, at: index)
      }
    }
    return plain
  }

  /// Puts what stands for “…”: three dots where the two columns behind it and the next are free.
  private mutating func putCut(at index: Int) {
    let row = row(index / size.width)
    let after = row[(index + 1)...]
    func isBlank(_ cell: Cell?) -> Bool { cell?.ascii == UInt8(ascii: " ") }
    guard after.count < 2 || !after.prefix(3).allSatisfy(isBlank) else {
      for place in index...index + 2 { put(UInt8(ascii: "."), at: place) }
      return
    }
    // Of a path the end may be what is seen.
    let isPath = after.first?.ascii == UInt8(ascii: "/")
    let isLeading = isPath && (index == row.startIndex || isBlank(row[index - 1]))
    put((isLeading ? PlainCut.leading : PlainCut.narrow).asciiValue ?? 0, at: index)
  }
}
