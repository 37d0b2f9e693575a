import Decks
import Practice
import Scheduler
import Screen

/// A section of the figures laid out for a window: what matters most in words, the plot, the rest in
/// words.
struct ProgressPage {
  let figures: ProgressFigures
  let section: ProgressSection
  let frame: Frame
  /// Those of the competencies, for their names.
  let families: [Family]
  var page: Page

  /// Plots use the frame's whole width, but two columns at each side.
  init(
    _ figures: ProgressFigures, _ section: ProgressSection, in frame: Frame, families: [Family]
  ) {
    self.families = families
    self.figures = figures
    self.section = section
    self.frame = frame
    page = Page(width: frame.size.width - 4)
  }

  /// Columns of a plot.
  var width: Int { page.width }

  /// Rows of a plot that stands with `others` rows in the window, within what is good to look at.
  func height(beside others: Int, within range: ClosedRange<Int>) -> Int {
    min(max(range.lowerBound, frame.height() - others), range.upperBound)
  }

  mutating func addAll() {
    let words = figures.words(section) { DateText.shortDay($0, from: figures.today) }
    add(words: words.prefix(1), style: .bold)
    if !frame.isLow { page.addGap() }
    switch section {
    case .days: addDays()
    case .readiness: addReadiness()
    case .forecast: addForecast()
    case .recall: addRecall()
    case .answers: addAnswers()
    case .confidence: addConfidence()
    case .week: addWeek()
    case .pace: addPace()
    case .reading: addReading()
    }
    if !frame.isLow { page.addGap() }
    add(words: words.dropFirst())
  }

  /// Adds sentences, not wider than is good to read.
  mutating func add(words: ArraySlice<String>, style: Style = .plain) {
    for line in words {
      for row in line.wrapped(to: max(1, min(width, frame.textWidth))) {
        page.add(verbatim: String(row), style: style)
      }
    }
  }

  mutating func add(_ lines: [String], style: Style = .plain) {
    for line in lines { page.add(verbatim: line, style: style) }
  }

  /// Adds a note on how a plot is to be read.
  mutating func add(note: String) { add(words: [note], style: .dim) }
}

extension DotPlot {
  /// The rows, with the shares from none to all at their left.
  var linesBesideShares: [String] {
    lines.enumerated().map { index, line in
      (index == 0 ? " 100% " : index == height - 1 ? "   0% " : "      ") + line
    }
  }
}
