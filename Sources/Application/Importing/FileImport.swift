package import Decks
import Exchange
import Files

/// Brings in what was written elsewhere: an archive, reviews or questions.
package struct FileImport {
  private let path: String
  private let questions: QuestionImport

  /// - Parameters:
  ///   - path: the file; `-` for standard input.
  ///   - id: the id of the deck that questions become; nil makes it of the file's name.
  ///   - title: its title; nil takes the id.
  ///   - kind: that of cards for which the file names none.
  ///   - competency: likewise.
  package init(_ path: String, id: String?, title: String?, kind: CardKind, competency: String?) {
    self.path = path
    questions = QuestionImport(
      path: path, id: id, title: title, kind: kind, competency: competency)
  }

  /// Looks what the file is, and takes it in.
  ///
  /// - Throws: ``Failure`` and ``StoreError``; then nothing was taken in.
  package func run(in surroundings: any Surroundings) throws {
    let bytes = try FileBytes.named(path)
    if let foreign = ForeignFile(bytes) {
      throw Failure(.badData, "\(path) \(foreign.advice)")
    } else if Archive.isBegin(of: bytes, path: path) {
      try ArchiveImport(bytes, path: path).run(in: surroundings)
    } else if ReviewTable.isHeader(of: bytes) {
      try ReviewImport(path: path).run(bytes, in: surroundings)
    } else {
      try questions.run(bytes, in: surroundings)
    }
  }
}
