import Yams

extension Settings {
  /// Reads `config.yaml`: sections of keys, such as `practice:` with `minutes: 20` under it.
  ///
  /// Every fault is named by its line; what is sound is used all the same, the rest keeps its
  /// default.
  public static func read(_ text: String, path: String) -> (Settings, [SettingsFault]) {
    var settings = Settings()
    let (entries, found) = SettingsEntry.all(in: text, path: path)
    var faults = found
    for entry in entries {
      do throws(SettingsFault) {
        _ = try entry.apply(to: &settings)
      } catch {
        faults.append(error)
      }
    }
    return (settings, faults.sorted { $0.line < $1.line })
  }
}

/// A setting as a file has it, which may be none.
struct SettingsEntry {
  /// `section.key`.
  let name: String
  /// Nil if it is no plain text.
  let value: String?
  private let path: String
  private let lines: (key: Int, value: Int)

  /// Sets it.
  ///
  /// - Returns: what was set.
  /// - Throws: ``SettingsFault`` if there is no such setting, or it does not take the value.
  func apply(to settings: inout Settings) throws(SettingsFault) -> (key: SettingKey, value: String)
  {
    let key: SettingKey
    do throws(SettingKey.Refusal) {
      key = try SettingKey.named(name)
    } catch {
      throw SettingsFault(path: path, line: lines.key, message: error.description)
    }
    do throws(SettingKey.Refusal) {
      guard let value else { throw SettingKey.Refusal("“\(name)” takes \(key.range)") }
      try key.set(value, in: &settings)
      return (key, value)
    } catch {
      throw SettingsFault(path: path, line: lines.value, message: error.description)
    }
  }

  /// The settings in a text, in their order, and what in it is none.
  static func all(in text: String, path: String) -> ([SettingsEntry], [SettingsFault]) {
    var entries: [SettingsEntry] = []
    var faults: [SettingsFault] = []
    func fault(_ mark: Mark?, _ message: String) {
      faults.append(SettingsFault(path: path, line: mark?.line ?? 1, message: message))
    }
    guard !text.isEmpty else { return (entries, faults) }
    let root: Node?
    do {
      // Without the rules that find a value's type, which is never asked for: making them takes
      // longer than all else at start.
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      fault(Self.mark(of: error), "this is not YAML, so the defaults are used")
      return (entries, faults)
    }
    guard let root else { return (entries, faults) }
    guard let sections = root.mapping else {
      fault(root.mark, "this should be sections of settings, such as “practice:”")
      return (entries, faults)
    }
    for (section, body) in sections {
      // A section whose settings are all comments is empty.
      if body.scalar?.string == "" { continue }
      guard let keys = body.mapping else {
        fault(
          section.mark, "“\(section.string ?? "this")” should hold settings on lines of their own")
        continue
      }
      for (key, value) in keys {
        entries.append(
          SettingsEntry(
            name: "\(section.scalar?.string ?? "").\(key.scalar?.string ?? "")",
            value: value.scalar?.string, path: path,
            lines: (key.mark?.line ?? 1, value.mark?.line ?? 1)))
      }
    }
    return (entries, faults)
  }

  private static func mark(of error: any Error) -> Mark? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }
}
