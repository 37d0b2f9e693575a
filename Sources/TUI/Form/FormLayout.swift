import Campaign
import Practice
import Scheduler
import Screen

/// Where the fields of a form are: the open one takes what it needs, the others a line each as long as
/// there is room.
struct FormLayout {
  let frame: Frame
  let focus: Int
  /// The fields in view.
  let range: Range<Int>
  /// Rows of the open field below its name, its fault aside.
  let openHeight: Int
  /// Columns of the names.
  let labelWidth: Int

  private static let widestLabel = 16

  init(_ fields: [FieldEditor], focus: Int, in frame: Frame) {
    self.frame = frame
    self.focus = focus
    let widest = fields.map(\.field.title.displayWidth).max() ?? 0
    labelWidth = min(max(widest + 2, frame.isNarrow ? 13 : 12), Self.widestLabel)
    let room = frame.noticeRow - Self.top(frame)
    func cost(_ index: Int) -> Int { fields[index].fault == nil ? 1 : 2 }
    let fault = fields[focus].faultLines(in: frame).count
    // One before it and two after are always in view, and it always has a row.
    let near = fields.indices.filter { $0 != focus && (focus - 1...focus + 2).contains($0) }
    let kept = near.reduce(0) { $0 + cost($1) }
    let most = max(fields[focus].isBox || fields[focus].needsRows ? 1 : 0, room - 1 - fault - kept)
    let open = min(
      fields[focus].wantedHeight(in: frame, valueWidth: frame.textWidth - labelWidth), most)
    openHeight = max(0, open)
    var used = 1 + openHeight + fault
    var (first, last) = (focus, focus)
    func take(_ index: Int) -> Bool {
      guard fields.indices.contains(index), used + cost(index) <= room else { return false }
      used += cost(index)
      return true
    }
    if take(first - 1) { first -= 1 }
    for _ in 0..<2 where take(last + 1) { last += 1 }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      if take(last + 1) { (last, isGrowing) = (last + 1, true) }
      if take(first - 1) { (first, isGrowing) = (first - 1, true) }
    }
    range = first..<(last + 1)
  }

  /// The first row of the fields.
  static func top(_ frame: Frame) -> Int { frame.isLow ? 1 : 2 }

  /// Columns of what stands beside a name.
  var valueWidth: Int { frame.textWidth - labelWidth }

  func draw(_ fields: [FieldEditor], _ stage: Stage, on canvas: inout Canvas) {
    var y = Self.top(frame)
    for index in range where y < frame.noticeRow {
      let field = fields[index]
      let isOpen = index == focus
      canvas.mark(x: 0, y: y, width: frame.size.width, as: .field(index))
      let style: Style = isOpen ? .bold : .plain
      if isOpen { canvas.draw("▸", x: frame.left - 2, y: y, style: .bold) }
      canvas.draw(
        field.field.title.truncated(to: labelWidth - 1), x: frame.left, y: y, style: style)
      let x = frame.left + labelWidth
      if isOpen {
        canvas.focus = (frame.left, y)
        field.drawOpen(
          in: frame, x: x, y: y, width: valueWidth, height: openHeight, stage, on: &canvas)
        y += 1 + openHeight
      } else {
        canvas.draw(
          field.summary(stage.families, isNarrow: frame.isNarrow).truncated(to: valueWidth), x: x,
          y: y)
        y += 1
      }
      let faults = isOpen ? field.faultLines(in: frame) : field.faultLines(in: frame, most: 1)
      for line in faults where y < frame.noticeRow {
        canvas.draw(line, x: frame.left, y: y, style: .bold)
        if line.hasPrefix("!") { canvas.draw("!", x: frame.left, y: y, style: Style(.error)) }
        y += 1
      }
    }
    if range.lowerBound > 0 {
      canvas.draw("↑", x: frame.size.width - 2, y: Self.top(frame), style: .dim)
    }
    if range.upperBound < fields.count {
      canvas.draw("↓", x: frame.size.width - 2, y: max(Self.top(frame), y - 1), style: .dim)
    }
  }
}
