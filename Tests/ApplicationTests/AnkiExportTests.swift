import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

@Suite(.enabled("“unzip” and “zstd” are not installed") { Unpacking.isPossible })
struct AnkiExportTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private func export(
    _ decks: [String] = [], hasSchedule: Bool = true, to name: String = "out.apkg"
  ) throws -> String {
    try stage.messages {
      try Export(.apkg, decks: decks, hasSchedule: hasSchedule)
        .write(to: stage.home.file(name), in: stage)
    }
  }

  private func collection(_ name: String = "out.apkg") throws -> AnkiCollection {
    let folder = try PackageFolder(in: stage.home.path)
    defer { folder.remove() }
    let bytes = try FileBytes.read(stage.home.file(name), limit: 1 << 24)
    let package = try AnkiPackage(bytes, called: name, in: folder)
    return try #require(try package.collection { _ in true })
  }

  /// Any list of answers comes back as it was, bar how it was given.
  @Test func answersGoThereAndBack() throws {
    let campaign = Campaign("package-reviews", whole: 100, slice: 5)
    for seed in campaign.seeds {
      var random = CaseGenerator(seed: seed)
      let (here, there) = (try Stage(), try Stage())
      var cards: [CardID] = []
      var yaml = "id: mine\ntitle: 'My::own \"deck\" & <b>'\ncards:\n"
      for index in 0..<6 {
        yaml +=
          "  - {id: C\(index), kind: star, competency: data, ask: 'Question \(index) <b> & so on?'}\n"
        if let card = CardID("mine/C\(index)") { cards.append(card) }
      }
      try here.home.writeDeck("mine", yaml)
      try there.home.writeDeck("mine", yaml)
      var times: Set<Int64> = []
      var gradings: [Grading] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        let back = Int64.random(in: 0..<200 * 86_400_000, using: &random)
        let time = Stage.evening.adding(milliseconds: -back / 1000 * 1000)
        guard times.insert(time.milliseconds).inserted else { continue }
        gradings.append(
          Grading(
            card: cards[Int.random(in: 0..<6, using: &random)],
            moment: Moment(time: time, utcOffset: 0),
            grade: Grade.allCases[Int.random(in: 0..<4, using: &random)], mode: .away,
            duration: Bool.random(using: &random) ? Int.random(in: 1..<90_000, using: &random) : nil
          ))
      }
      _ = try here.readyWorkspace().store.add(gradings)
      let path = here.home.file("out.apkg")
      _ = try here.messages {
        try Export(.apkg, decks: ["mine"]).write(to: path, in: here)
        try FileImport(path).run(in: there)
      }
      func rows(_ stage: Stage) throws -> [String] {
        try stage.workspace().store.reviewRows().map {
          "\($0.card) \($0.review.time.milliseconds) \($0.review.grade) \($0.duration ?? 0)"
        }
      }
      #expect(try rows(there) == rows(here), "seed \(seed)")
      #expect(
        try FolderContents.names(there.home.file("decks")).filter { $0.hasSuffix(".yaml") }
          == ["mine.yaml"])
    }
  }

  @Test func suspendedAndNewCardsAreSo() throws {
    let workspace = try stage.readyWorkspace()
    let seen = try #require(CardID("star-people/PE-01"))
    let away = try #require(CardID("star-people/PE-02"))
    _ = try workspace.store.record(
      Grading(
        card: seen, moment: Moment(time: Stage.evening.adding(days: -3), utcOffset: 0),
        grade: .good,
        mode: .away))
    try workspace.store.setSuspended(away, to: true)
    let said = try export(["star-people"])
    #expect(said.contains("tick “Import any learning progress” the first time"))
    let collection = try collection()
    #expect(collection.cards.count(where: \.isSeen) == 1)
    #expect(collection.cards.count(where: \.isSuspended) == 1)
    #expect(collection.log.values.map(\.count) == [1])
    #expect(!collection.isOfFirstScheduler)
    _ = try export(["star-people"], hasSchedule: false)
    #expect(try self.collection().log.isEmpty)
    #expect(try self.collection().cards.allSatisfy { !$0.isSeen && !$0.isSuspended })
  }

  @Test func decksThatAreLeftOutAreNamed() throws {
    #expect(try export().contains("decks are off and are left out"))
    let pack = try #require(
      try stage.readyWorkspace().store.decks(at: stage.clock.now).first { !$0.isOn })
    #expect(!(try export([pack.id])).contains("left out"))
    #expect(try collection().decks.values.contains("Starling::\(pack.title)"))
    #expect(stage.refusal { _ = try export(["nope"]) }?.contains("nope") == true)
    try stage.home.writeDeck("bad", "id: bad\n")
    #expect(try export().contains("bad.yaml has faults and is left out"))
    #expect(
      try stage.messages { try Export(.anki).write(to: stage.home.file("a.txt"), in: stage) }
        .contains("decks are off and are left out"))
  }

  @Test func nothingButAPackageOfItsOwnIsWrittenOver() throws {
    _ = try export(["star-people"])
    _ = try export(["star-people"])
    try stage.home.write(
      try FileBytes.read(
        String(#filePath.dropLast("AnkiExportTests.swift".count)) + "Packages/fsrs-latest.apkg",
        limit: 1 << 20), to: "theirs.apkg")
    #expect(
      stage.refusal { _ = try export(["star-people"], to: "theirs.apkg") }?.contains(
        "is there already") == true)
  }
}
