package import Files

/// A text in the hands of the person's editor: a file in a folder of its own, which nobody else can read.
///
/// The folder is locked for as long as this Starling works on it. What is found there without a lock
/// was left by one that was killed.
package final class Manuscript {
  /// The folder; an editor may put its own files beside the text.
  package let folder: String
  /// The text's file.
  package let path: String
  /// Open for as long as it is locked.
  private let lock: HeldFile
  /// Locked by the editor, too, which has it from this program: it may outlive that.
  private var use: HeldFile?

  /// The most that is read of what an editor left, in bytes.
  static let longest = 4 << 20

  /// The folder of them all, if it goes with the last of them.
  private let shared: String

  /// Takes a folder in hand; nil if another Starling has it, or it is gone.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - name: the name of the text's file.
  ///   - shared: what Starling has made for such folders, and takes away when the last has gone.
  package init?(folder: String, name: String, in shared: String) {
    guard let lock = HeldFile.folder(folder) else { return nil }
    self.folder = folder
    self.lock = lock
    self.shared = shared
    path = "\(folder)/\(name)"
  }

  /// What the text was before the person had it.
  private var beginning: String { "\(folder)/.begun" }

  /// Puts the text there that the person begins with.
  package func begin(_ text: String) throws(Failure) {
    try FileReplacement(beginning).write(Array(text.utf8))
    use = HeldFile.shared(beginning)
    try write(text)
  }

  /// Puts what the person wrote there once more, with what is said of it.
  package func write(_ text: String) throws(Failure) {
    try FileReplacement(path).write(Array(text.utf8))
  }

  /// The text as the editor left it.
  ///
  /// - Throws: ``Failure`` when it is no text, too long, or cannot be read.
  package func read() throws(Failure) -> String { try Self.text(at: path, "what the editor left") }

  /// A text in a file.
  ///
  /// - Throws: ``Failure`` when it is no text, too long, or cannot be read.
  package static func text(at path: String, _ what: String) throws(Failure) -> String {
    if let status = FileStatus(path), status.kind != .file {
      throw Failure(.badData, "\(what) is no file; nothing was changed")
    }
    let bytes: [UInt8]
    do throws(FileBytes.Unreadable) {
      bytes = try FileBytes.read(path, limit: longest)
    } catch {
      throw Failure(
        error.isTooLarge ? .badData : .inputOutput, "cannot read \(what): \(error.reason)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, "\(what) is not UTF-8")
    }
    return text
  }

  /// What the text was before the person had it; nil if that is not known.
  package var begun: String? { try? Self.text(at: beginning, "") }

  /// Whether the person wrote anything: the text is another one, or their editor has left a file of its
  /// own beside it.
  package var isWritten: Bool {
    guard let names = try? FolderContents.names(folder) else { return false }
    let own = Set([".", "..", ".begun", String(path.dropFirst(folder.utf8.count + 1))])
    if names.contains(where: { !own.contains($0) && !$0.hasPrefix(".starling-") }) { return true }
    // What cannot be read whole is for the person to look at.
    guard let now = try? FileBytes.read(path, limit: Self.longest) else { return isFile }
    return !now.isEmpty && (try? FileBytes.read(beginning, limit: Self.longest)) != now
  }

  /// What an editor that was ended has put beside it of words that were never saved; nil if nothing.
  ///
  /// These are vim's and emacs's own files.
  package var rescued: String? {
    let names = (try? FolderContents.names(folder)) ?? []
    return names.first { name in
      name.hasPrefix(".") && name.dropLast().hasSuffix(".sw")
        || name.hasPrefix("#") && name.hasSuffix("#")
    }.map { "\(folder)/\($0)" }
  }

  /// Says where such words are, which nothing but the editor can read.
  package var rescueWords: String? {
    rescued.map {
      "your editor has kept what you had not saved in \($0): open \(path) with it to bring that back (“vim -r”), and delete the folder when you no longer need it"
    }
  }

  /// Whether an editor still has it, though the Starling that opened it may be no more.
  package var isOpen: Bool { HeldFile.isHeld(beginning) }

  /// Whether the file is one in which the person can find their words.
  var isFile: Bool { FileStatus(path)?.kind == .file }

  /// When the text was changed last, in nanoseconds.
  package var changed: Int {
    FileStatus(path).map { $0.seconds * 1_000_000_000 + $0.nanoseconds } ?? 0
  }

  /// What a line begins with that is for the person and no part of the text.
  static let mark = "#! "

  /// A text without such lines above it.
  static func unmarked(_ text: String) -> String {
    var rest = text[...]
    while rest.hasPrefix(mark) {
      rest = rest.drop { !$0.isNewline }.dropFirst()
    }
    return String(rest)
  }

  /// Takes it away with all that an editor has put beside it.
  package func remove() {
    TemporaryFolder.remove(folder)
    // Only when it was the last one; a temporary folder that it lay in is not Starling's.
    if folder.hasPrefix("\(shared)/") { Disk.removeFolderIfEmpty(shared) }
  }
}
