package import Exchange
package import Files

extension SettingKey {
  /// The setting of that name.
  ///
  /// - Throws: ``Failure`` if there is none.
  package static func known(_ name: String) throws(Failure) -> SettingKey {
    do throws(Refusal) {
      return try named(name)
    } catch {
      throw Failure(.settings, error.description)
    }
  }
}

/// The settings file as it is now.
package struct SettingsFile {
  package let path: String
  package let settings: Settings
  /// Lines that could not be used.
  package let faults: [SettingsFault]
  /// Why the file as a whole could not be read, so that the defaults hold; nil if it could.
  package let problem: Failure?
  private let bytes: [UInt8]

  /// What could not be used, a line each.
  var complaints: [String] {
    [problem?.message.map { "\($0); the defaults are used" }].compactMap(\.self)
      + faults.map(\.description)
  }

  /// No settings have so many bytes.
  private static let byteLimit = 1 << 20

  /// Reads it; where there is none the defaults hold.
  ///
  /// - Throws: ``Failure`` if it cannot be read: for whom the settings are all that matters.
  package init(_ path: String) throws(Failure) {
    let text = try Self.text(of: path)
    self.init(path, text)
  }

  /// The settings file of a person; one that cannot be read stops nothing, and the defaults hold.
  package static func usable(in places: Places) -> SettingsFile {
    do throws(Failure) {
      return try SettingsFile(places.settings)
    } catch {
      return SettingsFile(places.settings, "", problem: error)
    }
  }

  private init(_ path: String, _ text: String, problem: Failure? = nil) {
    self.path = path
    self.problem = problem
    bytes = Array(text.utf8)
    (settings, faults) = Settings.read(text, path: path)
  }

  private static func text(of path: String) throws(Failure) -> String {
    func failure(_ reason: String) -> Failure {
      Failure(
        .settings, "cannot read the settings in \(path): \(reason)")
    }
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path, limit: byteLimit)
    } catch {
      guard error.isMissing else { throw failure(error.reason) }
      return ""
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw failure("not UTF-8; save it as UTF-8, or move it away")
    }
    return text
  }

  /// Writes one setting, nil for its default; everything else in the file stays as it is.
  ///
  /// - Throws: ``Failure`` if the setting does not take the value, if the file has changed since it
  ///   was read, or if it cannot be written; then nothing has changed.
  package func set(_ key: SettingKey, to value: String?) throws(Failure) {
    try set([(key, value)])
  }

  /// Writes several settings in one, all of them or none.
  package func set(_ changes: [(key: SettingKey, value: String?)]) throws(Failure) {
    var text = String(decoding: bytes, as: UTF8.self)
    do throws(SettingKey.Refusal) {
      for change in changes {
        text = try SettingsEdit(change.key, to: change.value).applied(to: text, path: path)
      }
    } catch {
      throw Failure(.settings, error.description)
    }
    guard text.utf8.elementsEqual(bytes) == false else { return }
    try FileReplacement(path).makeFolders()
    try FileReplacement(path).write(Array(text.utf8), expecting: bytes)
  }
}
