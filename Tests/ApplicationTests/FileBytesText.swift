import Files

/// A file's text.
enum FileBytesText {
  static func read(_ path: String) throws -> String {
    String(decoding: try FileBytes.read(path, limit: 1 << 20), as: UTF8.self)
  }
}
