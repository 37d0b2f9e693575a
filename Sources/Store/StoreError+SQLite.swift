import Files
import GRDB

extension StoreError {
  enum Action { case opening, reading, writing }

  /// Turns what SQLite says into what the person can do about it.
  init(_ error: any Error, doing action: Action, path: String) {
    if let known = error as? StoreError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = Self.plain("\(error)", action, path)
      return
    }
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_FOREIGNKEY:
      self = .gone(what: "something that this belongs to")
      return
    case .SQLITE_CONSTRAINT_UNIQUE:
      let isName = [".name", ".title", ".text"].contains { error.message?.hasSuffix($0) ?? false }
      self = .refused(
        detail: isName ? "there is one of that name already" : "that is there already")
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .damaged(path: path, detail: error.firstLine ?? error.resultCode.description)
    default:
      let isTooLarge = error.resultCode == .SQLITE_IOERR && StoreLocation.hasSizeLimit
      // On a full disk the system fails what needs room, and says no more than that it failed.
      let needsRoom =
        action != .reading
        && [.SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      let isFull =
        error.resultCode == .SQLITE_FULL || needsRoom && Disk.isFull(at: path)
      // What came of one connection is not always known to the other.
      let message = error.firstLine.flatMap { $0 == "not an error" ? nil : $0 }
      self = Self.plain(
        isTooLarge
          ? Disk.sizeLimitReached
          : isFull ? "the disk is full" : message ?? error.resultCode.description, action, path)
    }
  }

  private static func plain(_ detail: String, _ action: Action, _ path: String) -> StoreError {
    switch action {
    case .opening: .cannotOpen(path: path, detail: detail)
    case .reading: .cannotRead(path: path, detail: detail)
    case .writing: .cannotWrite(path: path, detail: detail)
    }
  }
}

extension DatabaseError {
  /// The message without the statement that SQLite quotes in it, which may have many lines.
  var firstLine: String? {
    message.map { String($0.prefix { !$0.isNewline }) }
  }
}
