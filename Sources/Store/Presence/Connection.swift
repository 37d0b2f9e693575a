import GRDB
import Synchronization

/// The connection to the database, which is another one after the file was found to be gone.
final class Connection: Sendable {
  private struct State {
    var queue: DatabaseQueue
    var location: StoreLocation
    /// The files that were opened; nil until they are watched.
    var files: DatabaseFiles?
    /// Where what the open database held was saved, if it has lost its place.
    var saved: String?
    var isClosed = false
    var news: [String] = []
    var teller: (@Sendable (String) -> Void)?
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
  func watch() {
    state.withLock { $0.files = DatabaseFiles(at: $0.location.database) }
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
      state.files = DatabaseFiles(at: path)
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
      state.files = DatabaseFiles(at: state.location.database)
      state.saved = nil
    }
  }
}
