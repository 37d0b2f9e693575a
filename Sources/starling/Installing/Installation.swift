import Application
import ArgumentParser
import Files

/// What belongs to the program under a prefix such as `/usr/local`: itself, its manual, and what
/// shells complete its commands by.
struct Installation {
  let prefix: String

  static let program = "bin/starling"
  static let manual = "share/man/man1/starling.1"
  static let zsh = "share/zsh/site-functions/_starling"
  static let bash = "share/bash-completion/completions/starling"
  static let fish = "share/fish/vendor_completions.d/starling.fish"

  /// Every file, from the prefix on.
  static let files = [program, manual, bash, zsh, fish]

  /// Writes every file, each whole or not at all.
  ///
  /// - Returns: their paths.
  /// - Throws: ``Failure`` when one cannot be written.
  func install() throws(Failure) -> [String] {
    Disk.maskModes(0o022)
    try write(Self.running(), to: Self.program, mode: 0o755)
    try write(Array(Manual.text.utf8), to: Self.manual)
    try write(Array(Starling.completionScript(for: .bash).utf8), to: Self.bash)
    try write(Array(Starling.completionScript(for: .zsh).utf8), to: Self.zsh)
    try write(Array(Starling.completionScript(for: .fish).utf8), to: Self.fish)
    return Self.files.map { "\(prefix)/\($0)" }
  }

  /// Writes one file under the prefix.
  func write(_ bytes: [UInt8], to file: String, mode: UInt32 = 0o644) throws(Failure) {
    let replacement = FileReplacement("\(prefix)/\(file)")
    try replacement.makeFolders(mode: 0o755)
    try replacement.write(bytes, mode: mode)
  }

  /// Takes every file away, and the folders that are empty then.
  ///
  /// - Returns: the paths of the files that were there.
  /// - Throws: ``Failure`` when one cannot be taken away.
  func remove() throws(Failure) -> [String] {
    var removed: [String] = []
    for file in Self.files {
      let path = "\(prefix)/\(file)"
      do throws(SystemError) {
        try Disk.remove(path)
        removed.append(path)
      } catch  where !error.isMissing && !error.isFileOnTheWay {
        throw Failure(.cannotCreate, "cannot take away \(path): \(error.name)")
      } catch {
        // It was not there.
      }
      var folder = file[...]
      while let end = folder.lastIndex(of: "/") {
        folder = folder[..<end]
        guard Disk.removeFolderIfEmpty("\(prefix)/\(folder)") else { break }
      }
    }
    Disk.removeFolderIfEmpty(prefix)
    return removed
  }

  /// The bytes of the program that is running.
  static func running() throws(Failure) -> [UInt8] {
    do {
      return try FileBytes.read("/proc/self/exe", limit: 1 << 30)
    } catch {
      throw Failure(.inputOutput, "cannot read the program itself: \(error.reason)")
    }
  }
}
