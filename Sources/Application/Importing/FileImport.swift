import Exchange
import Files
import Store

/// Brings in what was written elsewhere: an archive, reviews, stories or questions.
package struct FileImport {
  private let path: String
  private let choices: ImportChoices

  /// - Parameters:
  ///   - path: the file; `-` for standard input.
  ///   - choices: what the person says of it.
  package init(_ path: String, _ choices: ImportChoices = ImportChoices()) {
    self.path = path
    self.choices = choices
  }

  /// Takes in another database: where it is, since its log lies beside it.
  private func importDatabase(_ bytes: [UInt8], in surroundings: any Surroundings) throws {
    guard path == "-" || FileStatus(path)?.kind != .file else {
      return try ArchiveImport(database: path, path: path).run(in: surroundings)
    }
    let folder = try PackageFolder(in: surroundings.places().store.folder)
    defer { folder.remove() }
    let file = folder.file("database.sqlite")
    try FileReplacement(file).write(bytes)
    try ArchiveImport(database: file, path: path == "-" ? "standard input" : path)
      .run(in: surroundings)
  }

  /// Looks what the file is, and takes it in.
  ///
  /// - Parameters:
  ///   - surroundings: the machine.
  ///   - screen: shows questions and stories to the person first; it is asked for where there is one.
  /// - Throws: ``Failure`` and ``StoreError``; then nothing was taken in.
  package func run(
    in surroundings: any Surroundings, screen: ImportAtHand.Screen? = nil
  ) throws {
    let isLookedAt =
      surroundings.isAtTerminal && path != "-" && !choices.isDryRun && !choices.isSure
    let screen = isLookedAt ? screen : nil
    let bytes = try FileBytes.named(path)
    let foreign = ForeignFile(bytes)
    if foreign == .ankiPackage {
      try AnkiImport(bytes, path: path, choices).run(in: surroundings)
    } else if foreign == .database {
      try importDatabase(bytes, in: surroundings)
    } else if let foreign {
      throw Failure(.badData, "\(path) \(foreign.advice)")
    } else if Archive.isBegin(of: bytes, path: path) {
      try ArchiveImport(bytes, path: path).run(in: surroundings)
    } else if ReviewTable.isHeader(of: bytes) {
      try ReviewImport(path: path).run(bytes, in: surroundings)
    } else if let stories = StoryImport(bytes, path: path) {
      try stories.run(isDryRun: choices.isDryRun, in: surroundings, screen: screen)
    } else {
      try QuestionImport(path: path, choices).run(bytes, in: surroundings, screen: screen)
    }
  }
}
