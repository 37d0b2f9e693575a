/// The forms in which engines print what they hear.
enum TranscriptForm: CaseIterable {
  /// `[00:00:03.840 --> 00:00:06.020]  words`, as whisper.cpp prints it; hours may be missing.
  case bracketed
  /// SubRip and WebVTT: a line of times, the words below it.
  case cues
  /// `start TAB end TAB words`, in milliseconds.
  case table
  /// Words, and nothing else.
  case plain

  /// Some words that were said from a time to another; nil where nobody says when.
  struct Segment: Equatable {
    var time: Range<Int>?
    var text: String

    /// Its words, each with its share of the time by its length.
    var words: [SpokenWord] {
      let texts = text.split(whereSeparator: \.isWhitespace)
      guard let time else { return texts.map { SpokenWord(String($0)) } }
      let total = texts.reduce(0) { $0 + $1.utf8.count }
      var before = 0
      return texts.map { text in
        let start = time.lowerBound + time.count * before / max(1, total)
        before += text.utf8.count
        return SpokenWord(
          String(text), start..<time.lowerBound + time.count * before / max(1, total))
      }
    }
  }

  /// The segments of what was printed, in the first form that fits.
  static func segments(of text: String) -> [Segment] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmed }
    for form in allCases {
      let segments = form.segments(of: lines)
      if !segments.isEmpty { return segments }
    }
    return []
  }

  private func segments(of lines: [String]) -> [Segment] {
    switch self {
    case .bracketed: lines.compactMap(Self.bracketed)
    case .cues: Self.cues(lines)
    case .table: lines.compactMap(Self.row)
    case .plain: lines.filter { !$0.isEmpty }.map { Segment(time: nil, text: $0) }
    }
  }

  private static func bracketed(_ line: String) -> Segment? {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]"),
      let time = times(line[line.index(after: line.startIndex)..<end])
    else { return nil }
    return Segment(time: time, text: line[line.index(after: end)...].trimmed)
  }

  private static func cues(_ lines: [String]) -> [Segment] {
    var segments: [Segment] = []
    /// Whether lines belong to the cue that came last.
    var isInCue = false
    for (index, line) in lines.enumerated() {
      if let time = times(Substring(line)) {
        segments.append(Segment(time: time, text: ""))
        isInCue = true
      } else if line.isEmpty {
        isInCue = false
      } else if isInCue, !isNumber(line, of: lines, index) {
        segments[segments.count - 1].text += " " + withoutTags(line)
      }
    }
    return segments
  }

  /// Whether a line is the number of the cue below it.
  private static func isNumber(_ line: String, of lines: [String], _ index: Int) -> Bool {
    line.allSatisfy(\.isWholeNumber) && index + 1 < lines.count
      && times(Substring(lines[index + 1])) != nil
  }

  /// The words of a cue without what says how they are to look.
  private static func withoutTags(_ line: String) -> String {
    var text = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      text += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  private static func row(_ line: String) -> Segment? {
    let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard cells.count == 3, let start = Int(cells[0].trimmed), let end = Int(cells[1].trimmed),
      let time = range(start, end)
    else { return nil }
    return Segment(time: time, text: String(cells[2]))
  }

  // MARK: - Times

  /// `00:00:03.840 --> 00:00:06.020`; what stands behind it says how a cue is to look.
  private static func times(_ text: Substring) -> Range<Int>? {
    guard let arrow = text.firstRange(of: "-->"),
      let start = time(text[..<arrow.lowerBound].trimmed),
      let end = time(
        text[arrow.upperBound...].trimmed.prefix { !$0.isWhitespace }.trimmed)
    else { return nil }
    return range(start, end)
  }

  /// The milliseconds of `01:02:03.456`, `02:03,456` and the like.
  private static func time(_ text: String) -> Int? {
    let parts = text.split(
      whereSeparator: { $0 == "." || $0 == "," })
    guard (1...2).contains(parts.count) else { return nil }
    let clock = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count) else { return nil }
    var seconds = 0
    for part in clock {
      guard (1...4).contains(part.utf8.count), let value = whole(part) else { return nil }
      seconds = seconds * 60 + value
    }
    guard parts.count == 2 else { return seconds * 1000 }
    let digits = parts[1].prefix(3)
    guard parts[1].utf8.count <= 9, let fraction = whole(digits) else { return nil }
    return seconds * 1000 + fraction * [1, 100, 10, 1][digits.count]
  }

  private static func whole(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  /// From one time to another; nil for what no recording has.
  private static func range(_ start: Int, _ end: Int) -> Range<Int>? {
    guard (0...PartTimes.longest).contains(start), (0...PartTimes.longest).contains(end) else {
      return nil
    }
    return start..<max(start, end)
  }
}
