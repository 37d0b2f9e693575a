public import Practice
public import Screen

extension App {
  /// Takes in one event and says what to do about it.
  public mutating func update(_ event: InputEvent, now: Moment) -> [Effect] {
    let before = stage.now.time
    stage.now = now
    let alarm = alarm(since: before)
    return settled(take(event)) + alarm
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      stage.size = size
      return []
    case .signal, .hangUp: return quit()
    case .tick: return saveIfDue()
    case .paste(let text): return path[top].paste(text, on: &stage) + saveIfDue(atKey: true)
    case .mouse(let mouse):
      stage.notice = nil
      return point(mouse) + saveIfDue(atKey: true)
    case .pasteTooLong:
      guard path[top].takesText else { return [] }
      stage.sayProblem(
        "More than \(InputEvent.longestPaste) characters were pasted; none were taken in. What stood here is as it was."
      )
      return []
    case .key(let key):
      stage.notice = nil
      pointed = nil
      guard let meaning = meaning(of: key) else {
        noteMeaningless(key)
        return []
      }
      return press(meaning) + saveIfDue(atKey: true)
    }
  }

  /// Says how keys are found where a letter means nothing: once on each sort of screen.
  private mutating func noteMeaningless(_ key: Key) {
    guard case .character(let letter) = key, letter.isLetter, !path[top].takesText,
      !(path[top] is HelpScreen),
      hinted.insert(ObjectIdentifier(type(of: path[top]))).inserted,
      let help = stage.keyChanges.keys(for: "?").first?.name
    else { return }
    stage.say("\(letter) does nothing here; \(help) shows the keys.")
  }

  /// What a key stands for that the person presses, or points at; nil if it does nothing.
  func meaning(of key: Key) -> Key? {
    path[top].takesText ? key : stage.keyChanges.meaning(of: key)
  }

  mutating func press(_ key: Key) -> [Effect] {
    if let effects = path[top].press(key, on: &stage) { return effects + follow() }
    switch [Binding<EverywhereAction>].everywhere.action(for: key) {
    case .help:
      // What is typed is not looked after while the help covers it.
      let saving = saveNow()
      path.append(HelpScreen(over: path[top], on: stage))
      return saving
    case .palette:
      if !path[top].takesText { path.append(PaletteScreen(over: path, on: stage)) }
    case .back where key == .escape && path.count == 1:
      // Esc, Esc, Esc is how one comes home.
      stage.say("q quits.")
    case .back: return goBack()
    case .undo where path[top].obstacle(to: key, on: stage) == nil: return [.nameLastAction]
    case .redraw: return [.redraw]
    case .undo, nil:
      if let obstacle = path[top].obstacle(to: key, on: stage) {
        stage.say(obstacle)
      } else {
        noteMeaningless(key)
      }
    }
    return []
  }

  /// Ends what has happened: the screen shown fits what there is now, and what could not be saved
  /// goes with what is saved.
  ///
  /// - Returns: the effects, or if there are none, what has to be read before the screen is drawn.
  mutating func settled(_ effects: [Effect]) -> [Effect] {
    let effects = stage.withUnsaved(effects)
    // Of a screen nothing is drawn in a window that is too small.
    guard !stage.frame.isTooSmall else { return effects }
    path[top].settle(on: stage)
    return effects.isEmpty ? path[top].missing(on: stage) : effects
  }

  // MARK: - From screen to screen

  /// Goes where the screens lead.
  mutating func follow() -> [Effect] {
    var effects: [Effect] = []
    for turn in stage.takeTurns() {
      switch turn {
      case .open(let screen): path.append(screen)
      case .replace(let screen): path[top] = screen
      case .back: effects += goBack()
      case .leave: effects += leave()
      case .press(let key): effects += press(key)
      case .home:
        path.removeSubrange(1...)
        effects.append(.loadHome)
      case .quit: effects += quit()
      }
    }
    return effects
  }

  /// Leaves the screen shown.
  private mutating func goBack() -> [Effect] {
    if let effects = path[top].close(on: &stage) { return effects + follow() }
    return leave()
  }

  /// Leaves the screen shown, without stopping at what comes at its end; leaving home is leaving the
  /// trainer.
  private mutating func leave() -> [Effect] {
    guard path.count > 1 else { return quit() }
    let left = path.removeLast()
    if path.count == 1 { return stage.endsWithSession ? quit() : [.loadHome] }
    return left.changesCards ? path[top].renewal : []
  }
}
