import Files
public import Practice
import Scheduler

/// The folder of the safety copies.
public struct SafetyCopies: Sendable {
  public let folder: String

  /// All copies in it by their names, the one of the last day first; none if there is no folder.
  ///
  /// Their order is that of the clocks that there were; see ``listed(at:)``.
  ///
  /// - Throws: ``StoreError/cannotRead(path:detail:)``.
  public func all() throws(StoreError) -> [SafetyCopy] {
    try names().compactMap { SafetyCopy(path: "\(folder)/\($0)") }
      .sorted { ($0.day, $0.path) > ($1.day, $1.path) }
  }

  /// All copies in it, the one that has most of what was done and written first.
  ///
  /// Each is opened for that.
  ///
  /// - Parameter moment: now; what is of a later time says nothing of how new a copy is.
  /// - Returns: the copies; none if there is no folder.
  /// - Throws: ``StoreError/cannotRead(path:detail:)``.
  public func listed(at moment: Moment) throws(StoreError) -> [SafetyCopy] {
    let end = moment.time.adding(days: 1)
    return try all().map { (copy: $0, contents: DatabaseFile($0.path).contents(until: end)) }
      .sorted { ($0.contents, $0.copy.path) > ($1.contents, $1.copy.path) }
      .map(\.copy)
  }

  private func names() throws(StoreError) -> [String] {
    do throws(SystemError) {
      return try FolderContents.read(folder)
    } catch {
      if error.isMissing { return [] }
      throw .cannotRead(path: folder, detail: Self.refusal(700, folder, error))
    }
  }

  /// The copy that has most of what was done and written, of those that can be brought back; nil if
  /// there is none.
  ///
  /// - Throws: ``StoreError/cannotRead(path:detail:)`` if that cannot be told.
  public func newestSound(at moment: Moment) throws(StoreError) -> SafetyCopy? {
    try sound(of: listed(at: moment))
  }

  /// Whether there is one that can be brought back.
  ///
  /// - Throws: ``StoreError/cannotRead(path:detail:)`` if that cannot be told.
  func hasSound() throws(StoreError) -> Bool {
    // Where no folder is there is no copy.
    guard (FileStatus(folder)?.kind == .folder) else { return false }
    return try sound(of: all()) != nil
  }

  /// The first that can be brought back.
  private func sound(of copies: [SafetyCopy]) throws(StoreError) -> SafetyCopy? {
    if let found = copies.first(where: { DatabaseFile($0.path).refusal() == nil }) {
      return found
    }
    for copy in copies where !Disk.mayRead(copy.path) {
      throw .cannotRead(path: copy.path, detail: Self.refusal(600, copy.path, .last))
    }
    return nil
  }

  /// Why something was refused, and what to do about it.
  private static func refusal(_ mode: Int, _ path: String, _ error: SystemError) -> String {
    guard error.isForbidden else { return error.reason }
    return Barrier(onWayTo: path)?.advice
      ?? "it may not be read; “chmod \(mode) \(path)” allows that"
  }

  /// Takes away the copies that are no longer needed, and what is left of ones that were cut off.
  ///
  /// - Parameter moment: now. Copies with names of later days were made by a wrong clock: they stay,
  ///   and count for nothing.
  /// - Throws: ``StoreError/cannotWrite(path:detail:)``.
  func prune(at moment: Moment) throws(StoreError) {
    RestoringFolder.removeLeftovers(in: folder)
    let pieces = try names().filter(DatabaseFile.isCutOff).map { "\(folder)/\($0)" }
    for path in try superfluous(on: moment.day(startHour: 0)).map(\.path) + pieces {
      do throws(SystemError) {
        try Disk.removeIfThere(path)
      } catch {
        throw .cannotWrite(path: path, detail: error.reason(at: path))
      }
    }
  }

  /// The copies that are no longer needed: of those that can be brought back, and of those that
  /// cannot, so that none of these ever takes the place of one of those.
  private func superfluous(on today: Day) throws(StoreError) -> [SafetyCopy] {
    let all = try all()
    // Nearly always there is nothing to take away, and no copy has to be opened.
    guard !all.superfluous(on: today).isEmpty else { return [] }
    let refused = all.filter { DatabaseFile($0.path).refusal(thoroughly: false) != nil }
    return all.filter { !refused.contains($0) }.superfluous(on: today)
      + refused.superfluous(on: today)
  }
}

extension StoreLocation {
  /// The safety copies, which lie beside the database.
  public var copies: SafetyCopies { SafetyCopies(folder: folder + "/backups") }
}
