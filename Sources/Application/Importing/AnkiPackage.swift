import Decks
import Files
import Store

/// A package of Anki's, unpacked: `.apkg` or `.colpkg`, with or without compression.
///
/// What is taken out of it goes through `unzip` and `zstd`, into files of a folder that only the person can
/// read and that is gone afterwards; nothing is unpacked under a name that stands in the package.
struct AnkiPackage {
  private let folder: PackageFolder
  /// What messages call it.
  private let name: String
  /// Its bytes.
  private let size: Int

  /// - Parameters:
  ///   - bytes: the package.
  ///   - name: what messages call it.
  ///   - folder: where its parts are put.
  /// - Throws: ``Failure`` when it cannot be put there.
  init(_ bytes: [UInt8], called name: String, in folder: PackageFolder) throws(Failure) {
    self.folder = folder
    self.name = name
    size = bytes.count
    try FileReplacement(folder.file(Self.package)).write(bytes)
  }

  /// Takes the collection out and reads it.
  ///
  /// - Parameter progress: is told the share done, and says whether to go on.
  /// - Returns: the collection; nil if it was stopped.
  /// - Throws: ``Failure`` if it is none, or cannot be unpacked.
  func collection(progress: (Double) -> Bool) throws(Failure) -> AnkiCollection? {
    try run(
      #"unzip -Z1 "$1" > "$2""#, program: "unzip", from: Self.package, to: "names",
      limit: 1 << 20)
    guard progress(0.02) else { return nil }
    let names = String(decoding: try bytes(of: "names"), as: UTF8.self).split(separator: "\n")
      .map(String.init)
    let member = try self.member(among: names)
    try run(
      #"unzip -P x -p "$1" "$3" > "$2""#, program: "unzip", from: Self.package, to: "taken",
      limit: limit, member: member)
    guard progress(0.1) else { return nil }
    var file = "taken"
    if member == Self.latest {
      try run(
        #"zstd -dcq --memory=128MB < "$1" > "$2""#, program: "zstd", from: "taken", to: "database",
        limit: limit)
      file = "database"
    }
    guard progress(0.2) else { return nil }
    try makeReadable(file)
    do throws(AnkiFile.Fault) {
      return try AnkiFile.read(folder.file(file)) { progress(0.2 + 0.8 * $0) }
    } catch {
      throw refusal(
        .badData, "is no sound Anki package: \(error.detail)")
    }
  }

  private func refusal(_ code: Failure.Code, _ clause: String) -> Failure {
    Failure(code, "\(name) \(clause); nothing was imported")
  }

  private static let package = "package.zip"
  private static let latest = "collection.anki21b"

  /// What it may come to: a collection is a database, which no packing makes smaller than that.
  private var limit: Int { min(512 << 20, max(1 << 20, 200 * size)) }

  /// The member with the collection: beside one of a newer form there is one of the oldest, which says no
  /// more than that it is none.
  private func member(among names: [String]) throws(Failure) -> String {
    func count(_ name: String) -> Int { names.count { $0 == name } }
    let known = [Self.latest, "collection.anki21", "collection.anki2"]
    let member: String
    if count("meta") > 0 {
      try run(
        #"unzip -P x -p "$1" "$3" > "$2""#, program: "unzip", from: Self.package, to: "meta",
        limit: 1 << 20, member: "meta")
      switch ProtobufFields(try bytes(of: "meta"))?.number(1) {
      case 1: member = known[2]
      case 2: member = known[1]
      case 3: member = known[0]
      default:
        throw refusal(
          .badData,
          "was made by a newer Anki than this Starling knows; export it there with “Support older Anki versions”"
        )
      }
    } else {
      member = count(known[1]) > 0 ? known[1] : known[2]
    }
    guard count(member) == 1 else {
      throw refusal(
        .badData,
        count(member) == 0
          ? "is no Anki package: it has no \(member)"
          : "is no sound Anki package: it has \(member) twice")
    }
    return member
  }

  /// Runs what makes one file of another, with little time and no more than so many bytes.
  private func run(
    _ command: String, program: String, from: String, to: String, limit: Int, member: String = ""
  ) throws(Failure) {
    let script = """
      command -v \(program) > /dev/null || exit 127
      ulimit -f \(limit / 512 + 1) || exit 126
      ulimit -t 120 || exit 126
      umask 077
      exec 2> /dev/null
      \(command)
      """
    let code = ProgramRun.run(
      "sh", ["sh", "-c", script, "sh", folder.file(from), folder.file(to), member])
    guard code != 0 else { return }
    // Ctrl-C ends both; what follows sees to it.
    if Interruption.isWanted { return }
    if code == 127 {
      throw refusal(
        .unavailable,
        "is an Anki package, and “\(program)” is needed to read it, which is not on this machine: install it, as with “apt-get install \(program)”"
      )
    }
    let written = FileStatus(folder.file(to)).map { Int($0.size) } ?? 0
    throw refusal(
      .badData,
      written >= limit
        ? "unpacks to far more than an Anki package of its size holds, and is not read"
        : "is no sound Anki package: “\(program)” cannot unpack it")
  }

  private func bytes(of name: String) throws(Failure) -> [UInt8] {
    do throws(FileBytes.Unreadable) {
      return try FileBytes.read(folder.file(name), limit: 1 << 20)
    } catch {
      if Interruption.isWanted { return [] }
      throw refusal(
        .inputOutput, "cannot be unpacked: \(error.reason)")
    }
  }

  /// Makes a database of one that says that it has a log beside it, which it has not.
  private func makeReadable(_ name: String) throws(Failure) {
    let path = folder.file(name)
    var begin = (try? FileBytes.begin(of: path, limit: 20)) ?? []
    guard begin.starts(with: Array("SQLite format 3\u{0}".utf8)), begin.count == 20 else {
      throw refusal(
        .badData, "is no sound Anki package: its collection is no database")
    }
    begin[18] = 1
    begin[19] = 1
    do throws(SystemError) {
      try Disk.fill(path, with: begin)
    } catch {
      throw refusal(
        .inputOutput, "cannot be unpacked: \(error.reason(at: path))")
    }
  }
}
