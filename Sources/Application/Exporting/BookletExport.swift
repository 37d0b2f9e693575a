import Campaign
import Decks
import Exchange
import Files
import Practice
import Store

/// All stories and the last kept answers, to print or to give to somebody.
struct BookletExport {
  let workspace: Workspace
  /// Only answers to cards of these decks; none for all.
  let decks: [String]
  let isForFriend: Bool

  /// Writes it, as HTML or Markdown by the ending of the path.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  func write(to path: String) throws {
    let name = path.lowercased()
    let isHTML = [".html", ".htm"].contains(where: name.hasSuffix)
    guard isHTML || path == "-" || [".md", ".markdown"].contains(where: name.hasSuffix) else {
      throw Failure(
        .usage,
        "a booklet is HTML or Markdown: end its name with .html or .md (“-” is Markdown), not “\(path)”"
      )
    }
    let booklet = try booklet()
    try workspace.export(
      Array((isHTML ? booklet.html : booklet.markdown).utf8), to: path,
      opening: isHTML ? Booklet.htmlOpening : Booklet.markdownOpening, saying: "the booklet is")
    if booklet.isEmpty {
      Output.warn("there is nothing in it: you have kept no story and no written answer yet")
    }
  }

  private func booklet() throws -> Booklet {
    let (store, now) = (workspace.store, workspace.clock.now)
    let answers = try store.keptAnswers()
    var decks: [(title: String, answers: [Booklet.Answer])] = []
    for listing in try workspace.listings(of: self.decks) {
      let cards = try store.cards(ofDeck: listing.id)
      let given = cards.compactMap { card in
        answers[card.id].map {
          Booklet.Answer(card: card, kind: $0.kind, texts: $0.texts)
        }
      }
      decks.append((listing.title, given))
    }
    return Booklet(
      stories: try store.notebook().stories, decks: decks,
      families: workspace.competencies.families, printed: DateText.dayAndTime(now),
      isForFriend: isForFriend)
  }
}
