import Exchange
import Files
import Practice
import Scheduler
import Store

/// Brings a copy back, or lists what there is to bring back.
package struct CopyRestoring {
  /// A file, or the name of a safety copy; nil lists those.
  private let path: String?

  package init(_ path: String?) { self.path = path }

  /// Does it, and says what came of it.
  ///
  /// - Parameters:
  ///   - json: whether the list of copies is printed as JSON.
  ///   - surroundings: the machine.
  /// - Throws: ``Failure`` and ``StoreError``; then nothing has changed.
  package func run(asJSON json: Bool = false, in surroundings: any Surroundings) throws {
    let places = try surroundings.places()
    let now = surroundings.clock.now
    guard let path else { return try list(places.store.copies, at: now, asJSON: json) }
    var copy = path
    // A name alone is that of a safety copy, unless there is such a file here.
    if !path.contains("/"), !Disk.has(path) {
      copy = "\(places.store.copies.folder)/\(path)"
    }
    guard Disk.has(copy) else {
      throw Failure(
        .noInput, "there is no copy \(path); “starling restore” lists the safety copies")
    }
    let restoring = try Store.restore(from: copy, to: places.store, at: now)
    Output.warn("brought back \(copy), with \(restoring.reviews.of("review"))")
    if let kept = restoring.kept {
      let refusal = DatabaseFile(kept).refusal().map {
        "; “starling restore” would refuse it, since \($0.detail)"
      }
      Output.warn("what was there before is kept as \(kept)\(refusal ?? "")")
    }
    if let oddity = restoring.oddity {
      Output.warn("something in it was wrong and has been put right: \(oddity)")
    }
    if try !surroundings.settings().syncPlace.isEmpty {
      Output.warn("the next “starling sync” also brings what your other machines have")
    }
    computeMemory(in: surroundings)
  }

  /// Has memory computed now, so that nobody waits for it later; what stands in the way of that does
  /// not stand in the way of the copy.
  private func computeMemory(in surroundings: any Surroundings) {
    do {
      _ = try Workspace(in: surroundings)
    } catch {
      Output.warn(Failure.words(of: error))
    }
  }

  private func list(_ copies: SafetyCopies, at now: Moment, asJSON json: Bool) throws {
    let all = try copies.listed(at: now)
    guard !json else { return try Output.json(.array(all.map(Self.json))) }
    guard !all.isEmpty else { return Output.warn("there are no safety copies yet") }
    try Output.table(
      [["COPY", "REVIEWS", "MADE"]]
        + all.map { copy in
          [
            copy.path, DatabaseFile(copy.path).reviewCount().map(String.init) ?? "damaged",
            (copy.occasion.map { $0.words } ?? "that day") + Self.refusal(of: copy.path),
          ]
        })
  }

  private static func json(_ copy: SafetyCopy) -> JSONValue {
    let file = DatabaseFile(copy.path)
    return .object([
      ("path", .string(copy.path)),
      ("reviews", file.reviewCount().map { JSONValue.int($0) } ?? .null),
      ("made", .string(copy.occasion.map { $0.words } ?? "that day")),
      ("refusal", JSONValue(file.refusal()?.detail)),
    ])
  }

  /// That a copy could not be brought back, and why; nothing if it could.
  private static func refusal(of path: String) -> String {
    DatabaseFile(path).refusal().map { ", cannot be brought back: \($0.detail)" } ?? ""
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
    case .rebuild: "before the database was mended"
    case .replaced: "when another database took its place"
    case .kept: "when you asked for it"
    }
  }
}
