/// A zip archive whose members are stored as they are.
public enum StoredZip {
  /// - Parameter members: their names, in ASCII, and what is in them; less than 4 GiB together.
  /// - Returns: the archive.
  public static func bytes(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    archive.reserveCapacity(members.reduce(1024) { $0 + $1.bytes.count })
    var directory: [UInt8] = []
    for member in members {
      let name = Array(member.name.utf8)
      let size = UInt32(truncatingIfNeeded: member.bytes.count)
      var head: [UInt8] = []
      // Version 1.0, no flags, stored; of 1 January 1980, the first day that zip knows.
      for value in [10, 0, 0, 0, 0x21] as [UInt16] { append(value, to: &head) }
      for value in [crc(of: member.bytes), size, size] { append(value, to: &head) }
      append(UInt16(name.count), to: &head)
      append(UInt16(0), to: &head)
      let place = UInt32(truncatingIfNeeded: archive.count)
      archive += [0x50, 0x4B, 3, 4] + head + name
      archive += member.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + head
      directory += [UInt8](repeating: 0, count: 10)
      append(place, to: &directory)
      directory += name
    }
    let place = UInt32(truncatingIfNeeded: archive.count)
    archive += directory
    archive += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    for _ in 0..<2 { append(UInt16(members.count), to: &archive) }
    append(UInt32(truncatingIfNeeded: directory.count), to: &archive)
    append(place, to: &archive)
    append(UInt16(0), to: &archive)
    return archive
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for place in 0..<(value.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place)))
    }
  }

  /// The check sum of zip: CRC-32.
  static func crc(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}
