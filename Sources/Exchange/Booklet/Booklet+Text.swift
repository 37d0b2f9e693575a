import Screen

extension Booklet {
  /// What every booklet in Markdown begins with.
  private static let heading = "# \(title)\n"

  /// So many bytes all booklets in Markdown begin with.
  public static var markdownOpening: Int { heading.utf8.count }

  public var markdown: String {
    var lines: [String] = []
    if !printed.isEmpty { lines += ["", "printed \(printed.markdownText)"] }
    for chapter in chapters {
      lines += ["", "## \(chapter.title.markdownText)"]
      for piece in chapter.pieces {
        lines += ["", "### \(piece.title.markdownText)"]
        if !piece.remark.isEmpty { lines += ["", "*\(piece.remark.markdownText)*"] }
        for part in piece.parts {
          if !part.title.isEmpty { lines += ["", "**\(part.title)**"] }
          for paragraph in Self.paragraphs(of: part.text) {
            // A backslash at the end is a line break.
            lines += ["", paragraph.map(\.markdownLine).joined(separator: "\\\n")]
          }
        }
      }
    }
    return Self.heading + lines.joined(separator: "\n") + "\n"
  }

  /// So many bytes all booklets in HTML begin with.
  public static var htmlOpening: Int {
    let page = HTMLPage(title: title, style: "", body: "").text.utf8
    let end = Array("</title>".utf8)
    let bytes = Array(page)
    let place = bytes.indices.first { bytes[$0...].starts(with: end) } ?? 0
    return place + end.count
  }

  /// A page that needs nothing else, each text in the direction of its own script.
  public var html: String {
    var body = "<header><h1>\(Self.title)</h1>"
    if !printed.isEmpty { body += "<p>printed \(printed.sanitised().htmlText)</p>" }
    body += "</header>\n"
    for chapter in chapters {
      body += "<section>\n<h2 dir=\"auto\">\(chapter.title.sanitised().htmlText)</h2>\n"
      for piece in chapter.pieces {
        body += "<article>\n<h3 dir=\"auto\">\(piece.title.sanitised().htmlText)</h3>\n"
        if !piece.remark.isEmpty {
          body += "<p class=\"remark\" dir=\"auto\">\(piece.remark.sanitised().htmlText)</p>\n"
        }
        for part in piece.parts {
          if !part.title.isEmpty { body += "<h4>\(part.title.htmlText)</h4>\n" }
          for paragraph in Self.paragraphs(of: part.text) {
            let lines = paragraph.map { $0.sanitised().htmlText }.joined(separator: "<br>\n")
            body += "<p dir=\"auto\">\(lines)</p>\n"
          }
        }
        body += "</article>\n"
      }
      body += "</section>\n"
    }
    return HTMLPage(title: Self.title, style: Self.style, body: body).text
  }

  /// A piece stays on its page where it can, and no heading stands alone at the end of one.
  private static let style = """
    @page { margin: 18mm 16mm }
    :root { color-scheme: light }
    body { margin: 0 auto; max-width: 40em; padding: 1em; background: #fff; color: #000; \
    font: 11pt/1.4 Georgia, "Times New Roman", serif }
    header { border-bottom: 1px solid #000; margin-bottom: 1em }
    h1 { font-size: 1.5em; margin: 0 0 0.2em }
    h2 { font-size: 1.25em; margin: 1.4em 0 0.4em; border-bottom: 1px solid #aaa }
    h3 { font-size: 1.05em; margin: 1.1em 0 0.2em }
    h4 { font: 600 0.8em system-ui, sans-serif; margin: 0.5em 0 0; color: #444 }
    p { margin: 0.1em 0 0.4em; overflow-wrap: anywhere; orphans: 3; widows: 3 }
    .remark { font-style: italic; color: #444 }
    h1, h2, h3, h4 { break-after: avoid; overflow-wrap: anywhere }
    article { break-inside: avoid-page }
    @media print { body { max-width: none; padding: 0; font-size: 10.5pt } }
    """

  /// The lines of each paragraph.
  private static func paragraphs(of text: String) -> [[String]] {
    var paragraphs: [[String]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
      } else {
        paragraphs[paragraphs.count - 1].append(String(line))
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}

extension String {
  /// A line of a paragraph, which begins no list, heading or code of Markdown.
  fileprivate var markdownLine: String {
    let text = String(drop(while: \.isWhitespace)).markdownText
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if let first = text.first, "-+=".contains(first) { return "\\" + text }
    if !digits.isEmpty, text.dropFirst(digits.count).first == ")" {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }
}
