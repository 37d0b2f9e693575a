import Screen

extension SettingsScreen {
  func draw(in frame: Frame, on canvas: inout Canvas) {
    frame.drawHeader("Settings", listing.path, on: &canvas)
    let explanation = explanation(width: frame.size.width - 2).prefix(frame.isLow ? 2 : 4)
    // The list gives way to the words on the setting that is selected.
    let height = max(1, frame.listHeight - explanation.count - (frame.isLow ? 0 : 1))
    let rows = Self.rows(of: lines)
    let current = rows.firstIndex { $0 == .setting(position.selected) } ?? 0
    let window = ListPosition(selected: current).window(height: height, count: rows.count)
    for (offset, index) in window.enumerated() {
      draw(rows[index], y: frame.listTop + offset, in: frame, on: &canvas)
    }
    for (offset, line) in explanation.enumerated() {
      canvas.draw(line, x: 1, y: frame.noticeRow - explanation.count + offset, style: .dim)
    }
  }

  private enum Row: Equatable {
    case section(Substring)
    case setting(Int)
  }

  private static func rows(of lines: [SettingLine]) -> [Row] {
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      if index == 0 || lines[index - 1].section != line.section {
        rows.append(.section(line.section))
      }
      rows.append(.setting(index))
    }
    return rows
  }

  private func draw(_ row: Row, y: Int, in frame: Frame, on canvas: inout Canvas) {
    switch row {
    case .section(let title): canvas.draw(title, x: 1, y: y, style: .bold)
    case .setting(let index):
      let line = lines[index]
      let isSelected = index == position.selected
      let style = frame.drawRow(y, isSelected: isSelected, on: &canvas)
      let column = frame.isNarrow ? 22 : 26
      canvas.draw(String(line.key).truncated(to: column - 4), x: 3, y: y, style: style)
      guard isSelected, let draft else {
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
  private func explanation(width: Int) -> [String] {
    guard let line = selected else { return [] }
    let standard = line.standard.isEmpty ? "" : " The default is \(line.standard)."
    return "\(line.help): \(line.range).\(standard)".wrapped(to: width).map(String.init)
  }
}
