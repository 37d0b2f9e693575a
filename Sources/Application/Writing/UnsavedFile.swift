import Decks
import Exchange
package import Files
package import Practice
package import Scheduler
import Store
package import TUI

/// A file of what the database did not take before the program ended: beside the database, or in a
/// folder below `$TMPDIR` where there is no room for it.
///
/// It is taken in at the next start. Of drafts each box is a line that says what it is, and the words
/// below it; answers before a panel are an archive.
package struct UnsavedFile {
  package let path: String

  /// The files there are for a home.
  package static func all(in home: String) -> [UnsavedFile] {
    let other = temporary(home)
    let there =
      TemporaryFolder.isOwn(other, kind: .folder)
      ? names(in: other).filter { TemporaryFolder.isOwn($0, kind: .file) } : []
    return (names(in: home) + there).map { UnsavedFile(path: $0) }
  }

  private static func names(in folder: String) -> [String] {
    ((try? FolderContents.names(folder)) ?? [])
      .filter { name in
        name.hasPrefix("unsaved-") && name.hasSuffix(".txt")
          || name.hasPrefix("unsaved-panel-") && name.hasSuffix(".json")
      }
      .map { "\(folder)/\($0)" }
  }

  /// Writes drafts where there is room.
  ///
  /// - Throws: ``Failure`` when there is none anywhere.
  package static func write(_ drafts: [UnsavedText], in home: String, at time: Timestamp)
    throws(Failure)
    -> UnsavedFile
  {
    var text = ""
    for draft in drafts {
      for (place, words) in draft.texts.enumerated() where !words.isEmpty {
        text += "\(draft.card) \(place) \(time.milliseconds) \(words.utf8.count)\n\(words)\n"
      }
    }
    return try write(Array(text.utf8), as: ("unsaved-", ".txt"), in: home, at: time)
  }

  /// Writes answers before a panel where there is room.
  ///
  /// - Throws: ``Failure`` when there is none anywhere.
  package static func write(_ answers: [Attempt], in home: String, at time: Timestamp)
    throws(Failure)
    -> UnsavedFile
  {
    let tables: [PlainTable]
    do throws(StoreError) {
      tables = try Store.contents(of: answers)
    } catch {
      throw Failure(.cannotCreate, error.description)
    }
    return try write(
      Archive(tables: tables, decks: [], settings: nil).json, as: ("unsaved-panel-", ".json"),
      in: home, at: time)
  }

  private static func write(
    _ bytes: [UInt8], as name: (start: String, ending: String), in home: String, at time: Timestamp
  ) throws(Failure) -> UnsavedFile {
    var failure: Failure?
    let other = temporary(home)
    for folder in [home, other] {
      if folder == other, (try? Disk.makeFolder(other)) == nil,
        !TemporaryFolder.isOwn(other, kind: .folder)
      {
        continue
      }
      let path = "\(folder)/\(name.start)\(RunningProgram.own)-\(time.milliseconds)\(name.ending)"
      do throws(Failure) {
        try FileReplacement(path).write(bytes)
        return UnsavedFile(path: path)
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? Failure(.cannotCreate, "what you typed could not be saved")
  }

  /// Where they lie if not beside the database: a folder of that name alone is looked for, since it
  /// takes long to read all that is below `$TMPDIR`.
  private static func temporary(_ home: String) -> String {
    var mark = Fingerprint()
    mark.add(home)
    return "\(TemporaryFolder.parent)/starling-unsaved-\(mark.text.prefix(8))"
  }

  /// Takes it away, since the database has what is in it.
  ///
  /// - Throws: ``Failure`` when it stays.
  package func remove() throws(Failure) {
    do throws(SystemError) {
      try Disk.removeIfThere(path)
    } catch {
      throw Failure(
        .inputOutput,
        "\(path) is taken in, and cannot be deleted: \(error.name); delete it, or each start takes it in again"
      )
    }
    // Only when it was the last one there; the folder of the database is never empty.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    if folder.hasPrefix("\(TemporaryFolder.parent)/starling-unsaved-") {
      Disk.removeFolderIfEmpty(folder)
    }
  }

  /// The answers before a panel that are in it; nil if it has drafts.
  ///
  /// - Throws: ``Failure`` when it is no such file.
  package func answers() throws(Failure) -> [PlainTable]? {
    guard path.hasSuffix(".json") else { return nil }
    let text = try Manuscript.text(at: path, path)
    do throws(Archive.Fault) {
      return try Archive(json: Array(text.utf8)).tables
    } catch {
      throw Failure(.badData, "\(error)")
    }
  }

  /// The drafts in it.
  ///
  /// - Throws: ``Failure`` when it is no such file.
  package func drafts() throws(Failure) -> [(draft: UnsavedText, time: Timestamp)] {
    var rest = Array(try Manuscript.text(at: path, path).utf8)[...]
    var drafts: [(draft: UnsavedText, time: Timestamp)] = []
    while !rest.isEmpty {
      // The card, the box, when it was written in milliseconds, and how many bytes follow.
      let head = rest.prefix { $0 != UInt8(ascii: "\n") }
      let words = String(decoding: head, as: UTF8.self).split(separator: " ")
      rest = rest.dropFirst(head.count + 1)
      guard words.count == 4, let card = CardID(String(words[0])), let place = Int(words[1]),
        let time = Int64(words[2]), let count = Int(words[3]), (0..<64).contains(place),
        (0...rest.count).contains(count)
      else { throw Failure(.badData, "\(path) has been changed; what you typed is still in it") }
      let text = String(decoding: rest.prefix(count), as: UTF8.self)
      rest = rest.dropFirst(count + 1)
      if drafts.last?.draft.card != card {
        drafts.append(
          (UnsavedText(card: card, texts: []), Timestamp(milliseconds: time)))
      }
      let index = drafts.count - 1
      while drafts[index].draft.texts.count <= place { drafts[index].draft.texts.append("") }
      drafts[index].draft.texts[place] = text
    }
    return drafts
  }
}
