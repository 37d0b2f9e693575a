public import Campaign
import Screen

extension Sheet {
  /// The sheet as Markdown, whole: nothing is cut to fit a page.
  public var markdown: String {
    var lines = ["# \(title.markdownText)", "", subtitle.markdownText]
    if !printed.isEmpty { lines += ["", "printed \(printed.markdownText)"] }
    for section in sections {
      lines += ["", "## \(section.title)", ""]
      lines += section.entries.map { "- " + $0.text.markdownText }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
