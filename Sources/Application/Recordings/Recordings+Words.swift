package import Files
package import Practice
package import Scheduler

/// What lies beside a recording: what was heard in it, and that its words are owed still.
extension Recordings {
  /// Where the words of a recording are, with their times.
  func wordsPath(of recording: Recording) -> String { "\(recording.path).heard" }

  /// Where it is said that words of a recording are owed, with the parts that the person has marked.
  func debtPath(of recording: Recording) -> String { "\(recording.path)\(Self.debtEnding)" }

  private static let debtEnding = ".owed"

  /// The recording of a file; nil if its name is no recording's, or it is not there.
  package func recording(named fileName: String) -> Recording? {
    guard Disk.has("\(folder)/\(fileName)") else { return nil }
    return Recording(fileName: fileName, in: folder)
  }

  /// What was heard in a recording; nil if nothing was yet.
  package func words(of recording: Recording) -> HeardFile? {
    guard
      let bytes = try? FileBytes.read(wordsPath(of: recording), limit: 4 * Transcript.mostBytes)
    else { return nil }
    return HeardFile(String(decoding: bytes, as: UTF8.self))
  }

  func keep(_ words: HeardFile, of recording: Recording) throws(Failure) {
    try FileReplacement(wordsPath(of: recording)).write(Array(words.text.utf8), mode: 0o600)
  }

  /// Deletes what was heard in a recording, and that it is owed.
  func forgetWords(of recording: Recording) throws(Failure) {
    try remove(debtPath(of: recording))
    try remove(wordsPath(of: recording))
  }

  // MARK: - What is owed

  /// Words that are owed: where parts begin, and how long the answer was.
  struct Debt: Equatable {
    var marks: [PartMark] = []
    var duration: Int?

    var text: String { "marks \(marks.encoded)\nduration \(duration.map { "\($0)" } ?? "")\n" }

    init(marks: [PartMark] = [], duration: Int? = nil) {
      (self.marks, self.duration) = (marks, duration)
    }

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { continue }
        if words[0] == "marks" { marks = [PartMark](encoded: String(words[1])) }
        if words[0] == "duration" {
          duration = Int(words[1]).map { min(max(0, $0), PartTimes.longest) }
        }
      }
    }
  }

  /// The recordings of which words are owed, the oldest first.
  package func owed() throws(Failure) -> [Recording] {
    try FolderContents.names(folder).filter { $0.hasSuffix(Self.debtEnding) }
      .compactMap { recording(named: String($0.dropLast(Self.debtEnding.count))) }
      .sorted { ($0.time, $0.path) < ($1.time, $1.path) }
  }

  func owe(_ debt: Debt, of recording: Recording) throws(Failure) {
    try FileReplacement(debtPath(of: recording)).write(Array(debt.text.utf8), mode: 0o600)
  }

  func debt(of recording: Recording) -> Debt? {
    guard let bytes = try? FileBytes.read(debtPath(of: recording), limit: 1 << 16) else {
      return nil
    }
    return Debt(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: - Old sound

  /// Deletes the sound of answers that are older than so many days and of which the words are kept; when
  /// each word was said stays, without the words.
  ///
  /// - Parameters:
  ///   - days: how long sound is kept; 0 keeps all.
  ///   - now: the time.
  /// - Returns: how many were deleted.
  /// - Throws: ``Failure`` where something cannot be deleted.
  package func deleteOld(after days: Int, at now: Timestamp) throws(Failure) -> Int {
    guard days > 0 else { return 0 }
    var count = 0
    for recording in try all() where now.days(since: recording.time) > Double(days) {
      guard let heard = words(of: recording), debt(of: recording) == nil else { continue }
      try keep(heard.withoutWords, of: recording)
      try remove(recording.path)
      count += 1
    }
    return count
  }

  /// What was heard since a time, with when it was said; also of what has no sound any more.
  package func heard(since time: Timestamp) throws(Failure) -> [(time: Timestamp, file: HeardFile)]
  {
    try heardRecordings().filter { $0.time >= time }
      .compactMap { recording in words(of: recording).map { (recording.time, $0) } }
  }

  /// Those of which it is known when each word was said, the newest first, with their sound or without.
  private func heardRecordings() throws(Failure) -> [Recording] {
    let ending = ".heard"
    return try FolderContents.names(folder).filter { $0.hasSuffix(ending) }
      .compactMap { Recording(fileName: String($0.dropLast(ending.count)), in: folder) }
      .sorted { ($0.time, $0.path) > ($1.time, $1.path) }
  }

  // MARK: - The pace

  /// How fast the person speaks, by the newest recordings in which words were heard with their times.
  package func pace() -> OwnPace {
    // Without any there is no folder to look at, as at most starts.
    let newest = (try? heardRecordings()) ?? []
    return OwnPace(
      newest.lazy.compactMap { words(of: $0)?.pace }.prefix(Self.paces).map { $0 })
  }

  /// So many answers tell the pace of today.
  private static let paces = 15
}
