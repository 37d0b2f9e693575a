import ArgumentParser
import Glibc
import Practice
import Scheduler
import Store

/// Brings a copy back.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a copy back; what is there now is kept.",
    discussion: "Without a path it lists the safety copies, the newest first, and changes nothing.")

  @Argument(
    help: "The copy: a file, or the name of a safety copy.",
    completion: .custom { _, _, _ in SafetyCopy.names })
  var path: String?

  func run() throws {
    let places = try Places(environment: Workspace.environment())
    guard let path else { return try list(places.store.copies) }
    var copy = path
    // A name alone is that of a safety copy, unless there is such a file here.
    if !path.contains("/"), access(path, F_OK) != 0 {
      copy = "\(places.store.copies.folder)/\(path)"
    }
    guard access(copy, F_OK) == 0 else {
      throw Failure(
        .noInput, "there is no copy \(path); “starling restore” lists the safety copies")
    }
    let restoring = try Store.restore(from: copy, to: places.store, at: SystemClock.now)
    Output.warn("brought back \(copy), with \(restoring.reviews.of("review"))")
    if let kept = restoring.kept { Output.warn("what was there before is kept as \(kept)") }
    if let oddity = restoring.oddity {
      Output.warn("not all in it is as it should be: \(oddity); “starling doctor” says more")
    }
    computeMemory()
  }

  /// Has memory computed now, so that nobody waits for it later; what stands in the way of that does
  /// not stand in the way of the copy.
  private func computeMemory() {
    do {
      _ = try Workspace()
    } catch {
      Output.warn((error as? Failure ?? Failure(error))?.message ?? "\(error)")
    }
  }

  private func list(_ copies: SafetyCopies) throws {
    let all = try copies.listed(at: SystemClock.now)
    guard !all.isEmpty else { return Output.warn("there are no safety copies yet") }
    try Output.table(
      [["COPY", "REVIEWS", "MADE"]]
        + all.map { copy in
          [
            copy.path, DatabaseFile(copy.path).reviewCount().map(String.init) ?? "damaged",
            copy.occasion.map { $0.words } ?? "that day",
          ]
        })
  }
}

extension SafetyCopy {
  /// The names of all safety copies, for a shell to complete.
  fileprivate static var names: [String] {
    let copies = try? Places(environment: Workspace.environment()).store.copies.all()
    return (copies ?? []).compactMap { $0.path.split(separator: "/").last.map(String.init) }
  }
}

extension SafetyCopy.Occasion {
  /// When the copy was made, in words.
  fileprivate var words: String {
    switch self {
    case .migration: "before an update"
    case .import: "before an import"
    case .restore: "before bringing a copy back"
    case .optimise: "before fitting the memory model"
    case .undo: "before taking grades back"
    case .rebuild: "before taking out what Starling did not create"
    case .replaced: "when another database took its place"
    case .kept: "when you asked for it"
    }
  }
}
