public import Practice
public import Scheduler
import Screen

/// How practice has gone and where it leads, as one page of HTML that needs nothing else: no script, no
/// font, nothing from the network.
public struct ProgressReport {
  let figures: ProgressFigures
  let printed: String
  let dayWords: (Day) -> String
  /// What the family of a code is called.
  let familyTitle: (String) -> String
  /// When the person's machines met last; nil where there is only one.
  let synced: String?

  /// - Parameters:
  ///   - figures: what it tells.
  ///   - printed: when it was made, in words.
  ///   - synced: when the person's machines met last; nil where there is only one.
  ///   - familyTitle: what the family of a code is called.
  ///   - dayWords: writes a day.
  public init(
    _ figures: ProgressFigures, printed: String, synced: String? = nil,
    familyTitle: @escaping (String) -> String = { $0 }, dayWords: @escaping (Day) -> String
  ) {
    self.familyTitle = familyTitle
    self.figures = figures
    self.synced = synced
    self.printed = printed
    self.dayWords = dayWords
  }

  public var html: String {
    let sections = ProgressSection.allCases.map { section in
      let words = figures.words(section, dayWords: dayWords)
      let sentences = words.enumerated().map { index, line in
        "<p\(index == 0 ? " class=\"main\"" : "")>\(line.sanitised().htmlText)</p>"
      }
      let drawing = drawing(of: section, words[0])
      return """
        <section>
        <h2>\(section.title.htmlText)</h2>
        \(sentences[0])
        \(drawing)\(sentences.dropFirst().joined(separator: "\n"))
        </section>
        """
    }
    return HTMLPage(
      title: "Starling: progress, \(printed)", style: Self.style,
      body: """
        <header><h1>Progress</h1><span>\(printed.sanitised().htmlText)</span></header>
        \(sections.joined(separator: "\n"))\(foot)
        """
    ).text
  }

  private var foot: String {
    synced.map { "\n<footer><p>Synced last: \($0.sanitised().htmlText).</p></footer>" } ?? ""
  }

  private func drawing(of section: ProgressSection, _ words: String) -> String {
    switch section {
    case .days: daysDrawing(words)
    case .readiness: readinessDrawing(words)
    case .forecast: forecastDrawing(words)
    case .recall: recallDrawing(words)
    case .answers: answersDrawing(words)
    case .confidence: confidenceTable
    case .week: weekTable
    case .pace: paceTable
    case .reading: readingTable
    }
  }

  /// Rows of cells as a table.
  ///
  /// - Parameters:
  ///   - header: the heads of the columns.
  ///   - rows: the cells.
  ///   - numbers: from which column on they are numbers.
  ///   - drawings: what stands behind each row; none by default.
  /// - Returns: the table; empty if there are no rows.
  func table(
    _ header: [String], _ rows: [[String]], numbers: Int = 1, drawings: [SVG] = []
  ) -> String {
    func row(_ cells: [String], _ tag: String, _ drawing: String = "") -> String {
      let cells = cells.enumerated().map { index, cell in
        let style = index >= numbers ? " class=\"n\"" : " dir=\"auto\""
        return "<\(tag)\(style)>\(cell.sanitised().htmlText)</\(tag)>"
      }
      let last = drawings.isEmpty ? "" : "<\(tag)>\(drawing)</\(tag)>"
      return "<tr>\(cells.joined())\(last)</tr>"
    }
    guard !rows.isEmpty else { return "" }
    let body = rows.enumerated().map { index, cells in
      row(cells, "td", drawings.isEmpty ? "" : drawings[index].html(cells.joined(separator: " ")))
    }
    .joined(separator: "\n")
    return "<div class=\"wide\"><table>\n\(row(header, "th"))\n\(body)\n</table></div>\n"
  }

  /// Light by itself and dark where the person's browser asks for it; printed it is light.
  private static let style = """
    :root { color-scheme: light dark; --page: #fff; --ink: #1a1a1a; --soft: #595959; --line: #d8d8d8; \
    --track: #ececec; --mark: #1c6e5a; --l1: #bfe0d4; --l2: #7fc1ab; --l3: #3b937b; --l4: #12503f }
    @media (prefers-color-scheme: dark) { :root { --page: #16191b; --ink: #e8e8e8; --soft: #a8adb0; \
    --line: #3a4044; --track: #2a2f32; --mark: #6fd0b3; --l1: #1f4a3e; --l2: #2f7a65; --l3: #4fae92; \
    --l4: #a5ecd6 } }
    @media print { :root { color-scheme: light } section { break-inside: avoid } }
    body { margin: 0 auto; max-width: 50em; padding: 1em; background: var(--page); color: var(--ink); \
    font: 16px/1.45 system-ui, sans-serif }
    header { display: flex; justify-content: space-between; align-items: baseline; \
    border-bottom: 1px solid var(--line) }
    header span, p { color: var(--soft) }
    p { margin: 0.3em 0 } p.main { color: var(--ink); font-weight: 600 }
    h1 { font-size: 1.5em; margin: 0.2em 0 } h2 { font-size: 1.15em; margin: 1.6em 0 0.3em }
    svg { display: block; width: 100%; height: auto; margin: 0.8em 0 }
    text { fill: var(--soft); font: 11px system-ui, sans-serif }
    .track { fill: var(--track) } .bar, .dot { fill: var(--mark) }
    .thin { fill: none; stroke: var(--line); stroke-dasharray: 3 3 }
    .course { fill: none; stroke: var(--mark); stroke-width: 2 }
    .day { fill: none; stroke: var(--ink); stroke-width: 1.5 }
    .l0 { fill: var(--track) } .l1 { fill: var(--l1) } .l2 { fill: var(--l2) } \
    .l3 { fill: var(--l3) } .l4 { fill: var(--l4) }
    .wide { overflow-x: auto } table { border-collapse: collapse; margin: 0.6em 0 }
    th, td { text-align: left; padding: 0.15em 1em 0.15em 0; border-bottom: 1px solid var(--line); \
    vertical-align: top; overflow-wrap: break-word }
    td svg { height: 15px; margin: 0.3em 0 } td:has(svg) { width: 40% }
    th { font-weight: 600; white-space: nowrap; overflow-wrap: normal } .n { text-align: right; white-space: nowrap }
    @media (max-width: 30em) { body { padding: 0.6em } header { flex-wrap: wrap } \
    th, td { padding-right: 0.5em } th.n { white-space: normal } .broad text { font-size: 18px } \
    td svg { min-width: 3em } td:has(svg) { width: 20% } }
    """
}
