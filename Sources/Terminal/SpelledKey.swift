import Screen

/// A key that the terminal spells out by its code and modifiers: `CSI 99;5u`, or `CSI 27;5;99~`.
///
/// Some terminals do that for keys that have no bytes of their own, and some for all, where another
/// program has asked for it and not taken it back.
struct SpelledKey: Equatable {
  /// The key; nil if it means nothing here, as with Super, or when it is let go.
  let key: Key?

  /// Nil if it spells no key.
  ///
  /// - Parameters:
  ///   - parameters: What stands between `CSI` and the final byte.
  ///   - final: The final byte.
  init?(_ parameters: String, final: Unicode.Scalar) {
    // Each has parts of its own: the letter that Shift makes of a key, and whether it is let go.
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.split(separator: ":", omittingEmptySubsequences: false).map { UInt32($0) } }
    func number(_ field: Int, _ part: Int = 0) -> UInt32? {
      guard fields.indices.contains(field), fields[field].indices.contains(part) else { return nil }
      return fields[field][part]
    }
    let code: UInt32?
    switch final {
    case "u": code = number(0)
    case "~" where number(0) == 27 && fields.count == 3: code = number(2)
    default: return nil
    }
    let isLetGo = number(1, 1) == 3
    // Without Caps Lock and Num Lock.
    let held = (max(1, number(1) ?? 1) - 1) & 0x3F
    let shifted = held == 1 ? number(0, 1) : nil
    key = isLetGo ? nil : code.flatMap { Self.key(shifted ?? $0, held: shifted == nil ? held : 0) }
  }

  private static func key(_ code: UInt32, held: UInt32) -> Key? {
    let shift: UInt32 = 1
    let control: UInt32 = 4
    switch (code, held) {
    case (9, 0): return .tab
    case (9, shift): return .backTab
    case (13, 0), (13, shift), (57414, 0): return .enter
    case (27, 0): return .escape
    case (8, 0), (8, shift), (127, 0), (127, shift): return .backspace
    case (57399...57408, 0):
      return Unicode.Scalar(code - 57399 + 0x30).map { .character(Character($0)) }
    case (0x61...0x7A, control), (0x41...0x5A, control):
      return Unicode.Scalar(code | 0x20).map { .control(Character($0)) }
    case (0x20, control), (0x5C...0x5F, control):
      return Unicode.Scalar(code).map { .control(Character($0)) }
    // Private use: keys without a letter.
    case (0x20...0x7E, 0), (0xA0...0xDFFF, 0), (0xF900...0x10FFFF, 0):
      return Unicode.Scalar(code).map { .character(Character($0)) }
    case (0x20...0x7E, shift), (0xA0...0xDFFF, shift), (0xF900...0x10FFFF, shift):
      return Unicode.Scalar(code).flatMap { String(Character($0)).uppercased().first }
        .map { .character($0) }
    default: return nil
    }
  }
}
