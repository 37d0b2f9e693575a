import Campaign
import Decks
import Screen

extension LogScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let entries = stage.notebook.entries(of: interview.id)
    let rated = entries.count { $0.landed != nil }
    frame.drawHeader(
      "\(interview.employer) · log of round \(interview.round)",
      "\(entries.count) asked · \(rated) looked at", on: &canvas)
    let page = page(in: frame)
    frame.draw(page, on: &canvas)
    if let choices = choices(on: stage) {
      frame.drawChoices(choices, position, under: page, on: &canvas)
    } else if takesText {
      let top = frame.top + page.lines.count
      canvas.draw(">", x: frame.left, y: top, style: .bold)
      field.draw(
        on: &canvas, x: frame.left + 2, y: top,
        size: Size(width: max(1, frame.textWidth - 2), height: 1), hasFocus: true)
      var below = Page(width: frame.textWidth)
      for line in lines(stage.notebook, stage.families).reversed() {
        below.add(line, marker: "· ")
      }
      below.draw(on: &canvas, x: frame.left, y: top + 2, height: frame.noticeRow - top - 2)
    }
  }

  /// What stands above the field or the choices.
  func page(in frame: Frame) -> Page {
    var page = Page(width: frame.textWidth)
    page.add(heading, style: .bold)
    if !frame.isLow || !takesText { page.add(explanation, style: .dim) }
    page.addGap()
    return page
  }

  /// What there is to choose from; nil where nothing is chosen.
  func choices(on stage: Stage) -> [String]? {
    switch step {
    case .story:
      ["no story"]
        + stage.notebook.stories.map { story in
          let told = stage.notebook.tellings(of: story.id, to: interview.employer).count
          return told > 0 ? "\(story.title) (told)" : story.title
        }
    case .family: ["none of these"] + stage.families.map(\.title)
    default: nil
    }
  }

  private var heading: String {
    switch step {
    case .recall: "Which questions did they ask? Write each as it comes back."
    case .landed(let entry), .story(let entry), .family(let entry), .pressed(let entry),
      .pressedOn(let entry):
      entry.text
    case .doubts: "Which doubts did you hear or sense?"
    case .promises: "What did you say you would do?"
    case .thanks: "What can you thank them for?"
    case .notAsked: "What did nobody touch that you would have liked to tell?"
    case .next: "When do they see you next?"
    }
  }

  private var explanation: String {
    switch step {
    case .recall: "One a line, in any order, without notes. An empty line goes on."
    case .landed: "How did your answer land? Enter skips it."
    case .story: "Which story did you tell?"
    case .family: "What were they after?"
    case .pressed: "Did they press on? Enter skips it."
    case .pressedOn: "On what? A few words, or an empty line."
    case .doubts: "One a line, as they would say it. An empty line goes on."
    case .promises: "One a line. An empty line goes on."
    case .thanks: "One point a line; “Noor: the tour” is for Noor alone. An empty line goes on."
    case .notAsked: "One a line. An empty line goes on."
    case .next: "Such as thu 2pm or 3 dec 14:00. An empty line if you do not know."
    }
  }

  /// What was written so far in this part.
  private func lines(_ notebook: Notebook, _ families: [Family]) -> [String] {
    let log = RoundLog(of: notebook.interview(interview.id) ?? interview, in: notebook)
    switch step {
    case .recall: return log.entries.map(\.text)
    case .doubts: return log.doubts.map(\.text)
    case .promises: return log.promises.map(\.text)
    case .thanks: return log.thankYous.map { $0.line(notebook) }
    case .notAsked:
      let asked = Set(log.entries.compactMap(\.family))
      let untouched = families.map(\.code).filter { !asked.contains($0) }
        .map(families.shortTitle)
      let known = untouched.isEmpty ? [] : ["not asked: \(untouched.joined(separator: ", "))"]
      return log.interview.notAsked + known
    case .landed, .story, .family, .pressed, .pressedOn, .next: return []
    }
  }
}
