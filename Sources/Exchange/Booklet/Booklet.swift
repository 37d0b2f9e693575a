public import Campaign
public import Decks
import Practice

/// All stories, and the last kept answer to each card, to read and to print.
public struct Booklet: Equatable, Sendable {
  /// A story or an answer.
  struct Piece: Equatable, Sendable {
    var title: String
    /// What it is about, in small letters under its title; empty for nothing.
    var remark = ""
    /// Texts, each with what it is; the title is empty where none is needed.
    var parts: [(title: String, text: String)] = []

    static func == (left: Self, right: Self) -> Bool {
      left.title == right.title && left.remark == right.remark
        && left.parts.elementsEqual(right.parts, by: ==)
    }
  }

  struct Chapter: Equatable, Sendable {
    var title: String
    var pieces: [Piece]
  }

  /// An answer to a card.
  public struct Answer: Equatable, Sendable {
    public var card: Card
    public var kind: CardKind
    /// What was written, box by box.
    public var texts: [String]

    public init(card: Card, kind: CardKind, texts: [String]) {
      (self.card, self.kind, self.texts) = (card, kind, texts)
    }
  }

  static let title = "Starling: stories and answers"

  /// When it was made, such as `Thu 26 Nov 20:10`.
  let printed: String
  let chapters: [Chapter]

  /// - Parameters:
  ///   - stories: the stories.
  ///   - decks: the titles of decks with the answers to their cards, in their order.
  ///   - families: what stories show.
  ///   - printed: when it is made.
  ///   - isForFriend: whether it is for somebody else, such as a coach: without figures that must not be
  ///     claimed and the sentences that say them, without notes, and without answers about doubts, pay, the
  ///     employer and the rounds.
  public init(
    stories: [Kept<Story>], decks: [(title: String, answers: [Answer])], families: [Family],
    printed: String, isForFriend: Bool
  ) {
    self.printed = printed
    let hidden = isForFriend ? stories : []
    let told = stories.map { Self.piece(of: $0.thing, families, hiding: hidden, isForFriend) }
    var chapters = [Chapter(title: "Stories", pieces: told)]
    for deck in decks {
      let answers = deck.answers.filter { !isForFriend || Self.isForOthers($0.card) }
      chapters.append(
        Chapter(title: deck.title, pieces: answers.map { Self.piece(of: $0, hiding: hidden) }))
    }
    self.chapters = chapters.map { chapter in
      Chapter(title: chapter.title, pieces: chapter.pieces.filter { !$0.parts.isEmpty })
    }.filter { !$0.pieces.isEmpty }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { chapters.isEmpty }

  /// How many stories and answers there are in it.
  public var count: Int { chapters.reduce(0) { $0 + $1.pieces.count } }

  // MARK: - What is in it

  private static func piece(
    of story: Story, _ families: [Family], hiding hidden: [Kept<Story>], _ isForFriend: Bool
  ) -> Piece {
    let fits = families.compactMap { family in
      story.fits[family.code].map { "\(family.title) (\($0.rawValue))" }
    }
    var piece = Piece(
      title: without(hidden, story.title), remark: fits.joined(separator: ", "))
    let texts = [
      ("", story.headline), ("Situation", story.situation), ("Task", story.task),
      ("Action", story.action), ("Result", story.result), ("Learning", story.learning),
    ]
    piece.parts = texts.map { ($0.0, without(hidden, $0.1)) }.filter { !$0.1.isEmpty }
    let figures = isForFriend ? story.claims : story.figures
    let lines = figures.map { figure in
      let known = figure.known.isEmpty ? "" : " (\(figure.known))"
      return (figure.isNotToClaim ? "do not claim: " : "") + figure.text + known
    }
    if !lines.isEmpty { piece.parts.append(("Figures", lines.joined(separator: "\n"))) }
    if !isForFriend, !story.notes.isEmpty { piece.parts.append(("Notes", story.notes)) }
    return piece
  }

  private static func piece(of answer: Answer, hiding hidden: [Kept<Story>]) -> Piece {
    let boxes = answer.kind.boxes
    let parts = answer.texts.enumerated().map { place, text in
      (boxes.count > 1 && boxes.indices.contains(place) ? boxes[place] : "", without(hidden, text))
    }
    return Piece(title: answer.card.ask, parts: parts.filter { !$0.1.isEmpty })
  }

  /// A text without the sentences that say a figure that must not be claimed.
  static func without(_ stories: [Kept<Story>], _ text: String) -> String {
    guard !stories.notToClaim(in: text).isEmpty else { return text }
    var result = ""
    var wasLeftOut = false
    for sentence in sentences(of: text) {
      if stories.notToClaim(in: sentence).isEmpty {
        result += sentence
        wasLeftOut = false
      } else if !wasLeftOut {
        result += sentence.last?.isNewline == true ? "…\n" : "… "
        wasLeftOut = true
      }
    }
    // One that is said across the end of a sentence.
    return stories.notToClaim(in: result).isEmpty ? result.trimmed : "…"
  }

  /// The sentences with what stands behind them.
  private static func sentences(of text: String) -> [String] {
    var sentences = [""]
    var isOver = false
    for character in text {
      if character.isNewline {
        sentences[sentences.count - 1].append(character)
        sentences.append("")
        isOver = false
        continue
      }
      if isOver, character.isWhitespace {
        sentences[sentences.count - 1].append(character)
        sentences.append("")
        isOver = false
        continue
      }
      sentences[sentences.count - 1].append(character)
      isOver = ".!?。！？".contains(character) || isOver && "\"”’)»".contains(character)
    }
    return sentences
  }

  /// Whether an answer is one to be heard by others: not what was found out, thought of a round, or is about
  /// doubts or pay.
  private static func isForOthers(_ card: Card) -> Bool {
    switch card.kind {
    case .concern, .reflect, .research, .ask: return false
    case .star, .fit, .goal, .insight, .probe, .task, .panel, .redflag: break
    }
    guard card.id.deck != Notebook.deckID else { return false }
    let words = card.wordings.flatMap { $0.lowercased().split { !$0.isLetter } }
    return !words.contains { payWords.contains(String($0)) }
  }

  private static let payWords: Set = [
    "pay", "paid", "salary", "salaries", "wage", "wages", "compensation", "bonus",
  ]
}
