package import Files
package import Store

/// Where the person's files are.
package struct Places {
  /// Their own decks.
  package var decks: String
  package var settings: String
  package var store: StoreLocation
  /// The folder of what was recorded, which lies beside the database.
  package var recordings: String { store.folder + "/recordings" }

  /// Where the environment says: all in `STARLING_HOME` if it is set, else in the XDG folders.
  ///
  /// - Throws: ``Failure`` when not even a home folder is known.
  package init(environment: [String: String]) throws(Failure) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let home = value("STARLING_HOME") {
      let home = Self.absolute(home)
      decks = home + "/decks"
      settings = home + "/config.yaml"
      store = StoreLocation(
        database: home + "/starling.sqlite", deckIndex: home + "/cache/decks.sqlite")
      return
    }
    func folder(_ name: String, _ fallback: String) throws(Failure) -> String {
      // The XDG specification says that a path that is not absolute is to be ignored.
      if let path = value(name), path.hasPrefix("/") { return path + "/starling" }
      guard let home = value("HOME") else {
        throw Failure(
          .unavailable, "neither HOME nor STARLING_HOME is set; set STARLING_HOME to a folder")
      }
      guard home.hasPrefix("/") else {
        throw Failure(
          .unavailable,
          "HOME is “\(home)”, which does not begin with “/”; mend it, or set STARLING_HOME to a folder"
        )
      }
      return home + "/" + fallback + "/starling"
    }
    let configuration = try folder("XDG_CONFIG_HOME", ".config")
    decks = configuration + "/decks"
    settings = configuration + "/config.yaml"
    store = StoreLocation(
      database: try folder("XDG_DATA_HOME", ".local/share") + "/starling.sqlite",
      deckIndex: try folder("XDG_CACHE_HOME", ".cache") + "/decks.sqlite")
  }

  /// A path from the root on.
  package static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    // A folder whose name is no UTF-8 could not be found by it; this one is found from here.
    return Environment.folder.map { $0 + "/" + path } ?? path
  }
}
