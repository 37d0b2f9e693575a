/// Bytes as letters (RFC 4648, §4), as the terminal's clipboard takes them.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var group: [UInt8] = []
    func close() {
      let bits = (0..<3).reduce(UInt32(0)) { bits, index in
        bits << 8 | (index < group.count ? UInt32(group[index]) : 0)
      }
      for index in 0..<4 {
        let letter = Int(bits >> UInt32(18 - 6 * index) & 0x3F)
        text.append(index <= group.count ? letters[letter] : UInt8(ascii: "="))
      }
      group = []
    }
    for byte in bytes {
      group.append(byte)
      if group.count == 3 { close() }
    }
    if !group.isEmpty { close() }
    return String(decoding: text, as: UTF8.self)
  }
}
