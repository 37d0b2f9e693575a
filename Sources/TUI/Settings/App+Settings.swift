import Screen

extension App {
  /// What a key does among the settings; nil when it does nothing of its own there.
  mutating func press(_ key: Key, in settings: SettingsScreen) -> [Effect]? {
    guard let draft = settings.draft else {
      return SettingsScreen.keys.action(for: key).map { perform($0, in: settings) }
    }
    var settings = settings
    var effects: [Effect] = []
    if let action = SettingsScreen.typingKeys.action(for: key) {
      switch action {
      case .done:
        settings.setDraft(nil)
        if let line = settings.selected { effects = [.changeSetting(line.name, to: draft)] }
      case .cancel: settings.setDraft(nil)
      case .delete: settings.setDraft(String(draft.dropLast()))
      case .clear: settings.setDraft("")
      }
    } else if case .character(let character) = key {
      settings.setDraft(draft + String(character))
    }
    show(.settings(settings))
    return effects
  }

  private mutating func perform(_ action: SettingsScreen.Action, in settings: SettingsScreen)
    -> [Effect]
  {
    var settings = settings
    switch action {
    case .less: return change(settings.selected, to: settings.selected?.before)
    case .more: return change(settings.selected, to: settings.selected?.after)
    case .type:
      guard settings.selected?.isTyped == true else {
        return change(
          settings.selected, to: settings.selected?.after ?? settings.selected?.standard)
      }
      settings.setDraft(settings.selected?.value)
    case .standard:
      return settings.selected.map { [.changeSetting($0.name, to: nil)] } ?? []
    case .edit: return [.editSettings]
    case .up: settings.move(by: -1)
    case .down: settings.move(by: 1)
    case .top: settings.move(by: -settings.lines.count)
    case .bottom: settings.move(by: settings.lines.count)
    }
    show(.settings(settings))
    return []
  }

  private func change(_ line: SettingLine?, to value: String?) -> [Effect] {
    guard let line, let value else { return [] }
    return [.changeSetting(line.name, to: value)]
  }

  /// A value that was typed could not be written: it stands there again.
  mutating func settingUnkept(_ value: String, _ reason: String) {
    notice = Notice(text: reason, isProblem: true)
    guard case .settings(var settings) = path.last, settings.selected?.isTyped == true else {
      return
    }
    settings.setDraft(value)
    show(.settings(settings))
  }

  /// Shows the settings, and goes by them from now on.
  mutating func showSettings(_ listing: SettingsListing, _ inForce: SettingsInForce) {
    goBy(inForce)
    if let fault = listing.faults.first { notice = Notice(text: fault, isProblem: true) }
    if case .settings(var settings) = path.last {
      settings.renew(listing)
      show(.settings(settings))
    } else {
      path.append(.settings(SettingsScreen(listing)))
    }
  }
}
