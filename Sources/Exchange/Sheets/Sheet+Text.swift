public import Campaign
import Screen

extension Sheet {
  /// The sheet as plain text on one page: at most 66 lines of at most 80 columns.
  public var text: String {
    let layout = SheetLayout(self)
    var lines = layout.header + [""]
    for (index, part) in layout.parts.enumerated() {
      if index > 0, layout.isLoose { lines.append("") }
      let texts = part.entries.flatMap(\.self) + (part.remark.map { [$0] } ?? [])
      lines += texts.enumerated().map { row, text in
        (row == 0 ? part.section.title : "").padded(to: SheetLayout.label) + text
      }
    }
    return lines.map { line in
      let end = line.lastIndex { $0 != " " }
      return end.map { " " + line[...$0] } ?? ""
    }
    .joined(separator: "\n") + "\n"
  }
}
