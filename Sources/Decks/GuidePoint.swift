/// The points of the guide that a card can serve.
enum GuidePoint {
  /// Five reasons for a second interview, eight things to do for it, eight mistakes to avoid.
  static let all: [String] =
    ["W1", "W2", "W3", "W4", "W5", "P1a", "P1b", "P2", "P3", "P4", "P5", "P6", "P7", "P8"]
    + ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"]

  /// The points in a few words, for messages.
  static let summary = "W1–W5, P1a, P1b, P2–P8 and M1–M8"
}
