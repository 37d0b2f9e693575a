/// Takes settings from a file of somebody else's, or of another machine: those that run nothing, one by
/// one.
public struct SettingsTaking {
  /// What differs from the settings here and is sound, in the file's order.
  public private(set) var taken: [(key: SettingKey, value: String)] = []
  /// What is left because it runs a program, by its name.
  public private(set) var programs: [String] = []
  /// What is left because it is no setting, or not one that is taken so.
  public private(set) var faults: [SettingsFault]
  /// Whether there was any setting.
  public let isEmpty: Bool

  /// Reads the text of a settings file; `path` is what faults name.
  public init(from text: String, path: String, into settings: Settings) {
    let (entries, found) = SettingsEntry.all(in: text, path: path)
    isEmpty = entries.isEmpty
    faults = found.map { fault in
      var fault = fault
      // That holds for the settings in use, and not for those of another file.
      fault.message = fault.message.replacing(", so the defaults are used", with: "")
      return fault
    }
    var settings = settings
    for entry in entries {
      guard !["programs.", "sync."].contains(where: entry.name.hasPrefix) else {
        programs.append(entry.name)
        continue
      }
      do throws(SettingsFault) {
        let before = settings
        let (key, value) = try entry.apply(to: &settings)
        if settings != before { taken.append((key, value)) }
      } catch {
        faults.append(error)
      }
    }
  }
}
