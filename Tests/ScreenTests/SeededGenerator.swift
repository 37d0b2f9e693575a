/// SplitMix64 (Steele, Lea and Flood, 2014), so that a failing seed can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Text of up to `limit` characters that is hard to lay out.
  mutating func text(upTo limit: Int) -> String {
    let parts: [String] = [
      "a", "b", "word", "longer-word", " ", " ", "  ", "\t", "\n", "\r\n", "\r", "漢", "字", "。", "한",
      "\u{3000}", "\u{A0}", "é", "e\u{301}", "कि", "ที่", "🙂", "👨‍👩‍👧", "👩‍❤️‍👨", "👍🏽", "🏽", "🇯🇵", "❤️",
      "\u{200D}", "\u{200C}", "\u{1B}", "\u{202E}", "\u{7}", "\u{85}", "\u{301}", "\u{1160}", "█",
      "\u{1FAE8}", "\u{378}", "1\u{20E3}", "🏳️‍🌈", "\u{600}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...limit, using: &self) {
      text += parts[Int.random(in: parts.indices, using: &self)]
    }
    return text
  }
}
