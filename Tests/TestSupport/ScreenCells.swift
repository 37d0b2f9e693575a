/// What a person sees of a terminal: its characters with their styles, row by row.
///
/// Two screens are equal if they look the same, whatever was sent to make them so.
public struct ScreenCells: Equatable, CustomStringConvertible {
  private struct Cell: Equatable {
    var character: Character
    var style: [Substring]

    /// Whether nothing can be seen of it: bold and colour do not show on a blank.
    var isBlank: Bool {
      character == " " && !style.contains { $0 == "7" || $0 == "4" || $0.hasPrefix("4") }
    }
  }

  private let rows: [[Cell]]

  /// - Parameter text: rows with the sequences that style them, as `tmux capture-pane -e` gives them.
  init(_ text: String) {
    var style: [Substring] = []
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells: [Cell] = []
      for (index, piece) in line.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
        .enumerated()
      {
        var piece = piece
        if index > 0 {
          let codes = piece.prefix { $0 != "m" }
          piece = piece.dropFirst(codes.count + 1)
          Self.apply(codes, to: &style)
        }
        cells += piece.map { Cell(character: $0, style: style) }
      }
      while let last = cells.last, last.isBlank { cells.removeLast() }
      return cells.map { $0.isBlank ? Cell(character: " ", style: []) : $0 }
    }
  }

  private static func apply(_ codes: Substring, to style: inout [Substring]) {
    for code in codes.split(separator: ";", omittingEmptySubsequences: false) {
      switch code {
      case "", "0": style = []
      case "39": style.removeAll { $0.hasPrefix("3") && $0.count == 2 || $0.hasPrefix("9") }
      case "49": style.removeAll { $0.hasPrefix("4") && $0.count == 2 || $0.hasPrefix("10") }
      default: style.append(code)
      }
    }
  }

  public var description: String {
    rows.map { row in
      var line = ""
      var style: [Substring] = []
      for cell in row {
        if cell.style != style { line += "[\(cell.style.joined(separator: ";"))]" }
        style = cell.style
        line.append(cell.character)
      }
      return line
    }.joined(separator: "\n")
  }
}
