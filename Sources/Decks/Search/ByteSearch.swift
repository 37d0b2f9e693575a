extension UnsafeRawBufferPointer {
  /// Where some bytes begin first within a range; nil if they are not there, or are none.
  ///
  /// Sixteen places at a time are looked at for the first and the last of the bytes; where both fit,
  /// which is seldom, the others are compared (Muła, “SIMD-friendly algorithms for substring
  /// searching”).
  func firstOffset(of bytes: [UInt8], in range: Range<Int>) -> Int? {
    guard let base = baseAddress, let first = bytes.first, let last = bytes.last else { return nil }
    let distance = bytes.count - 1
    let end = Swift.min(range.upperBound, count) - distance
    func isAt(_ place: Int) -> Bool {
      for (offset, byte) in bytes.enumerated() where self[place + offset] != byte { return false }
      return true
    }
    let firsts = SIMD16<UInt8>(repeating: first)
    let lasts = SIMD16<UInt8>(repeating: last)
    var place = range.lowerBound
    while place + 16 <= end {
      let fits =
        base.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== firsts
        .& (base.loadUnaligned(fromByteOffset: place + distance, as: SIMD16<UInt8>.self) .== lasts)
      if any(fits), let found = (place..<place + 16).first(where: isAt) { return found }
      place += 16
    }
    return place < end ? (place..<end).first(where: isAt) : nil
  }
}
