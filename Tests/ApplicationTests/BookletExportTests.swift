import Campaign
import Decks
import Files
import GRDB
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

@Suite struct BookletExportTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private func export(_ name: String = "out.md", isForFriend: Bool = false) throws -> String {
    _ = try stage.messages {
      try Export(.booklet, isForFriend: isForFriend).write(to: stage.home.file(name), in: stage)
    }
    return try stage.home.text(of: name)
  }

  private func keep(
    _ texts: [String], minutes: Int, mode: AnswerMode = .typed, purpose: Attempt.Purpose = .answer,
    parts: [RubricPart] = []
  ) throws -> Int64 {
    let card = try #require(CardID("star-people/PE-01"))
    let time = Stage.evening.adding(days: -2).adding(minutes: Double(minutes))
    var attempt = Attempt(
      card: card, kind: .star, moment: Moment(time: time, utcOffset: 0), purpose: purpose)
    attempt.mode = mode
    attempt.texts = texts
    attempt.parts = parts
    return try #require(try stage.readyWorkspace().store.keep(attempt).id)
  }

  @Test func theLastTextThatWasKeptIsTheAnswer() throws {
    #expect(!(try export()).contains("##"))
    _ = try keep(["Old s", "Old t", "Old a", "Old r"], minutes: 0)
    _ = try keep(["New s", "New t", "New a", "New r"], minutes: 1)
    _ = try keep(["", "", "Rebuilt a", ""], minutes: 2, purpose: .rebuild)
    _ = try keep([], minutes: 3, mode: .spoken)
    _ = try keep(["Heard s"], minutes: 4, mode: .spoken)
    let text = try export()
    for part in ["New s", "New t", "Rebuilt a", "New r"] { #expect(text.contains(part), "\(part)") }
    for part in ["Old", "New a", "Heard"] { #expect(!text.contains(part), "\(part)") }
    // Once mended, what was heard is a text of the person's own.
    let spoken = try keep([], minutes: 5, mode: .spoken)
    let queue = try DatabaseQueue(path: stage.home.file("starling.sqlite"))
    try queue.write { db in
      for (version, text, isMended) in [
        (1, "as heard", 0), (2, "as mended", 1), (3, "heard again", 0),
      ] {
        try db.execute(
          literal:
            "INSERT INTO attempt_versions VALUES (\(spoken), \(version), 0, \(text), 0, \(isMended))"
        )
      }
    }
    try queue.close()
    let mended = try export()
    #expect(mended.contains("as mended"))
    for part in ["New s", "as heard", "heard again"] { #expect(!mended.contains(part), "\(part)") }
  }

  @Test func theEndingSaysWhatItIs() throws {
    _ = try stage.readyWorkspace().store.add(
      Story(title: "The refund").with { $0.headline = "I did it." })
    #expect(try export("a.HTML").hasPrefix("<!DOCTYPE html>"))
    #expect(try export("a.HTML").contains("I did it."))
    #expect(try export("a.markdown").hasPrefix("# Starling: stories and answers\n"))
    #expect(
      stage.refusal { _ = try export("a.pdf") }?.contains("end its name with .html or .md") == true)
    // A report, a brief or a page of somebody else's is none.
    try stage.home.write(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<title>Mine</title>", to: "mine.html")
    #expect(stage.refusal { _ = try export("mine.html") }?.contains("is there already") == true)
    #expect(
      try stage.messages {
        try Export(.booklet).write(to: stage.home.file("b.md"), in: try Stage())
      }
      .contains("there is nothing in it"))
  }
}
