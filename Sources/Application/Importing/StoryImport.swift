import BundledDecks
import Campaign
import Decks
import Exchange
import Files
import Practice
import Store

/// Takes in stories that were written elsewhere.
package struct StoryImport {
  private let bank: StoryBank
  private let path: String

  /// Nil for a file that is none of stories.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what messages call it.
  package init?(_ bytes: [UInt8], path: String) {
    let sorting = CompetencySorting(
      BundledDecks.competencies, examples: BundledDecks.decks.flatMap(\.cards))
    guard
      let bank = StoryBank(bytes, sorting: sorting, competencies: BundledDecks.competencies)
    else { return nil }
    self.bank = bank
    self.path = path == "-" ? "standard input" : path
  }

  /// Takes in those that are new, as one step that can be taken back.
  ///
  /// - Parameters:
  ///   - isDryRun: whether it is only shown what would come of it.
  ///   - surroundings: the machine.
  ///   - screen: shows them to the person first; nil where nobody looks.
  /// - Throws: ``Failure`` and ``StoreError``; then none was taken in.
  package func run(
    isDryRun: Bool, in surroundings: any Surroundings, screen: ImportAtHand.Screen? = nil
  ) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings, keepsCopy: !isDryRun)
    let notebook = try workspace.store.notebook()
    var new: [FoundStory] = []
    var passedOver = bank.passedOver
    for remark in bank.remarks { Output.warn("\(path): \(remark)") }
    if !bank.unusedColumns.isEmpty {
      let columns = bank.unusedColumns.count == 1 ? "column" : "columns"
      Output.warn("\(path): \(columns) passed over: \(bank.unusedColumns.joined(separator: ", "))")
    }
    for found in bank.stories {
      guard let known = notebook.story(titled: found.story.title) else {
        new.append(found)
        continue
      }
      if found.tellsTheSame(as: known.thing) {
        passedOver.append(PassedOver(found.line, .knownStory, found.story.title))
      } else {
        Output.warn(
          "“\(known.title)” reads otherwise here, and stays as it is; the file's is in line \(found.line)"
        )
      }
    }
    if isDryRun { return try show(new, passedOver) }
    var isLookedAt = false
    if let screen, !new.isEmpty {
      let preview = StoryPreview(
        of: new, passedOver, source: path.lastOfPath, families: BundledDecks.competencies.families)
      let atHand = ImportAtHand(preview.proposal) { entries in
        try preview.check(entries, besides: notebook)
      }
      isLookedAt = try screen(atHand, workspace)
      if isLookedAt {
        guard let entries = atHand.taken else { return Output.warn("nothing was imported") }
        (new, passedOver) = preview.stories(with: entries)
      }
    }
    if !new.isEmpty {
      let kept = try workspace.store.keep(new.map { Item($0.story) })
      for item in kept { try Output.line("\(item.number ?? 0)  \(item.thing.title)") }
    }
    Output.warn(new.count.of("story", "stories") + " into your stories" + Self.words(passedOver))
    let proposed = new.filter {
      $0.isTitleProposed || $0.areFamiliesProposed || !$0.story.figures.isEmpty
    }
    if !isLookedAt, !proposed.isEmpty {
      Output.warn(
        "titles, families and figures of \(proposed.count.of("story", "stories")) are proposals: look at them with “starling stories edit”, or \(Self.screen)"
      )
    }
  }

  private static let screen = "in the trainer"

  private static func words(_ passedOver: [PassedOver]) -> String {
    passedOver.isEmpty ? "" : "; passed over \(passedOver.summary)"
  }

  private func show(_ stories: [FoundStory], _ passedOver: [PassedOver]) throws {
    try Output.table(
      [["LINE", "TITLE", "PARTS", "FAMILIES", "FIGURES"]]
        + stories.map { found in
          let story = found.story
          let parts = [
            ("S", story.situation), ("T", story.task), ("A", story.action), ("R", story.result),
          ].map { $1.isEmpty ? "–" : $0 }.joined()
          let families = story.fits.keys.sorted().joined(separator: " ")
          return [
            "\(found.line)", story.title + (found.isTitleProposed ? " ?" : ""), parts,
            families.isEmpty ? "–" : families + (found.areFamiliesProposed ? " ?" : ""),
            story.figures.map(\.text).joined(separator: "; "),
          ]
        })
    Output.warn(
      stories.count.of("story", "stories") + " found" + Self.words(passedOver)
        + "; nothing was kept")
  }
}

extension FoundStory {
  /// Whether a story has the same four parts.
  fileprivate func tellsTheSame(as other: Story) -> Bool {
    story.situation == other.situation && story.task == other.task && story.action == other.action
      && story.result == other.result
  }
}
