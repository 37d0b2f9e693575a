import Files
import Practice

/// Where machines meet: a folder that something carries between them, or a git repository.
enum SyncPlace: Equatable {
  case folder(String)
  case git(String)

  /// Reads a place as a person writes it: with a scheme, as `host:path`, or with a name that ends in `.git`
  /// it is git, and so is a bare repository; everything else is a folder.
  ///
  /// - Throws: ``Failure`` when it is none.
  init(_ text: String) throws(Failure) {
    let place = text.trimmed
    guard !place.isEmpty, !place.hasPrefix("-") else {
      throw Failure(.usage, "“\(text)” is no place: name a folder, or a git repository")
    }
    guard !place.hasPrefix("~") else {
      throw Failure(.usage, "“\(text)”: write it without quotes, so that the shell knows the ~")
    }
    guard !Self.options.contains(place) else {
      throw Failure(.usage, "did you mean “--\(place)”? a folder of that name is “./\(place)”")
    }
    let path = Places.absolute(place)
    if place.contains("://") || Self.isOfHost(place) {
      self = .git(place)
    } else if place.hasSuffix(".git") || Self.isBareRepository(path) {
      self = .git(path)
    } else {
      self = .folder(path)
    }
  }

  /// Words that are meant as options, and would be folders.
  private static let options: Set = [
    "status", "conflicts", "keep", "dry-run", "off", "forget", "reject", "help",
  ]

  /// `host:path` or `name@host:path`.
  private static func isOfHost(_ place: String) -> Bool {
    guard let colon = place.firstIndex(of: ":") else { return false }
    return colon != place.startIndex && !place[..<colon].contains("/")
  }

  private static func isBareRepository(_ path: String) -> Bool {
    ["HEAD", "objects", "refs"].allSatisfy { Disk.has("\(path)/\($0)") }
  }

  /// Whether it is a folder that is not there; what git has is known only when it is asked.
  var isMissing: Bool { if case .folder(let path) = self { !Disk.has(path) } else { false } }

  /// As it is kept and shown.
  var text: String {
    switch self {
    case .folder(let text), .git(let text): text
    }
  }
}
