import Campaign
import Decks
import Exchange
import Files
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// Pages for the day, and answers that were recorded.
@Suite struct SheetTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private func write(
    _ employer: String? = nil, friend: (minutes: Double, seed: UInt64)? = nil,
    as format: Sheet.Format = .text
  ) throws -> String {
    try stage.output { try Sheet.write(for: employer, friend: friend, as: format, in: stage) }
  }

  private func add(_ employer: String) throws {
    _ = try stage.messages {
      try Interviews(in: stage).add(with: employer, at: "2026-11-30T10:00", round: nil)
    }
  }

  @Test func thePageOfTheDayIsWrittenInThreeForms() throws {
    #expect(
      stage.refusal { _ = try write() }
        == "there is no interview yet; “starling interviews add NAME --at TIME” adds one")
    try add("Acme")
    #expect(try write().contains("Acme"))
    #expect(try write(as: .markdown).hasPrefix("# "))
    #expect(try write(as: .html).hasPrefix("<!doctype html>") || write(as: .html).contains("<html"))
    #expect(try write("acme", friend: (20, 3)) == write("acme", friend: (20, 3)))
  }

  /// Who asks what, in which wording: read through, and kept.
  @Test func tenPanelsReadAsTranscripts() throws {
    try add("Acme")
    let sheets = try (1...10 as ClosedRange<UInt64>).map { seed in
      let sheet = try write(friend: (20, seed))
      let lines = sheet.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { !$0.hasPrefix(" YOU ARE") }.prefix { !$0.hasPrefix(" AFTERWARDS") }
      return "Panel \(seed)\n\n\(lines.joined(separator: "\n"))\n"
    }
    let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    try expectSnapshot(sheets.joined(), at: folder + "/Snapshots/panels.txt")
  }

  @Test func theOpeningOfAPanelIsACardOfTheDecks() throws {
    let store = try stage.readyWorkspace().store
    #expect(try store.cards([PanelQuestion.openingCard]).map(\.kind) == [.fit])
  }

  @Test func questionsToAskArePicked() throws {
    try add("Acme")
    _ = try stage.messages {
      let desk = try NotebookDesk(in: stage)
      try desk.add(Question.self, ["Acme", "What is a good week?"], from: nil)
    }
    let workspace = try stage.readyWorkspace()
    let text = try stage.output { try workspace.writeQuestionPicks(for: nil, asJSON: false) }
    #expect(text.hasPrefix("Acme\n  "))
    let json = try stage.output { try workspace.writeQuestionPicks(for: "Acme", asJSON: true) }
    #expect(json.contains("\"questions\": ["))
  }

  // MARK: - Recordings

  private var recordings: Recordings { get throws { try Recordings(in: stage) } }

  private func record(_ name: String) throws {
    try stage.home.write(Array(repeating: 1, count: 3000), to: "recordings/\(name)")
  }

  @Test func recordingsAreListedPlayedAndDeleted() throws {
    func list(json: Bool = false) throws { try recordings.list(asJSON: json, by: stage.clock) }
    #expect(try stage.messages { try list() } == "starling: there are no recordings\n")
    #expect(try stage.output { try list(json: true) } == "[]\n")
    try record("20261121T100000.123Z+star-people+PE-01.wav")
    try record("20261122T100000.123Z+star-people+PE-02.wav")
    try record("notes.txt")
    #expect(
      try stage.output { try list() } == """
        NAME                  RECORDED          CARD               SIZE
        20261122T100000.123Z  Sun 22 Nov 10:00  star-people/PE-02  3 KiB
        20261121T100000.123Z  Sat 21 Nov 10:00  star-people/PE-01  3 KiB

        """)
    #expect(try stage.output { try list(json: true) }.contains("\"bytes\": 3000"))
    #expect(
      stage.refusal { try recordings.play(nil, in: stage) }?.contains(
        "sets what plays \(stage.home.path)/recordings/20261122T") == true)
    try stage.home.write("programs:\n  player: quick\n", to: "config.yaml")
    try recordings.play("star-people/PE-01", in: stage)
    #expect(stage.startedPrograms == ["quick"])
    #expect(
      stage.refusal { try recordings.delete(["20261121", "nope"], isSure: false, in: stage) }
        == "there is no recording “nope”; “starling recordings” lists them")
    #expect(try recordings.all().count == 2)
    #expect(
      try stage.messages { try recordings.delete(["20261121"], isSure: false, in: stage) }
        == "starling: deleted 1 recording\n")
    #expect(
      try stage.messages { try recordings.delete([], isSure: false, in: stage) }
        == "starling: deleted 1 recording\n")
    #expect(
      stage.refusal { try recordings.delete([], isSure: false, in: stage) }
        == "there are no recordings")
  }

  @Test func aRecorderThatLeavesNothingIsNamed() throws {
    let id = try #require(CardID("star-people/PE-01"))
    let sound = Sound(try recordings, recorder: "quiet", player: "play", in: stage)
    #expect(try sound.record(id, at: Stage.evening))
    sound.hold(true)
    sound.hold(false)
    #expect(
      stage.refusal { _ = try sound.stopRecording(isKept: true) }?.hasPrefix(
        "“quiet” recorded nothing") == true)
    #expect(stage.refusal { _ = try sound.play(id) }?.hasPrefix("there is no recording") == true)
    let silent = Sound(try recordings, recorder: "", player: "", in: stage)
    #expect(try silent.record(id, at: Stage.evening) == false)
    #expect(try silent.stopRecording(isKept: true) == nil)
  }
}
