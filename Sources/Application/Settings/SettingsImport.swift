import Exchange
package import Files

/// Takes the settings of another file in: of a settings file or of an archive.
package struct SettingsImport {
  package let path: String
  /// Nil if the archive has none.
  private let text: String?

  /// Reads the file.
  ///
  /// - Throws: ``Failure`` if it cannot be read, or is a broken archive.
  package init(_ path: String) throws(Failure) {
    self.path = path
    let bytes = try FileBytes.named(path)
    if Archive.isBegin(of: bytes, path: path) {
      do throws(Archive.Fault) {
        text = try Archive(json: bytes).settings
      } catch {
        throw Failure(.badData, "\(path):\(error); no setting was changed")
      }
    } else {
      text = String(validating: bytes, as: UTF8.self)
      if text == nil {
        throw Failure(.badData, "\(path) is not UTF-8, as settings are; no setting was changed")
      }
    }
    guard (text?.utf8.count ?? 0) <= Self.byteLimit else {
      throw Failure(.badData, "the settings of \(path) are larger than 1 MiB; none was changed")
    }
  }

  /// Takes in what runs nothing, and says of each setting what became of it.
  ///
  /// - Throws: ``Failure`` if a setting is faulty; the others were taken.
  package func run(into file: SettingsFile) throws {
    guard let text else { return Output.warn("\(path) holds no settings") }
    let taking = SettingsTaking(from: text, path: path, into: file.settings)
    try file.set(taking.taken.map { ($0.key, $0.value) })
    for (key, value) in taking.taken { try Output.line("\(key.name): \(value)") }
    for name in taking.programs {
      let why = name.hasPrefix("sync.") ? "says where your answers go" : "runs a program"
      Output.warn("\(name) is left, as it \(why); set it yourself if you want it")
    }
    for fault in taking.faults { Output.warn("\(fault); it is left") }
    if !taking.faults.isEmpty { throw Failure(taking.isEmpty ? .badData : .settings) }
    if taking.taken.isEmpty { Output.warn("no setting was changed") }
  }

  private static let byteLimit = 1 << 20
}
