import Decks
package import Files

/// Where texts lie while the person's editor has them: in the folder `writing` beside the database, so
/// that they are found again whatever happens; or below `$TMPDIR` where there is no room for that.
package struct Manuscripts {
  /// The folder of the database.
  package let home: String

  private var folder: String { "\(home)/writing" }

  /// With less room than this, in bytes, an editor might not be able to save.
  private static let room = 16 << 20

  /// Begins a text.
  ///
  /// - Parameters:
  ///   - key: what it is of; under this it is found again.
  ///   - name: the file's name, whose ending tells the editor what it is.
  ///   - text: what it holds at first.
  /// - Returns: the text, in a file.
  /// - Throws: ``Failure`` when it can be put in neither place.
  package func begin(_ key: TextKey, name: String, _ text: String) throws(Failure) -> Manuscript {
    let other = temporary
    let isShort = Disk.freeBytes(at: home) < Self.room
    if isShort, Disk.freeBytes(at: other.parent) > Disk.freeBytes(at: home),
      let begun = try? begin(in: other.parent, other.prefix + key.plain, name, text)
    {
      return begun
    }
    do {
      do throws(SystemError) {
        try Disk.makeFolder(folder)
      } catch  where !error.isThereAlready {
        throw Failure(.cannotCreate, "cannot make the folder \(folder): \(error.name)")
      } catch {
        // As wanted.
      }
      return try begin(in: folder, key.plain, name, text)
    } catch {
      guard let begun = try? begin(in: other.parent, other.prefix + key.plain, name, text)
      else { throw error as? Failure ?? Failure(.cannotCreate, "\(error)") }
      if let failure = error as? Failure, let reason = failure.message {
        Output.warn("\(reason); what you write is in \(begun.folder) meanwhile")
      }
      return begun
    }
  }

  private func begin(in parent: String, _ prefix: String, _ name: String, _ text: String)
    throws(Failure) -> Manuscript
  {
    var manuscript: Manuscript?
    // Another Starling that starts now may take the empty folder for one that was left.
    for _ in 0..<3 where manuscript == nil {
      let path = try TemporaryFolder.make(in: parent, "\(prefix)-XXXXXX")
      manuscript = Manuscript(folder: path, name: name, in: folder)
    }
    guard let manuscript else { throw Failure(.tryAgain, "cannot use a folder in \(parent)") }
    do throws(Failure) {
      try manuscript.begin(text)
    } catch {
      manuscript.remove()
      throw error
    }
    return manuscript
  }

  /// The texts of that key that the person wrote and whose Starling has ended, the newest first.
  ///
  /// Those that an editor still has are among them: they are not to be touched.
  package func left(_ key: TextKey, name: String) -> [Manuscript] {
    folders().filter { Self.key(of: $0.name) == key.plain }
      .compactMap { Manuscript(folder: $0.path, name: name, in: folder) }
      .filter { $0.isWritten }.sorted { $0.changed > $1.changed }
  }

  /// Gives a text away that was left unfinished, and takes its file away after that.
  ///
  /// - Parameters:
  ///   - path: its file, as ``left()`` names it.
  ///   - body: is given the text, and when it was written last in nanoseconds since 1970; if it fails,
  ///     the file stays.
  /// - Throws: what `body` throws, and ``Failure`` for what is no text.
  func take(_ path: String, _ body: (_ text: String, _ written: Int64) throws -> Void) throws {
    let own = Disk.folder(of: path)
    let name = String(path.dropFirst(own.utf8.count + 1))
    let manuscript = own == home ? nil : Manuscript(folder: own, name: name, in: folder)
    // Another Starling has it since.
    guard own == home || manuscript != nil, let status = FileStatus(path) else { return }
    try body(
      Manuscript.unmarked(try Manuscript.text(at: path, path)),
      Int64(status.seconds) * 1_000_000_000 + Int64(status.nanoseconds))
    if let manuscript { manuscript.remove() } else { Disk.removeIfPossible(path) }
  }

  /// Takes away what a Starling that has ended left without a word of the person's in it.
  ///
  /// - Parameter isWide: whether to look below `$TMPDIR` as well, where there may be much.
  func tidy(isWide: Bool = true) {
    for (_, left) in abandoned(in: isWide ? folders() : foldersHere()) where !left.isWritten {
      left.remove()
    }
  }

  /// The texts in folders that neither a Starling nor an editor has, each with its plain key.
  private func abandoned(in folders: [(path: String, name: String)])
    -> [(key: String, text: Manuscript)]
  {
    folders.sorted { $0.path < $1.path }.compactMap { found in
      let names = (try? FolderContents.names(found.path)) ?? []
      // Beside it may lie what belongs to an editor.
      let name = names.first { !$0.hasPrefix(".") && !$0.hasPrefix("#") } ?? ""
      guard let left = Manuscript(folder: found.path, name: name, in: folder), !left.isOpen
      else { return nil }
      return (Self.key(of: found.name), left)
    }
  }

  /// All folders of texts, with their names as they would be beside the database.
  private func folders() -> [(path: String, name: String)] {
    let other = temporary
    let there = ((try? FolderContents.names(other.parent)) ?? [])
      .filter { $0.hasPrefix(other.prefix) }
      .map { (path: "\(other.parent)/\($0)", name: String($0.dropFirst(other.prefix.count))) }
      .filter { TemporaryFolder.isOwn($0.path, kind: .folder) }
    return foldersHere() + there
  }

  /// Those beside the database.
  private func foldersHere() -> [(path: String, name: String)] {
    ((try? FolderContents.names(folder)) ?? []).filter { !$0.hasPrefix(".") }
      .map { (path: "\(folder)/\($0)", name: $0) }
  }

  /// Where they lie if not beside the database, and how their names begin: those of another home are
  /// none of ours.
  private var temporary: (parent: String, prefix: String) {
    var mark = Fingerprint()
    mark.add(home)
    return (TemporaryFolder.parent, "starling-\(mark.text.prefix(8))-")
  }

  /// The key in a folder's name.
  private static func key(of name: String) -> String { String(name.dropLast(7)) }

  // MARK: - What is kept for the next time

  /// Where a text of that key is kept that could not be kept as what it is.
  ///
  /// - Parameters:
  ///   - key: what it is of.
  ///   - name: the name of its file while an editor has it.
  /// - Returns: its path.
  package func unfinished(_ key: TextKey, name: String) -> String {
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    return "\(home)/\(Self.unfinished)\(key.plain)\(ending)"
  }

  private static let unfinished = "unfinished-"

  /// What was left unfinished and nobody has open.
  struct Left {
    /// The texts, each with its plain key.
    var texts: [(key: String, path: String)] = []
    /// Where words are that nothing but an editor can bring back, each with what to do.
    var rescued: [String] = []
  }

  /// Looks for all that was left unfinished, below `$TMPDIR` as well.
  func left() -> Left {
    var left = Left()
    for name in ((try? FolderContents.names(home)) ?? []).sorted()
    where name.hasPrefix(Self.unfinished) {
      let end = name.lastIndex(of: ".") ?? name.endIndex
      let key = String(name[..<end].dropFirst(Self.unfinished.count))
      left.texts.append((key, "\(home)/\(name)"))
    }
    for (key, text) in abandoned(in: folders()) {
      if let words = text.rescueWords {
        left.rescued.append(words)
      } else if text.isWritten {
        left.texts.append((key, text.path))
      }
    }
    return left
  }
}
