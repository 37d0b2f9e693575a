import Campaign
import Decks
import Exchange
import Files
import Practice
import TUI

/// The stories of a file as rows that a person looks at, and what has become of them then.
struct StoryPreview {
  /// Those of the rows; nil for what was passed over.
  private let found: [FoundStory?]
  let proposal: ImportProposal

  /// - Parameters:
  ///   - stories: those that are new.
  ///   - passedOver: what else is in the file.
  ///   - source: what messages call it.
  ///   - families: by which stories are sorted.
  init(
    of stories: [FoundStory], _ passedOver: [PassedOver], source: String, families: [Family]
  ) {
    var rows: [(story: FoundStory?, entry: ImportEntry)] = stories.map {
      ($0, Self.entry(of: $0, families))
    }
    for line in passedOver {
      rows.append(
        (
          nil,
          ImportEntry(line: line.line, text: line.text, sort: line.sort, isOffered: false)
        ))
    }
    rows.sort { $0.entry.line < $1.entry.line }
    found = rows.map(\.story)
    proposal = ImportProposal(
      source: source, noun: ("story", "stories"), target: "your stories", sorter: "Family",
      options: [FormOption("", title: "none")]
        + families.map { FormOption($0.code, title: families.shortTitle(of: $0.code)) },
      entries: rows.map(\.entry))
  }

  private static func entry(of found: FoundStory, _ families: [Family]) -> ImportEntry {
    let story = found.story
    let parts = [
      ("Situation", story.situation), ("Task", story.task), ("Action", story.action),
      ("Result", story.result),
    ]
    var details = parts.filter { !$0.1.isEmpty }.map { name, text in
      "\(name): \(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(120))"
    }
    let missing = parts.filter(\.1.isEmpty).map(\.0)
    if !missing.isEmpty { details.append("Nothing for \(missing.joined(separator: ", ")).") }
    let first = first(of: story, families)
    let others = families.map(\.code).filter { story.fits[$0] != nil && $0 != first }
    if !others.isEmpty {
      details.append("Also \(others.map { families.shortTitle(of: $0) }.joined(separator: ", ")).")
    }
    if found.isTitleProposed { details.append("Its title is a proposal; e writes another.") }
    return ImportEntry(
      line: found.line, text: story.title, details: details, choice: first,
      why: first.isEmpty ? "–" : found.areFamiliesProposed ? "words" : "file",
      reason: first.isEmpty
        ? "" : found.areFamiliesProposed ? "a guess from its words" : "as the file says",
      isGuess: found.areFamiliesProposed || found.isTitleProposed,
      figures: story.figures.map(\.text))
  }

  /// The family that it shows best.
  private static func first(of story: Story, _ families: [Family]) -> String {
    let codes = families.map(\.code).filter { story.fits[$0] != nil }
    let best = codes.compactMap { story.fits[$0] }.min()
    return codes.first { story.fits[$0] == best } ?? ""
  }

  /// Refuses titles that two stories would have.
  ///
  /// - Throws: ``Failure`` that names the line.
  func check(_ entries: [ImportEntry], besides notebook: Notebook) throws(Failure) {
    var titles: [String] = []
    for entry in entries where entry.isTaken {
      let isTaken =
        titles.contains { $0.isSameName(as: entry.text) }
        || notebook.story(titled: entry.text) != nil
      guard !isTaken else {
        throw Failure(
          .badData,
          "line \(entry.line): there is a story “\(entry.text)” already; e writes another title"
        )
      }
      titles.append(entry.text)
    }
  }

  /// The stories that are taken, as the person wants them, and all else.
  func stories(with entries: [ImportEntry]) -> ([FoundStory], [PassedOver]) {
    var taken: [FoundStory] = []
    var passedOver: [PassedOver] = []
    for (row, (entry, found)) in zip(entries, found).enumerated() {
      guard entry.isTaken, var found else {
        passedOver.append(PassedOver(entry.line, entry.sort ?? .leftOutStory, entry.text))
        continue
      }
      found.story.title = entry.text
      let before = proposal.entries[row].choice
      if entry.choice != before {
        let fit = before.isEmpty ? nil : found.story.fits.removeValue(forKey: before)
        if !entry.choice.isEmpty { found.story.fits[entry.choice] = fit ?? .workable }
      }
      if !entry.keepsFigures { found.story.figures = [] }
      taken.append(found)
    }
    return (taken, passedOver)
  }
}
