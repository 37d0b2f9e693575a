public import Campaign
import Screen

extension Sheet {
  /// The sheet as a page of HTML that needs nothing else and prints on one page of A4 or Letter.
  ///
  /// It has what the page of plain text has. Each entry has the direction of its own script.
  public var html: String {
    let layout = SheetLayout(self)
    let size = Self.fontSize(lines: layout.height)
    let rows = layout.parts.map { part in
      let count = part.entries.count
      let items = part.section.entries.prefix(count).enumerated().map { index, entry in
        let isCut = part.entries[index].last?.hasSuffix("…") == true
        let text = isCut ? part.entries[index].joined(separator: " ") : entry.text.sanitised()
        return "<li dir=\"auto\">\(text.htmlText)</li>"
      }
      let remark = part.remark.map { ["<li class=\"more\">\($0.htmlText)</li>"] } ?? []
      let title = part.section.title.htmlText
      return "<section><h2>\(title)</h2><ul>\((items + remark).joined())</ul></section>"
    }
    let header = (printed.isEmpty ? "" : "printed \(printed.sanitised())").htmlText
    return HTMLPage(
      title: "\(title): \(subtitle)",
      style: """
        @page { margin: 12mm }
        :root { color-scheme: light }
        body { margin: 0 auto; max-width: 46em; padding: 0.5em; background: #fff; color: #000; \
        font: \(size)pt/1.2 system-ui, sans-serif }
        header { display: flex; gap: 1em; justify-content: space-between; align-items: baseline; \
        border-bottom: 1px solid #000; margin-bottom: 0.4em }
        h1 { font-size: 1.2em; margin: 0 }
        h2 { font-size: 0.85em; margin: 0.1em 0 0; letter-spacing: 0.03em }
        section { display: grid; grid-template-columns: 8.5em 1fr; padding: 0.15em 0; \
        border-bottom: 1px solid #ddd; break-inside: avoid }
        ul { margin: 0; padding: 0; list-style: none; min-width: 0 }
        li { overflow-wrap: anywhere }
        .more { color: #555 }
        @media print { body { max-width: none; padding: 0 } }
        """,
      body: """
        <header><h1>\(title.htmlText)</h1><span dir="auto">\(subtitle.sanitised().htmlText)</span>\
        <span>\(header)</span></header>
        \(rows.joined(separator: "\n"))
        """
    ).text
  }

  /// The size of type in points at which so many lines stand on a page.
  private static func fontSize(lines: Int) -> Double {
    switch lines {
    case ...40: 11
    case ...50: 10
    case ...58: 9
    default: 8
    }
  }
}
