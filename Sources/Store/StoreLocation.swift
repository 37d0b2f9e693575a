import Glibc

/// Where the database and the deck index are.
public struct StoreLocation: Equatable, Sendable {
  /// The SQLite file that holds everything practised and written.
  public var database: String
  /// The deck index: a cache that can be deleted at any time.
  public var deckIndex: String

  public init(database: String, deckIndex: String) {
    self.database = database
    self.deckIndex = deckIndex
  }

  /// Makes the folders (0700) and the files (0600) where they are missing, so that nobody else can
  /// read them from their first byte on; SQLite gives its side files the same mode.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:detail:)``.
  func create() throws(StoreError) {
    for path in [database, deckIndex] {
      try Self.createFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)))
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .cannotCreate(path: path, detail: reason()) }
      close(file)
    }
  }

  /// Runs `body` while no other Starling runs its own with the same folder.
  func alone(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    let folder = String(database.prefix(upTo: database.lastIndex(of: "/") ?? database.endIndex))
    let lock = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw .cannotOpen(path: folder, detail: reason()) }
    // Closing it gives the lock back.
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .cannotOpen(path: folder, detail: reason()) }
    }
    try body()
  }

  private static func createFolder(_ path: String) throws(StoreError) {
    guard !path.isEmpty, access(path, F_OK) != 0 else { return }
    if let parent = path.lastIndex(of: "/"), parent > path.startIndex {
      try createFolder(String(path[..<parent]))
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .cannotCreate(path: path, detail: reason())
    }
  }
}

/// What the system says about the last call that failed.
func reason() -> String { String(cString: strerror(errno)) }
