import Campaign
import Practice
import Screen

/// Where the person's machines meet, what each has there, and what is to be settled.
struct SyncScreen: ScreenModel {
  private(set) var figures: SyncFigures
  private var position = ListPosition()
  /// Whether they are being brought together.
  private var isRunning = false

  init(_ figures: SyncFigures) { self.figures = figures }

  enum Action: Sendable {
    case sync, conflicts, place
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, action: .sync, footer: "sync now", help: "Bring your machines together now"),
      Binding(
        "c", action: .conflicts, footer: "both wordings",
        help: "What was changed on two machines, with both wordings"),
      Binding(
        "e", action: .place, footer: "another place",
        help: "Have your machines meet in another place from now on"),
    ] + ListMove.keys.mapped(Action.move)

  static let help = [HelpSection("Sync: your machines", keys.hints())]

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .sync(let figures) = outcome { Self(figures) } else { nil }
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.obstructed { action in
      switch action {
      case .conflicts where figures.conflicts == 0: "Nothing was changed on two machines."
      case .place where isRunning: "Your machines are being brought together."
      default: nil
      }
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .sync:
      guard !isRunning else {
        stage.say("Your machines are being brought together.")
        break
      }
      isRunning = true
      stage.say("Your machines are being brought together; keys go on working.")
      return [.syncNow]
    case .conflicts: return [.loadConflicts]
    case .place:
      stage.go(.open(SyncPlaceScreen(insteadOf: figures.place)))
      return [.loadDraft(of: Notebook.placeDraft)]
    case .move(let move): position.move(move)
    }
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .sync(let figures): self.figures = figures
    // What was settled, or taken back, is counted anew, whoever else wants to know.
    case .conflicts(let conflicts, _):
      figures.conflicts = conflicts.count
      return nil
    case .synced:
      isRunning = false
      return [.loadSync]
    case .tookBack: return [.loadSync]
    case .failed:
      isRunning = false
      return nil
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    let frame = stage.frame
    let foot = foot(frame).lines.count
    // A gap above the machines, and their columns where there is room, and what stands below.
    let reserved = 1 + (frame.isNarrow ? 0 : 1) + (foot > 0 ? foot + 1 : 0)
    let height = frame.height(under: head(frame)) - reserved
    position.settle(
      count: figures.machines.count, height: min(figures.machines.count, max(1, height)))
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("Sync", figures.place.endFitted(to: frame.size.width / 2), on: &canvas)
    let head = head(frame)
    head.draw(on: &canvas, x: frame.left, y: frame.top, height: head.lines.count)
    var y = frame.top + head.lines.count + 1
    let columns = Columns(frame, figures)
    if !frame.isNarrow {
      canvas.draw("machine", x: frame.left, y: y, style: .dim)
      canvas.draw("last change seen", x: columns.last, y: y, style: .dim)
      canvas.draw("changes", x: columns.changes, y: y, style: .dim)
      y += 1
    }
    canvas.focus = (frame.left, y)
    frame.drawList(position, from: y, on: &canvas) { index, y, style, canvas in
      draw(figures.machines[index], y: y, style, columns, on: &canvas)
    }
    y += position.window.count + 1
    let foot = foot(frame)
    foot.draw(
      on: &canvas, x: frame.left, y: y, height: min(foot.lines.count, frame.noticeRow - y))
  }

  private struct Columns {
    var last: Int
    var changes: Int

    init(_ frame: Frame, _ figures: SyncFigures) {
      let name = figures.machines.map(\.title.displayWidth).max() ?? 0
      last = frame.left + max(20, min(name, 30) + 3)
      changes = frame.isNarrow ? min(last, frame.size.width - 20) : last + 22
    }
  }

  private func draw(
    _ machine: SyncFigures.Machine, y: Int, _ style: Style, _ columns: Columns,
    on canvas: inout Canvas
  ) {
    let left = 2
    if style == .reverse { canvas.draw("▸", x: 0, y: y, style: style) }
    let end = (canvas.size.width < 60 ? columns.changes : columns.last) - 1
    canvas.draw(machine.title.truncated(to: end - left), x: left, y: y, style: style)
    var changes = "\(machine.changes)"
    if machine.waiting > 0 { changes += ", \(machine.waiting) not sent yet" }
    if canvas.size.width >= 60 {
      canvas.draw(
        machine.last.truncated(to: columns.changes - columns.last - 1), x: columns.last, y: y,
        style: style)
      if !machine.remark.isEmpty { changes += "; \(machine.remark)" }
    } else if !machine.remark.isEmpty {
      changes = machine.remark
    }
    canvas.draw(
      changes.truncated(to: canvas.size.width - columns.changes - 1), x: columns.changes, y: y,
      style: style)
  }

  private func head(_ frame: Frame) -> Page {
    var page = Page(width: frame.textWidth)
    let waiting = figures.machines.first { $0.isThis }?.waiting ?? 0
    var words = figures.last.map { "Last done \($0)." } ?? "Not done yet."
    if waiting > 0 {
      let verb = waiting == 1 ? "waits" : "wait"
      words +=
        frame.isNarrow
        ? " \(waiting) \(verb) here." : " \(waiting.of("change")) of this machine \(verb)."
    }
    page.add(words)
    if !figures.trouble.isEmpty { page.add(figures.trouble, marker: "! ") }
    return page
  }

  private func foot(_ frame: Frame) -> Page {
    var page = Page(width: frame.textWidth)
    if figures.conflicts > 0 {
      let words = "\(figures.conflicts.of("text was", "texts were")) changed on both"
      page.add(frame.isNarrow ? "\(words) (c)." : "\(words). c shows both wordings.")
    }
    guard !frame.isLow, figures.trouble.isEmpty else { return page }
    page.addGap()
    page.add("Anyone who can read \(figures.place) can read your answers.")
    return page
  }
}

extension Stage {
  /// What leads to the machines, with what was changed on two of them on top if anything was.
  var loadSync: [Effect] {
    [.loadSync] + ((home?.companion.sync?.conflicts ?? 0) > 0 ? [.loadConflicts] : [])
  }
}

extension SyncFigures.Machine {
  fileprivate var title: String { isThis ? "\(name) (this one)" : name }
}

extension String {
  /// As much of its end as fits.
  func endFitted(to width: Int) -> String {
    displayWidth <= width ? self : "…" + String(suffix(max(0, width - 1)))
  }
}
