import Files
import Records

/// What this home puts there.
extension SyncFolder {
  /// So many own batches, and they become one.
  static let mostOwn = 64

  /// Puts lines there that nobody has yet.
  ///
  /// - Parameters:
  ///   - lines: those.
  ///   - contents: what is there; afterwards it names the files that are.
  ///   - erased: lines that are to be nowhere any more; those among the own go.
  ///   - name: what this home is called.
  /// - Returns: the home and name of the file that the lines are in; nil if nothing was changed there.
  /// - Throws: ``Failure`` when it cannot be written; then what was there is there.
  func put(
    _ lines: [String], beside contents: inout Contents, without erased: Set<String>,
    as name: String
  ) throws(Failure) -> String? {
    let own = contents.batches.filter { $0.home == home }
    let joins =
      own.count + (lines.isEmpty ? 0 : 1) >= Self.mostOwn
      || own.contains { $0.lines.contains(where: erased.contains) }
    guard !lines.isEmpty || joins else { return nil }
    try refuseLinks()
    try write(README.text, to: "\(path)/README")
    try write("\(name)\n", to: file(home, "name"))
    let all = joins ? Set(own.flatMap(\.lines)).subtracting(erased).union(lines).sorted() : lines
    let bytes = Array(all.map { $0 + "\n" }.joined().utf8)
    let batch = "\(home)/\(Digest.hex(of: bytes, digits: 16) + Self.ending)"
    if !all.isEmpty {
      try FileReplacement(path(of: batch)).write(bytes)
      contents.stamps[batch] = stamp(of: path(of: batch))
    }
    // What a sync that was cut short has left in the own folder.
    for name in try FolderContents.names("\(path)/\(home)")
    where FileReplacement.isTemporary(name) { FileReplacement.clear(file(home, name)) }
    guard joins else { return batch }
    for old in own.map(\.file) where old != batch {
      contents.stamps[old] = nil
      do throws(SystemError) {
        try Disk.removeIfThere(path(of: old))
      } catch {
        throw Failure(.inputOutput, "cannot delete \(path(of: old)): \(error.name)")
      }
    }
    Disk.sync(folder: "\(path)/\(home)")
    return batch
  }

  /// Takes away what a home has put there; what is in it has to be elsewhere by now.
  ///
  /// - Throws: ``Failure`` when something cannot be deleted.
  func remove(_ home: String) throws(Failure) {
    for name in try FolderContents.names("\(path)/\(home)") where ![".", ".."].contains(name) {
      do throws(SystemError) {
        try Disk.removeIfThere(file(home, name))
      } catch {
        throw Failure(.inputOutput, "cannot delete \(file(home, name)): \(error.name)")
      }
    }
    _ = Disk.removeFolderIfEmpty("\(path)/\(home)")
  }

  /// Whoever may write there must not lead this home's lines elsewhere.
  private func refuseLinks() throws(Failure) {
    for name in ["", "/README", "/\(home)", "/\(home)/name"] {
      guard let kind = FileStatus(named: path + name)?.kind else { continue }
      let wanted: FileStatus.Kind = name == "" || name == "/\(home)" ? .folder : .file
      guard kind == wanted else {
        throw Failure(
          .badData,
          "\(path + name) is no \(wanted == .folder ? "folder" : "file"), and Starling did not make it so; take it away"
        )
      }
    }
  }

  /// Writes what is not there yet, just so.
  private func write(_ text: String, to path: String) throws(Failure) {
    let bytes = Array(text.utf8)
    if let there = try? FileBytes.read(path, limit: 1 << 12), there == bytes { return }
    try FileReplacement(path).makeFolders()
    try FileReplacement(path).write(bytes)
  }

  private enum README {
    static let text = """
      Made by Starling (“starling sync”); do not edit. Whoever can read this folder can read your answers.

      """
  }
}
