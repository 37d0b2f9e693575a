import GRDB
import Practice
import Synchronization

/// The connection to the database, which is another one after the file was found to be gone.
final class Connection: Sendable {
  private struct State {
    var queue: DatabaseQueue
    var location: StoreLocation
    /// The files that were opened; nil until they are watched.
    var files: DatabaseFiles?
    /// When the database was written last as far as that is known, and how.
    var written: WrittenState?
    /// Where what the open database held was saved, if it has lost its place.
    var saved: String?
    var isClosed = false
    var news: [String] = []
    var teller: (@Sendable (String) -> Void)?
    var record = RunRecord()
    /// Whether the record is to be written again into what is open now.
    var owesRecord = false
    var keeper: (@Sendable ([PlainTable]) -> String?)?
    /// The file that the record was put into.
    var runFile: String?

    mutating func watch() {
      let path = location.place
      let files = DatabaseFiles(at: path)
      self.files = files
      written = WrittenState(of: files, at: path)
    }
  }

  private let state: Mutex<State>

  init(_ queue: DatabaseQueue, at location: StoreLocation) {
    state = Mutex(State(queue: queue, location: location))
  }

  var queue: DatabaseQueue { state.withLock { $0.queue } }
  var location: StoreLocation { state.withLock { $0.location } }
  var files: DatabaseFiles? { state.withLock { $0.files } }
  var saved: String? {
    get { state.withLock { $0.saved } }
    set { state.withLock { $0.saved = newValue } }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// From now on the files are to be the ones that they are now.
  func watch() { state.withLock { $0.watch() } }

  /// The files are gone, and nobody is to miss them.
  func forgetFiles() { state.withLock { $0.files = nil } }

  var written: WrittenState? {
    get { state.withLock { $0.written } }
    set { state.withLock { $0.written = newValue } }
  }

  // MARK: - What this run has recorded

  var record: RunRecord {
    get { state.withLock { $0.record } }
    set { state.withLock { $0.record = newValue } }
  }

  /// What was written last is where it belongs.
  func settleRecord() { state.withLock { $0.record.settle() } }

  /// What was written last is not to count.
  func forgetLatest() { state.withLock { $0.record.forgetLatest() } }

  var owesRecord: Bool { state.withLock { $0.owesRecord } }

  /// Gives what was recorded so far, which is to be written into what is open now.
  func beginRecordAnew() -> RunRecord {
    state.withLock { state in
      defer { (state.record, state.owesRecord) = (RunRecord(), false) }
      return state.record
    }
  }

  /// It could not be written again yet.
  func putBack(_ record: RunRecord) {
    state.withLock { state in
      state.record = record.withoutPlace
      state.owesRecord = true
    }
  }

  func keepRun(by keeper: @escaping @Sendable ([PlainTable]) -> String?) {
    state.withLock { $0.keeper = keeper }
  }

  /// The file that a record is in; writes it the first time.
  func runFile(of contents: [PlainTable]) -> String? {
    let (file, keeper) = state.withLock { ($0.runFile, $0.keeper) }
    if let file { return file }
    let written = keeper?(contents)
    state.withLock { $0.runFile = written }
    return written
  }

  /// The file that the record was put into, which is needed no more.
  func takeRunFile() -> String? {
    state.withLock { state in
      defer { state.runFile = nil }
      return state.runFile
    }
  }

  func tell(_ news: String) {
    let teller = state.withLock { state in
      state.news.append(news)
      return state.teller
    }
    teller?(news)
  }

  func tellNews(by teller: @escaping @Sendable (String) -> Void) {
    state.withLock { $0.teller = teller }
  }

  func takeNews() -> [String] {
    state.withLock { state in
      defer { state.news = [] }
      return state.news
    }
  }

  /// Goes on with the same files under another name.
  func follow(to path: String) {
    state.withLock { state in
      state.location.database = path
      state.watch()
    }
  }

  /// Closes the connection, which is to be replaced then.
  func close() throws {
    try state.withLock { state in
      try state.queue.close()
      state.isClosed = true
    }
  }

  /// Goes on with another connection.
  ///
  /// The old one is not closed by this, nor ever: closing writes its log into a file, and takes away
  /// what has the log's name, whoever's that is by now.
  func replace(by queue: DatabaseQueue) {
    state.withLock { state in
      if !state.isClosed { _ = Unmanaged.passRetained(state.queue) }
      state.isClosed = false
      state.queue = queue
      state.watch()
      state.saved = nil
    }
  }
}
