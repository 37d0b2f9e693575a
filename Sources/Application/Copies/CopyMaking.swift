import Files
import Practice
import Store

/// Makes a copy of everything practised and written.
package struct CopyMaking {
  /// The file to make, or the folder to make it in; nil keeps it among the safety copies.
  private let path: String?

  package init(_ path: String?) { self.path = path }

  /// Makes it, and says where it is.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings, tellsOfCopy: false)
    let now = workspace.clock.now
    guard let path else {
      guard let made = try workspace.store.makeCopy(.kept, at: now) else {
        throw Failure(.noInput, "there is nothing to copy yet")
      }
      return try tell(of: made, workspace)
    }
    let isFolder = FileStatus(path)?.kind == .folder
    let day = now.day(startHour: 0)
    let file = isFolder ? "\(path)/starling-\(day).sqlite" : path
    try refuseForeign(file)
    try workspace.store.copy(to: FileReplacement.target(of: file))
    try tell(of: file, workspace)
  }

  /// Says where the copy is, and whether it could be brought back: it is better than none even if not.
  private func tell(of file: String, _ workspace: Workspace) throws {
    try Output.path(file)
    guard let refusal = DatabaseFile(file).refusal() else { return }
    let advice = refusal.advice(workspace.places.store.copies, at: workspace.clock.now)
    throw Failure(
      .badData,
      "the copy is made, but “starling restore” would refuse it: \(refusal.detail); \(advice)")
  }

  /// No copy takes the place of what is there and is no database: its name is a slip.
  private func refuseForeign(_ file: String) throws(Failure) {
    guard file != "-" else {
      throw Failure(.usage, "a copy needs a file of its own; “starling export -” writes to a pipe")
    }
    guard let status = FileStatus(file) else { return }
    guard status.kind == .file, status.size == 0 || DatabaseFile(file).isMarked else {
      throw Failure(
        .cannotCreate, "\(file) is there already, and is no database; give another name")
    }
  }
}
