import Campaign
import Screen

/// A sheet laid out for a page: lines of at most so many columns, and no more of them than fit.
///
/// Where not all fits, a long entry is cut after a few lines. If there is still too much, the sections
/// with the most lines lose their last entries, and say how many.
struct SheetLayout {
  /// A page as PRODUCT has it.
  static let page = (lines: 66, columns: 80)
  /// Columns of the names of sections, with the gap behind.
  static let label = 14
  /// Lines that one entry may take: the most with which all of them fit, or the least.
  static let entryLines = [.max, 5, 3, 2]

  struct Part {
    var section: Sheet.Section
    /// The lines of each entry that is shown.
    var entries: [[String]]
    /// How many entries are left out.
    var omitted: Int

    /// Lines it takes on the page.
    var height: Int { entries.reduce(0) { $0 + $1.count } + (omitted > 0 ? 1 : 0) }

    /// What is said of the entries left out; nil if none is.
    var remark: String? { omitted > 0 ? "… and \(omitted) more" : nil }
  }

  let sheet: Sheet
  /// The lines of the title, with whom, when and where, and when it was printed.
  private(set) var header: [String] = []
  private(set) var parts: [Part] = []

  init(_ sheet: Sheet) {
    self.sheet = sheet
    for limit in Self.entryLines {
      fill(limit)
      if height <= Self.page.lines { return }
    }
    while height > Self.page.lines, let longest = longestPart {
      parts[longest].entries.removeLast()
      parts[longest].omitted += 1
    }
  }

  private mutating func fill(_ limit: Int) {
    header = Self.header(of: sheet, limit: limit)
    let width = Self.page.columns - 1 - Self.label
    parts = sheet.sections.map { section in
      Part(
        section: section,
        entries: section.entries.map { Self.lines(of: $0.text, width: width, limit: limit) },
        omitted: section.omitted)
    }
  }

  /// All lines, those of the title and the one after them included.
  var height: Int { header.count + 1 + parts.reduce(0) { $0 + $1.height } }

  /// Whether there is room for an empty line between sections.
  var isLoose: Bool { height + parts.count - 1 <= Self.page.lines }

  /// The part with the most lines of those that can lose an entry; of equal ones the last.
  private var longestPart: Int? {
    parts.indices.filter { parts[$0].entries.count > 1 }
      .max {
        parts[$0].height <= parts[$1].height && $0 < $1 || parts[$0].height < parts[$1].height
      }
  }

  /// One line, or the title on one and the rest below it where that is too long.
  private static func header(of sheet: Sheet, limit: Int) -> [String] {
    let width = page.columns - 1
    let right = sheet.printed.isEmpty ? "" : "printed \(sheet.printed.sanitised())"
    let room = width - (right.isEmpty ? 0 : right.displayWidth + 2)
    let title = sheet.title.uppercased().sanitised()
    let whole = "\(title)   \(sheet.subtitle.sanitised())"
    let fits = whole.displayWidth <= room
    let left = (fits ? whole : title).truncated(to: room)
    return [left.padded(to: width - right.displayWidth) + right]
      + (fits ? [] : lines(of: sheet.subtitle, width: width, limit: limit))
  }

  private static func lines(of text: String, width: Int, limit: Int) -> [String] {
    var lines = text.sanitised().wrapped(to: width).map(String.init)
    guard lines.count > limit else { return lines }
    lines.removeLast(lines.count - limit)
    lines[limit - 1] = (lines[limit - 1] + " …").truncated(to: width)
    return lines
  }
}
