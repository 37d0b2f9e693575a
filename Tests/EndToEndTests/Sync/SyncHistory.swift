import Foundation
import TestSupport
import Testing

/// A random history of three homes, each with its people's doings at random, which meet now and then.
struct SyncHistory {
  /// How they meet.
  enum Carrier: CaseIterable {
    case git
    /// A folder on each machine, which a program of another maker brings together, in its own time and with
    /// all that such programs do.
    case folders
  }

  private static let names = ["a", "b", "c"]
  private let homes: SyncHomes
  private let carrier: Carrier
  private var random: CaseGenerator
  private var words = 0
  /// Every text that was ever written.
  private var written: [String] = []
  private var clock = 0
  private(set) var told: [String] = []

  init(seed: UInt64, by carrier: Carrier) throws {
    homes = try SyncHomes()
    self.carrier = carrier
    random = CaseGenerator(seed: seed)
    let repository = carrier == .git ? try homes.repository() : ""
    for name in Self.names {
      let place = carrier == .git ? repository : homes.home.file("place-\(name)")
      if carrier == .folders {
        try FileManager.default.createDirectory(
          atPath: place, withIntermediateDirectories: true)
      }
      try homes.done(name, "sync", place)
    }
  }

  /// Lives it until all have met.
  ///
  /// - Returns: what is not as it has to be; nil where all is.
  /// - Throws: what fails.
  mutating func live(_ steps: Int) throws -> String? {
    for _ in 0..<steps { try step() }
    // Two rounds: what the last brings goes to the first.
    for _ in 0..<2 {
      if carrier == .folders { try carry(isWhole: true) }
      for name in Self.names { try homes.done(name, "sync") }
    }
    if carrier == .folders {
      try carry(isWhole: true)
      for name in Self.names { try homes.done(name, "sync") }
    }
    let exports = try Self.names.map { try homes.export($0) }
    for (name, export) in zip(Self.names, exports).dropFirst() where export != exports[0] {
      return "\(name) has another export than a"
    }
    if let lost = written.first(where: { !exports[0].contains($0) }) { return "\(lost) is lost" }
    for name in Self.names {
      let again = try homes.done(name, "sync")
      guard again.hasPrefix("nothing new") else { return "\(name) has more to say: \(again)" }
      _ = try homes.done(name, "doctor")
    }
    return nil
  }

  private mutating func step() throws {
    let name = Self.names.randomElement(using: &random) ?? "a"
    clock += 1
    let time = "2026-01-0\(1 + clock % 9)T\(10 + clock % 10):\(10 + clock % 50):00Z"
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      let card = "star-people/PE-0\(Int.random(in: 1...9, using: &random))"
      let grade = ["again", "hard", "good", "easy"].randomElement(using: &random) ?? "good"
      try perform(name, ["grade", card, grade, "--at", time])
    case 2: try perform(name, ["undo"])
    case 3: try perform(name, ["stories", "add", "--from", "-"], "title: \(word())\n")
    case 4, 5:
      try perform(
        name, ["stories", "edit", "1", "--from", "-"], "title: \(word())\nsituation: \(word())\n")
    case 6: try perform(name, ["stories", "delete", "1", "--yes"])
    case 7:
      try homes.home.write(
        sampleDeck.replacing("Who lifted", with: "\(word()) lifted"), to: "\(name)/decks/own.yaml")
      told.append("\(name) writes a deck")
    case 8 where carrier == .folders: try carry(isWhole: false)
    default: try perform(name, ["sync"])
    }
  }

  /// A word that was never there before.
  private mutating func word() -> String {
    words += 1
    return "word\(words)x"
  }

  /// Does something; what cannot be done, such as an edit of what is not there, is no matter.
  private mutating func perform(_ name: String, _ arguments: [String], _ input: String = "") throws
  {
    let run = try homes.run(name, arguments, input: input)
    told.append("\(name) \(arguments.joined(separator: " "))")
    guard run.status == .exitCode(0) else {
      guard arguments != ["sync"] else { throw TestFailure("\(run.output)\(run.errors)") }
      return
    }
    written += input.split { $0 == " " || $0 == "\n" }.map(String.init).filter {
      $0.hasPrefix("word")
    }
  }

  // MARK: - Carrying

  /// Brings the folders together as programs do that carry them: at any time, in any order, by half, under
  /// other names; in the end all of it.
  private mutating func carry(isWhole: Bool) throws {
    told.append(isWhole ? "all is carried" : "some is carried")
    let files = FileManager.default
    for giver in Self.names {
      let from = homes.home.file("place-\(giver)/starling-1")
      for path in (files.subpaths(atPath: from) ?? []).sorted().shuffled(using: &random) {
        let file = "\(from)/\(path)"
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue,
          let bytes = files.contents(atPath: file), !isDisturbance(path)
        else { continue }
        for taker in Self.names where taker != giver {
          try carry(bytes, path, to: taker, isWhole: isWhole)
        }
      }
    }
  }

  private mutating func carry(
    _ bytes: Data, _ path: String, to taker: String, isWhole: Bool
  ) throws {
    let files = FileManager.default
    let target = homes.home.file("place-\(taker)/starling-1/\(path)")
    let folder = (target as NSString).deletingLastPathComponent
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // No program has half a file take the place of the whole one, least of all where that was written.
    let there = files.contents(atPath: target)?.count
    func bring() throws {
      guard (there ?? -1) < bytes.count else { return }
      try bytes.write(to: URL(fileURLWithPath: target))
    }
    guard !isWhole else { return try bring() }
    let name = (path as NSString).lastPathComponent
    let stem = (name as NSString).deletingPathExtension
    switch Int.random(in: 0..<9, using: &random) {
    // It comes later.
    case 0, 1: break
    // Half of it is there.
    case 2:
      guard there == nil else { break }
      try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: target))
    case 3:
      try bytes.prefix(bytes.count / 3)
        .write(to: URL(fileURLWithPath: "\(folder)/.syncthing.\(name).tmp"))
    // As Dropbox and Syncthing name what they find changed on both sides.
    case 4:
      try bytes.write(
        to: URL(fileURLWithPath: "\(folder)/\(stem) (kim's conflicted copy 2026-11-27).jsonl"))
    case 5:
      try bytes.write(
        to: URL(fileURLWithPath: "\(folder)/\(stem).sync-conflict-20261127-101010-ABCDEFG.jsonl"))
    case 6:
      let other = homes.home.file("place-\(taker)/starling-1/moved")
      try files.createDirectory(atPath: other, withIntermediateDirectories: true)
      try bytes.write(to: URL(fileURLWithPath: "\(other)/\(words)-\(name)"))
    default: try bring()
    }
  }

  /// What is left of a carrier, and carried no further.
  private func isDisturbance(_ path: String) -> Bool {
    [".tmp", "conflict", "moved"].contains { path.contains($0) }
  }
}
