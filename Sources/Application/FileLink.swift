import Files

/// A path that a terminal makes a link of (OSC 8).
enum FileLink {
  /// The path as it is shown, within what makes it a link.
  ///
  /// - Parameters:
  ///   - path: the path; one that is relative is from `folder`.
  ///   - shown: what is seen of it.
  ///   - folder: the folder that the program works in.
  /// - Returns: the text for the terminal.
  static func text(to path: String, showing shown: String, from folder: String) -> String {
    let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    return "\u{1B}]8;;file://\(escaped(whole))\u{1B}\\\(shown)\u{1B}]8;;\u{1B}\\"
  }

  /// Whether what standard output shows may be a link.
  static var isTaken: Bool {
    StandardStreams.isOutputTerminal
      && (Environment.value("TERM").map(TerminalKind.isKinOfXterm) ?? false)
  }

  /// As it stands in an address: letters, digits and a few signs, all else by its bytes.
  static func escaped(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return path.utf8.map { byte in
      guard !plain.contains(byte) else { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
