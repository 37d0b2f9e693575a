import Campaign
import Practice
import Scheduler
import Screen

/// Where the person's machines are to meet, in one line: what `starling sync PLACE` does.
struct SyncPlaceScreen: ScreenModel {
  private var form = EntryForm([.init("Where do your machines meet?")])
  /// Whether they are meeting there.
  private var isRunning = false
  /// Where they have met so far; nil where none is named yet.
  private let known: String?

  init(insteadOf known: String? = nil) { self.known = known }

  static let help = [
    HelpSection("Setting up sync", keys.hints() + EditAction.hintsInForms)
  ]

  enum Action: Sendable { case meet, back }

  private static let keys: [Binding<Action>] = [
    Binding(
      .enter, action: .meet, footer: "meet there",
      help: "Bring your machines together there, now and from now on"),
    Binding(
      .escape, action: .back, footer: "back",
      help: "Back; nothing is set, and what is typed is there next time"),
  ]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  var takesText: Bool { true }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .back:
      stage.go(.leave)
      guard form.isUnsaved else { break }
      if !form.texts[0].isEmpty { stage.say("What you typed is there next time.") }
      return [.keepDraft(form.texts, of: Notebook.placeDraft)]
    case .meet:
      guard !isRunning else {
        stage.say("Your machines are being brought together.")
        break
      }
      let place = form.texts[0].trimmed
      guard !place.isEmpty else {
        form.mark(0, "Name a folder, or the address of a git repository.")
        break
      }
      isRunning = true
      stage.say("Your machines are being brought together.")
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

  var typedText: UnsavedText? { UnsavedText(card: Notebook.placeDraft, texts: form.texts) }

  func nextSave(after time: Timestamp) -> Int? { form.nextSave(after: time) }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .draft(let texts, Notebook.placeDraft): form.begin(with: texts)
    case .draftKept(_, Notebook.placeDraft): form.saved()
    case .syncRefused(let reason):
      isRunning = false
      stage.notice = nil
      form.mark(0, reason)
    case .failed: isRunning = false
    // What it was stands below.
    case .synced(_, isProblem: true): isRunning = false
    case .synced where isRunning: return [.loadSync]
    case .sync(let figures):
      form.saved()
      guard known == nil else {
        // What stands below shows it.
        stage.go(.back)
        return [.keepDraft([], of: Notebook.placeDraft), .loadHome, .loadSync]
      }
      stage.go(.replace(SyncScreen(figures)))
      return [.keepDraft([], of: Notebook.placeDraft), .loadHome]
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) { form.layOut(in: stage.frame) }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let now = known.map { "now \($0.endFitted(to: frame.size.width / 2))" }
    frame.drawHeader("Sync", now ?? "not set up yet", on: &canvas)
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
