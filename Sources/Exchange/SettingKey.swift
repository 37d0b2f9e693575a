import Decks
import Practice
import Scheduler
import Screen

/// One setting: its key, what it takes, what it does, and where it goes.
///
/// One table, so that the file, the screen, the commands, the manual and the errors cannot disagree.
public struct SettingKey: Sendable {
  /// What a setting takes.
  public enum Values: Equatable, Sendable {
    /// A number in a range; `step` is what one press of an arrow key changes.
    case number(ClosedRange<Double>, step: Double)
    case whole(ClosedRange<Int>, step: Int)
    case choice([String])
    /// A command line, or nothing.
    case command
    /// A folder or an address, or nothing.
    case place
    /// One key or several.
    case keys
  }

  /// The words that it takes; empty where it takes any of many.
  public var choices: [String] {
    if case .choice(let choices) = values { choices } else { [] }
  }

  /// `section.key`, as the file has it.
  public let name: String
  /// What it does, in one line.
  public let help: String
  public let values: Values
  private let value: @Sendable (Settings) -> String
  private let take: @Sendable (String, inout Settings) -> Bool

  /// The value that is in force.
  public func text(_ settings: Settings) -> String { value(settings) }

  /// The value where nothing else is set.
  public var standard: String { value(Settings()) }

  /// Takes a value in.
  ///
  /// - Throws: ``Refusal`` if it is not one that this setting takes; then nothing is changed.
  public func set(_ text: String, in settings: inout Settings) throws(Refusal) {
    guard take(text, &settings) else { throw Refusal("“\(name)” takes \(range)") }
  }

  /// What the setting takes, in words: `a number from 0.7 to 0.99`.
  public var range: String {
    switch values {
    case .number(let range, _):
      "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
    case .whole(let range, _):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let choices): choices.spoken(last: "or")
    case .command: "a command in one line"
    case .place: "a folder, or the address of a git repository"
    case .keys: "one key or several that stand for no other, such as “w” or “Space Ctrl-N”"
    }
  }

  /// Whether any text can be typed, or else only one of a few values.
  public var isTyped: Bool {
    if case .choice = values { false } else { true }
  }

  /// The value so many steps after another one; nil beyond the end, or where there are no steps.
  public func value(next steps: Int, to text: String) -> String? {
    switch values {
    case .choice(let choices):
      guard let place = choices.firstIndex(of: text), choices.indices.contains(place + steps)
      else { return nil }
      return choices[place + steps]
    case .number(let range, let step):
      guard let value = Double(text) else { return nil }
      // In whole steps, so that 0.9 and a hundredth is 0.91.
      let scale = (1 / min(1, step)).rounded()
      let moved = ((value * scale).rounded() + Double(steps) * (step * scale).rounded()) / scale
      let clamped = min(max(range.lowerBound, moved), range.upperBound)
      return clamped == value ? nil : Self.plain(clamped)
    case .whole(let range, let step):
      guard let value = Int(text) else { return nil }
      let moved = min(max(range.lowerBound, value + steps * step), range.upperBound)
      return moved == value ? nil : String(moved)
    case .command, .place, .keys: return nil
    }
  }

  /// Why a setting cannot be what somebody wants; the text says what it takes.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
  }

  /// The setting of that name.
  ///
  /// - Throws: ``Refusal`` if there is none; it says which was probably meant.
  public static func named(_ name: String) throws(Refusal) -> SettingKey {
    if let known = all.first(where: { $0.name == name }) { return known }
    if name.hasPrefix(keySection), let key = Key(name: String(name.dropFirst(keySection.count))) {
      return change(of: key)
    }
    if name.hasPrefix(keySection) {
      throw Refusal("“\(name.dropFirst(keySection.count))” is no key")
    }
    let near = Suggestion.nearest(to: name, among: all.map(\.name)) ?? nearest(toEndOf: name)
    throw Refusal("there is no setting “\(name)”\(near.map { "; “\($0)” is one" } ?? "")")
  }

  /// The setting whose own name is near to that of another, whatever section that was put in.
  private static func nearest(toEndOf name: String) -> String? {
    func end(_ name: String) -> String { String(name.split(separator: ".").last ?? "") }
    guard
      let near = Suggestion.nearest(
        to: synonyms[end(name).lowercased()] ?? end(name).replacing("-", with: "_"),
        among: all.map { end($0.name) })
    else { return nil }
    return all.first { end($0.name) == near }?.name
  }

  /// What people call settings that have another name here.
  private static let synonyms = [
    "time": "minutes", "length": "minutes", "duration": "minutes", "retention": "desired_retention",
    "interval": "maximum_interval", "theme": "colours", "colors": "colours", "color": "colours",
    "algorithm": "model", "fsrs": "model",
  ]

  /// All settings but the changes of keys, of which there is one for each key.
  public static let all: [SettingKey] =
    [
      number(
        "practice.minutes", "Minutes of a day's session", 1...240, step: 5,
        { $0.minutes }, { $1.minutes = $0 }),
      whole(
        "practice.day_start", "The hour at which a day begins", 0...23, step: 1,
        { $0.dayStart }, { $1.dayStart = $0 }),
      choice(
        "practice.sureness", "Asks how sure you are of an answer before it", { $0.sureness },
        { $1.sureness = $0 }),
      choice(
        "practice.ask_aloud", "Where your speaker says the questions: in a panel, or always",
        { $0.askAloud }, { $1.askAloud = $0 }),
      choice(
        "memory.model", "The memory model; the reviews stay, dates follow it", { $0.model },
        { $1.model = $0 }),
      number(
        "memory.desired_retention", "The recall at which a card comes back", 0.7...0.99, step: 0.01,
        { $0.desiredRetention }, { $1.desiredRetention = $0 }),
      whole(
        "memory.maximum_interval", "The most days until a card comes back", 1...36500, step: 30,
        { $0.maximumInterval }, { $1.maximumInterval = $0 }),
      choice(
        "memory.fuzz", "Spreads dates from three days on a little", { $0.fuzz },
        { $1.fuzz = $0 }),
      choice(
        "memory.fit", "Fits the memory model to your answers by itself, after practice", { $0.fit },
        { $1.fit = $0 }),
      choice(
        "screen.colours", "By the background, for a dark or a light one, none, or bold instead",
        { $0.colours },
        { $1.colours = $0 }),
      choice(
        "screen.mouse",
        "The wheel scrolls, a click selects, a second one opens; Shift marks text as elsewhere",
        { $0.mouse },
        { $1.mouse = $0 }),
      choice(
        "screen.signal",
        "A sound or a flash when an answer is at 2:30 and at 3:00, a short one at its end",
        { $0.signal },
        { $1.signal = $0 }),
      choice(
        "screen.notices",
        "A notice on your desktop at 2:30 and when an answer is written down, if the terminal can",
        { $0.notices }, { $1.notices = $0 }),
      command(
        "programs.editor", "Your editor; empty is $VISUAL, $EDITOR, git's, editor, nano or vi",
        { $0.editor },
        { $1.editor = $0 }),
      command(
        "programs.recorder", "Records spoken answers (“arecord -q -f cd”); empty records nothing",
        { $0.recorder }, { $1.recorder = $0 }),
      command(
        "programs.player", "Plays a recording (“aplay -q”)", { $0.player }, { $1.player = $0 }),
      command(
        "programs.transcriber",
        "Writes down what you said (“whisper-cli -m MODEL -ml 1 -sow -np -f”); empty writes nothing",
        { $0.transcriber }, { $1.transcriber = $0 }),
      command(
        "programs.speaker", "Says the questions (“espeak-ng -s 150 --stdin”); empty says nothing",
        { $0.speaker }, { $1.speaker = $0 }),
      whole(
        "recordings.keep",
        "Days until the sound of a written-down answer is deleted; 0 keeps all", 0...3650,
        step: 30, { $0.recordingDays }, { $1.recordingDays = $0 }),
      choice(
        "sync.automatic", "Meets your other machines at start and end, if the place is a folder",
        { $0.syncAutomatic }, { $1.syncAutomatic = $0 }),
      command(
        "sync.place", "The folder or git repository that your machines share (“starling sync”)",
        { $0.syncPlace }, { $1.syncPlace = $0 }, values: .place),
    ] + ObservationKind.allCases.map(observing) + DeliveryKind.allCases.map(measuring)

  /// The switch of what is looked for in written answers.
  private static func observing(_ kind: ObservationKind) -> SettingKey {
    choice(
      "observations.\(kind.rawValue)", kind.help,
      { $0.observing.contains(kind) ? Switch.on : .off },
      { kinds, settings in
        if kinds == .on { settings.observing.insert(kind) } else { settings.observing.remove(kind) }
      })
  }

  /// The switch of what is told of how an answer was spoken.
  private static func measuring(_ kind: DeliveryKind) -> SettingKey {
    choice(
      "observations.\(kind.rawValue)", kind.help,
      { $0.measuring.contains(kind) ? Switch.on : .off },
      { kinds, settings in
        if kinds == .on { settings.measuring.insert(kind) } else { settings.measuring.remove(kind) }
      })
  }

  /// All settings with the changes of keys that there are.
  public static func all(in settings: Settings) -> [SettingKey] {
    all + settings.keyChanges.all.map { change(of: $0.key) }
  }

  /// The section of the changes of keys: `keys.w: W` puts on `W` what `w` does.
  static let keySection = "keys."

  private static func change(of key: Key) -> SettingKey {
    SettingKey(
      name: keySection + key.name, help: "Keys that do what \(key.name) does", values: .keys,
      value: { $0.keyChanges.keys(for: key).map(\.name).joined(separator: " ") },
      take: { text, settings in
        let keys = text.split(separator: " ").map { Key(name: String($0)) }
        guard !keys.isEmpty, !keys.contains(nil) else { return false }
        return (try? settings.keyChanges.set(keys.compactMap { $0 }, for: key)) != nil
      })
  }
}

// MARK: - How each type is read and written

extension SettingKey {
  private static func number(
    _ name: String, _ help: String, _ range: ClosedRange<Double>, step: Double,
    _ value: @escaping @Sendable (Settings) -> Double,
    _ set: @escaping @Sendable (Double, inout Settings) -> Void
  ) -> SettingKey {
    SettingKey(
      name: name, help: help, values: .number(range, step: step), value: { plain(value($0)) },
      take: { text, settings in
        guard let value = Double(text), range.contains(value) else { return false }
        set(value, &settings)
        return true
      })
  }

  private static func whole(
    _ name: String, _ help: String, _ range: ClosedRange<Int>, step: Int,
    _ value: @escaping @Sendable (Settings) -> Int,
    _ set: @escaping @Sendable (Int, inout Settings) -> Void
  ) -> SettingKey {
    SettingKey(
      name: name, help: help, values: .whole(range, step: step), value: { String(value($0)) },
      take: { text, settings in
        guard let value = Int(text), range.contains(value) else { return false }
        set(value, &settings)
        return true
      })
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ help: String, _ value: @escaping @Sendable (Settings) -> Choice,
    _ set: @escaping @Sendable (Choice, inout Settings) -> Void
  ) -> SettingKey {
    SettingKey(
      name: name, help: help, values: .choice(Choice.allCases.map(\.rawValue)),
      value: { value($0).rawValue },
      take: { text, settings in
        // “highContrast” is what “high-contrast” was called, and may be called.
        let parted = text.reduce(into: "") {
          $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)"
        }
        guard let value = Choice(rawValue: text) ?? Choice(rawValue: parted) else { return false }
        set(value, &settings)
        return true
      })
  }

  private static func command(
    _ name: String, _ help: String, _ value: @escaping @Sendable (Settings) -> String,
    _ set: @escaping @Sendable (String, inout Settings) -> Void, values: Values = .command
  ) -> SettingKey {
    SettingKey(
      name: name, help: help, values: values, value: value,
      take: { text, settings in
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return false }
        set(text, &settings)
        return true
      })
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}

extension [String] {
  /// `a, b or c`.
  fileprivate func spoken(last word: String) -> String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " \(word) " + (last ?? "")
  }
}
