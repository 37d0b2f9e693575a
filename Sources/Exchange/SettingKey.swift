import Scheduler

/// One setting: its key, what it takes, and where it goes.
///
/// One table, so that the file, the commands and the errors cannot disagree.
struct SettingKey: Sendable {
  var name: String
  /// What it takes, for the error: `a number from 0.7 to 0.99`.
  var range: String
  /// Takes the text in; false when it is out of range or no such value.
  var set: @Sendable (String, inout Settings) -> Bool

  static let all: [SettingKey] = [
    number("practice.minutes", 1...240) { $1.minutes = $0 },
    whole("practice.day_start", 0...23) { $1.dayStart = $0 },
    SettingKey(
      name: "memory.model",
      range: ModelName.allCases.map(\.rawValue).joined(separator: " or ")
    ) { text, settings in
      guard let model = ModelName(rawValue: text) else { return false }
      settings.model = model
      return true
    },
    number("memory.desired_retention", 0.7...0.99) { $1.desiredRetention = $0 },
    whole("memory.maximum_interval", 1...36500) { $1.maximumInterval = $0 },
  ]

  private static func number(
    _ name: String, _ range: ClosedRange<Double>,
    _ set: @escaping @Sendable (Double, inout Settings) -> Void
  ) -> SettingKey {
    SettingKey(
      name: name, range: "a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
    ) { text, settings in
      guard let value = Double(text), range.contains(value) else { return false }
      set(value, &settings)
      return true
    }
  }

  private static func whole(
    _ name: String, _ range: ClosedRange<Int>,
    _ set: @escaping @Sendable (Int, inout Settings) -> Void
  ) -> SettingKey {
    SettingKey(
      name: name, range: "a whole number from \(range.lowerBound) to \(range.upperBound)"
    ) { text, settings in
      guard let value = Int(text), range.contains(value) else { return false }
      set(value, &settings)
      return true
    }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
