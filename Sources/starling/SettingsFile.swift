import Exchange
import Glibc

extension SettingKey {
  /// The setting of that name.
  ///
  /// - Throws: ``Failure`` if there is none.
  static func known(_ name: String) throws(Failure) -> SettingKey {
    do throws(Refusal) {
      return try named(name)
    } catch {
      throw Failure(.settings, error.description)
    }
  }
}

/// The settings file as it is now.
struct SettingsFile {
  let path: String
  let settings: Settings
  /// Lines that could not be used.
  let faults: [SettingsFault]
  private let bytes: [UInt8]

  /// Reads it; where there is none the defaults hold.
  init(_ path: String) throws(Failure) {
    self.path = path
    do {
      bytes = try FileBytes.read(path)
    } catch {
      guard error.isMissing else {
        throw Failure(.settings, "cannot read the settings in \(path): \(error.reason)")
      }
      bytes = []
    }
    (settings, faults) = Settings.read(String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// Writes one setting, nil for its default; everything else in the file stays as it is.
  ///
  /// - Throws: ``Failure`` if the setting does not take the value, if the file has changed since it
  ///   was read, or if it cannot be written; then nothing has changed.
  func set(_ key: SettingKey, to value: String?) throws(Failure) {
    let text: String
    do throws(SettingKey.Refusal) {
      text = try SettingsEdit(key, to: value)
        .applied(to: String(decoding: bytes, as: UTF8.self), path: path)
    } catch {
      throw Failure(.settings, error.description)
    }
    guard text.utf8.elementsEqual(bytes) == false else { return }
    try FileReplacement(path).makeFolders()
    try FileReplacement(path).write(Array(text.utf8), expecting: bytes)
  }
}
