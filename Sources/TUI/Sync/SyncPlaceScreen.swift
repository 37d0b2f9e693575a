import Practice
import Screen

/// Where the person's machines are to meet, in one line: what `starling sync PLACE` does.
struct SyncPlaceScreen: ScreenModel {
  private var form = EntryForm([.init("Where do your machines meet?")])

  static let help = [
    HelpSection("Setting up sync", keys.hints() + EditAction.hintsInForms)
  ]

  enum Action: Sendable { case meet, back }

  private static let keys: [Binding<Action>] = [
    Binding(
      .enter, action: .meet, footer: "meet there",
      help: "Bring your machines together there, now and from now on"),
    Binding(.escape, action: .back, footer: "back", help: "Back; nothing is set"),
  ]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  var takesText: Bool { true }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .back: stage.go(.leave)
    case .meet:
      let place = form.texts[0].trimmed
      guard !place.isEmpty else {
        form.mark(0, "Name a folder, or the address of a git repository.")
        break
      }
      return [.setUpSync(place)]
    }
    return []
  }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    form.handle(key, at: stage.now.time) ? [] : nil
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    form.paste(text, at: stage.now.time)
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .syncRefused(let reason):
      form.mark(0, reason)
      return []
    case .sync(let figures):
      stage.go(.replace(SyncScreen(figures)))
      return [.loadHome]
    default: return nil
    }
  }

  mutating func settle(on stage: Stage) { form.layOut(in: stage.frame) }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("Sync", "not set up yet", on: &canvas)
    let end = form.draw(in: frame, from: frame.top + (frame.isLow ? 0 : 1), on: &canvas)
    var page = Page(width: frame.textWidth)
    page.add("Such as ~/Sync, or name@host:starling.git.")
    if !frame.isLow {
      page.addGap()
      page.add(
        "A folder that something carries between them (Syncthing, Dropbox, a stick), or a git repository. What each machine has practised and written, the others get; settings and recordings stay where they are."
      )
      page.addGap()
    }
    page.add("Anyone who can read it can read your answers.")
    page.draw(on: &canvas, x: frame.left, y: end + 1, height: max(0, frame.noticeRow - end - 1))
  }
}
