import Files
import GRDB
import Scheduler

/// A database file, looked at without changing it.
public struct DatabaseFile: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Whether it begins as SQLite's files do.
  public var isMarked: Bool {
    guard let file = try? PlainFile(path) else { return false }
    return (try? file.read(Self.mark.count))?.starts(with: Self.mark.dropLast()) ?? false
  }

  static let mark = Array("SQLite format 3\0".utf8)

  public enum Condition: Equatable, Sendable {
    case sound
    /// There is no file, or nothing in it.
    case missing
    /// It cannot be read at all.
    case unreadable(String)
    case damaged(String)
    /// A database, but none of Starling's.
    case foreign
    /// Sound, but written by a newer Starling.
    case newer

    public var isSound: Bool { self == .sound }
  }

  /// What state the file is in; `thoroughly` compares every index with its table, too.
  public func condition(thoroughly: Bool = false) -> Condition {
    guard let status = FileStatus(path) else {
      let error = SystemError.last
      return error.isMissing ? .missing : .unreadable(error.reason)
    }
    guard status.kind == .file else { return .unreadable("it is not an ordinary file") }
    guard status.size > 0 else { return .missing }
    do {
      return try open().read { db in
        let pragma = thoroughly ? "integrity_check" : "quick_check"
        let found = try String.fetchOne(db, sql: "PRAGMA main.\(pragma)(1)")
        // The first line only says in which database.
        if let found, found != "ok" {
          return .damaged(found.split(separator: "\n").last.map(String.init) ?? found)
        }
        guard try db.tableExists("reviews"), try db.tableExists("grdb_migrations") else {
          return .foreign
        }
        return try Schema.migrator.hasBeenSuperseded(db) ? .newer : .sound
      }
    } catch {
      switch StoreError(error, doing: .reading, path: path) {
      case .damaged(_, let detail): return .damaged(detail)
      case .cannotRead(_, let detail), .cannotOpen(_, let detail): return .unreadable(detail)
      default: return .unreadable("\(error)")
      }
    }
  }

  /// Whether the log beside the file goes on from what is in the file.
  ///
  /// SQLite would take in any log. But reviews are only ever added, so those in the file alone are
  /// all there still with the log, if it is the file's own.
  func isContinuedByItsLog() -> Bool {
    let escaped = path.utf8.reduce(into: "") { text, byte in
      let isSafe =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte >= 0x80
        || Array("0123456789/-_.".utf8).contains(byte)
      text += isSafe ? String(decoding: [byte], as: UTF8.self) : "%" + hex(byte)
    }
    let stranger = try? open().inDatabase { db in
      // As if there were no log.
      try db.execute(sql: "ATTACH ? AS alone", arguments: ["file:\(escaped)?immutable=1"])
      return try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT * FROM alone.reviews EXCEPT SELECT * FROM main.reviews)
            OR EXISTS (SELECT * FROM alone.undos EXCEPT SELECT * FROM main.undos)
          """)
    }
    // A checkpoint that was cut off leaves a file that makes no sense without its log.
    return stranger != true
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// How many reviews are in it; nil if that cannot be read.
  public func reviewCount() -> Int? {
    try? open().read { db in
      try Int.fetchOne(
        db, sql: "SELECT (SELECT count(*) FROM reviews) - (SELECT count(*) FROM undos)")
    }
  }

  /// How far on it is by what is in it; of a file that cannot be read nothing but its time is known.
  func contents(until end: Timestamp) -> CopyContents {
    var contents = (try? open().read { try CopyContents(of: $0, until: end) }) ?? CopyContents()
    if let status = FileStatus(path) { contents.written = status.seconds }
    return contents
  }

  func open() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    // It may be anybody's.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA trusted_schema = OFF") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Copies the whole database by SQLite's backup interface into a file of its own, which is checked
  /// and only then takes its place.
  ///
  /// - Throws: ``StoreError``; then there is no such file, or the old one.
  func write(from source: DatabaseQueue) throws(StoreError) {
    removeLeftovers()
    let temporary = "\(path).\(RunningProgram.own).part"
    Disk.removeIfPossible(temporary)
    do throws(SystemError) {
      try Disk.makeFile(temporary, isNew: true)
    } catch {
      throw .cannotCreate(path: path, detail: error.reason(at: path))
    }
    do throws(StoreError) {
      do {
        let target = try DatabaseQueue(path: temporary)
        try source.backup(to: target)
        try target.inDatabase { db in
          // One file that stands for itself, wherever it is taken.
          try db.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try target.close()
      } catch {
        throw StoreError(error, doing: .writing, path: path)
      }
      switch DatabaseFile(temporary).condition() {
      case .sound, .newer: break
      case .damaged(let detail): throw .damaged(path: source.path, detail: detail)
      case .missing, .foreign: throw .damaged(path: source.path, detail: "it has lost its tables")
      case .unreadable(let detail): throw .cannotWrite(path: path, detail: detail)
      }
      do throws(SystemError) {
        try Disk.rename(temporary, to: path)
      } catch {
        throw .cannotCreate(path: path, detail: error.reason(at: path))
      }
      Disk.sync(folder: Disk.folder(of: path))
    } catch {
      for ending in ["", "-journal", "-wal", "-shm"] { Disk.removeIfPossible(temporary + ending) }
      throw error
    }
  }

  /// Takes away what is left of copies to this path whose makers were cut off: `PATH.123.part`, and
  /// its journal.
  private func removeLeftovers() {
    let folder = Disk.folder(of: path)
    let start = (path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]) + "."
    for name in (try? FolderContents.read(folder)) ?? []
    where name.hasPrefix(start) && name.dropFirst(start.count).split(separator: ".").count == 2
      && Self.isCutOff(name)
    {
      Disk.removeIfPossible("\(folder)/\(name)")
    }
  }

  /// How the files end of which a copy consists while it is made.
  private static let ofACopy = ["part", "part-journal", "part-wal", "part-shm"]

  /// Whether a file of that name is part of a copy whose maker is no more: `starling.sqlite.123.part`, or
  /// its journal or log.
  public static func isCutOff(_ name: String) -> Bool {
    // Each name in three folders is asked for at every start.
    guard ofACopy.contains(where: name.hasSuffix) else { return false }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 3 && parts[parts.count - 3] == "sqlite"
      && Self.ofACopy.contains(String(parts[parts.count - 1]))
      && RunningProgram.isGone(named: parts[parts.count - 2])
  }
}
