#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the program is told by whoever started it.
package enum Environment {
  /// The value of a variable, with what is no UTF-8 in it replaced; nil if it is not set.
  package static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether the value of a variable is text.
  package static func isText(_ name: String) -> Bool {
    getenv(name).map { String(validatingCString: $0) != nil } ?? true
  }

  /// The path of a program, found in `PATH` unless it is a path; nil if there is none.
  package static func program(_ name: String) -> String? {
    func isProgram(_ path: String) -> Bool {
      access(path, X_OK) == 0 && FileStatus(path)?.kind == .file
    }
    if name.contains("/") { return isProgram(name) ? name : nil }
    return (value("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }.first(
      where: isProgram)
  }

  /// The folder that the program works in; nil where it cannot be told, or its name is no UTF-8.
  package static var folder: String? {
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(validatingCString: folder)
  }

  /// Whether the locale has signs beside those of ASCII: its name says so, even where it is not installed,
  /// or the C library does.
  package static var hasSigns: Bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first { !$0.isEmpty } ?? "C"
    if named.lowercased().replacing("-", with: "").hasSuffix("utf8") { return true }
    // The locale of the program itself stays what it is.
    guard let locale = newlocale(1 << LC_CTYPE, named, nil) else { return false }
    defer { freelocale(locale) }
    return String(cString: nl_langinfo_l(nl_item(CODESET), locale)) == "UTF-8"
  }

  /// What the locale calls the characters that text is shown in.
  package static var characters: String {
    // Until the environment's is asked for, the C library has the plain one.
    setlocale(LC_ALL, "")
    return String(cString: nl_langinfo(nl_item(CODESET)))
  }
}
