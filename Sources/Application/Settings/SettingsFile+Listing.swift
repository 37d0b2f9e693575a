package import Exchange
package import Files

extension SettingsFile {
  /// The settings of the person.
  ///
  /// - Throws: ``Failure`` if the file cannot be read.
  package init(in surroundings: any Surroundings) throws(Failure) {
    try self.init(surroundings.places().settings)
  }

  /// Writes what a setting is, or all.
  ///
  /// - Throws: ``Failure`` when not all of the file can be used, which is said.
  package func list(_ key: SettingKey?, asJSON json: Bool) throws {
    if let key, !json {
      try Output.data(key.text(settings))
    } else {
      try Output.list(
        key.map { [$0] } ?? SettingKey.all(in: settings), asJSON: json,
        titles: ["SETTING", "VALUE", "DEFAULT", "WHAT IT DOES"],
        cells: { [$0.name, $0.text(settings), $0.standard, "\($0.help): \($0.range)"] },
        fields: {
          .object([
            "key": .string($0.name), "value": .string($0.text(settings)),
            "default": .string($0.standard), "takes": .string($0.range), "help": .string($0.help),
          ])
        })
    }
    for fault in faults { Output.warn(fault.description) }
    if !faults.isEmpty { throw Failure(.settings) }
  }
}
