import Yams

extension Settings {
  /// Reads `config.yaml`: sections of keys, such as `practice:` with `minutes: 20` under it.
  ///
  /// Every fault is named by its line; what is sound is used all the same, the rest keeps its
  /// default.
  public static func read(_ text: String, path: String) -> (Settings, [SettingsFault]) {
    var settings = Settings()
    var faults: [SettingsFault] = []
    func fault(_ mark: Mark?, _ message: String) {
      faults.append(SettingsFault(path: path, line: mark?.line ?? 1, message: message))
    }
    guard !text.isEmpty else { return (settings, faults) }
    let root: Node?
    do {
      // Without the rules that find a value's type, which is never asked for: making them takes
      // longer than all else at start.
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      fault(Self.mark(of: error), "this is not YAML, so the defaults are used")
      return (settings, faults)
    }
    guard let root else { return (settings, []) }
    guard let sections = root.mapping else {
      fault(root.mark, "this should be sections of settings, such as “practice:”")
      return (settings, faults)
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
        let name = "\(section.scalar?.string ?? "").\(key.scalar?.string ?? "")"
        do throws(SettingKey.Refusal) {
          let setting = try SettingKey.named(name)
          do throws(SettingKey.Refusal) {
            guard let text = value.scalar?.string else {
              throw SettingKey.Refusal("“\(name)” takes \(setting.range)")
            }
            try setting.set(text, in: &settings)
          } catch {
            fault(value.mark, error.description)
          }
        } catch {
          fault(key.mark, error.description)
        }
      }
    }
    return (settings, faults)
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
