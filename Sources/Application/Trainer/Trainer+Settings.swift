import Exchange
import Practice
import Store
import TUI

extension Workspace {
  /// The settings for their screen.
  var settingsOutcome: Outcome {
    .settings(
      SettingsListing(
        lines: settingLines, path: places.settings, faults: settingsFaults),
      settingsInForce)
  }

  private var settingLines: [SettingLine] {
    SettingKey.all(in: settings).map { key in
      let value = key.text(settings)
      return SettingLine(
        name: key.name, value: value, standard: key.standard, help: key.help, range: key.range,
        before: key.value(next: -1, to: value), after: key.value(next: 1, to: value),
        isTyped: key.isTyped)
    }
  }

  var settingsInForce: SettingsInForce {
    SettingsInForce(
      schedule: store.schedule, daily: dailyRequest, keyChanges: settings.keyChanges,
      saysQuestions: saysQuestions,
      saysPanel: voice.canSpeak && settings.askAloud != .off)
  }
}
