import Screen

extension SettingsScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("Settings", listing.path, on: &canvas)
    let rows = rows
    frame.drawList(
      rowPosition, from: frame.listTop, on: &canvas, isRow: { !rows[$0].isTitle }
    ) { index, y, style, canvas in
      draw(rows[index], y: y, style, in: frame, on: &canvas)
    }
    let explanation = explanation(in: frame)
    for (offset, line) in explanation.enumerated() {
      canvas.draw(line, x: 1, y: frame.noticeRow - explanation.count + offset, style: .dim)
    }
  }

  /// Rows of the list, which gives way to the words on the setting that is selected.
  func height(in frame: Frame) -> Int {
    max(1, frame.listHeight - explanation(in: frame).count - (frame.isLow ? 0 : 1))
  }

  enum Row: Equatable {
    case section(Substring)
    case setting(Int)

    var isTitle: Bool { if case .section = self { true } else { false } }
  }

  var rows: [Row] {
    lines.indices.flatMap { index -> [Row] in
      let section = lines[index].section
      let isFirst = index == 0 || lines[index - 1].section != section
      return (isFirst ? [.section(section)] : []) + [.setting(index)]
    }
  }

  private func draw(_ row: Row, y: Int, _ style: Style, in frame: Frame, on canvas: inout Canvas) {
    switch row {
    case .section(let title): canvas.draw(title, x: 1, y: y, style: .bold)
    case .setting(let index):
      let line = lines[index]
      let column = frame.isNarrow ? 22 : 26
      canvas.draw(String(line.key).truncated(to: column - 4), x: 3, y: y, style: style)
      guard index == position.selected, let draft else {
        let sign = line.value == line.standard ? "" : " *"
        canvas.draw(
          (line.value.isEmpty ? "–" : line.value).truncated(to: frame.size.width - column - 4)
            + sign,
          x: column, y: y, style: style)
        return
      }
      // The end of a long text is where one types.
      var shown = Substring(draft)
      while shown.displayWidth > max(1, frame.size.width - column - 2) {
        shown = shown.dropFirst()
      }
      let end = canvas.draw(shown, x: column, y: y, style: style)
      canvas.focus = (end, y)
      canvas.isCursorShown = true
    }
  }

  /// What the setting that is selected does and takes.
  private func explanation(in frame: Frame) -> ArraySlice<String> {
    guard let line = selected else { return [] }
    let standard = line.standard.isEmpty ? "" : " The default is \(line.standard)."
    let words = "\(line.help): \(line.range).\(standard)"
    return words.wrapped(to: frame.size.width - 2, most: frame.isLow ? 2 : 4)[...]
  }
}
