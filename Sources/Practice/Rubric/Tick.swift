/// One yes or no about an answer: whether it had something.
///
/// Ticks of the STAR rubric are called `S1` to `D4`; those of other answers have short words, and
/// those that a card brings itself have numbers. The names are kept for ever, so they never change.
public struct Tick: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  init(_ name: String) { rawValue = name }
}

extension Tick {
  // MARK: A story

  public static let s1 = Tick("S1")
  public static let s2 = Tick("S2")
  public static let s3 = Tick("S3")
  public static let t1 = Tick("T1")
  public static let t2 = Tick("T2")
  public static let a1 = Tick("A1")
  public static let a2 = Tick("A2")
  public static let a3 = Tick("A3")
  public static let a4 = Tick("A4")
  public static let r1 = Tick("R1")
  public static let r2 = Tick("R2")
  public static let r3 = Tick("R3")
  public static let r4 = Tick("R4")
  public static let d1 = Tick("D1")
  public static let d2 = Tick("D2")
  public static let d3 = Tick("D3")
  public static let d4 = Tick("D4")

  // MARK: Point → Reason → Proof → Link

  public static let point = Tick("point")
  public static let reason = Tick("reason")
  public static let proof = Tick("proof")
  public static let link = Tick("link")

  // MARK: Short answers

  /// A red flag: the better way was found.
  public static let better = Tick("better")
  /// A red flag: there was a line to say.
  public static let line = Tick("line")
  /// A question to ask, or a fact: it came from memory.
  public static let memory = Tick("memory")
  /// A question to ask: why one asks it.
  public static let why = Tick("why")
  /// It is written down.
  public static let done = Tick("done")

  // MARK: Drills

  /// A headline: it was one sentence.
  public static let sentence = Tick("sentence")
  /// A headline: it said how things ended.
  public static let outcome = Tick("outcome")
  /// A drill: it took no longer than there is.
  public static let time = Tick("time")
  /// A pick: a story was named.
  public static let named = Tick("named")

  /// The tick of a card's own list at a place, from 0.
  public static func own(_ place: Int) -> Tick { Tick("\(place + 1)") }
}

extension Tick {
  /// Whether a clock can tell.
  var isTimed: Bool { self == .d2 || self == .time }

  /// Whether a name is that of a tick: of those above, or of a card's own list.
  public static func isKnown(_ name: some StringProtocol) -> Bool {
    if let place = Int(name) { return (1...99).contains(place) }
    return names.contains(String(name))
  }

  private static let names: Set<String> = Set(
    [
      s1, s2, s3, t1, t2, a1, a2, a3, a4, r1, r2, r3, r4, d1, d2, d3, d4, point, reason, proof,
      link, better, line, memory, why, done, sentence, outcome, time, named,
    ].map(\.rawValue))
}
