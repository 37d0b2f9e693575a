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
      for offset in bytes.indices where self[place + offset] != bytes[offset] { return false }
      return true
    }
    let firsts = SIMD16<UInt8>(repeating: first)
    let lasts = SIMD16<UInt8>(repeating: last)
    let none = SIMD16<UInt8>(repeating: 0)
    var place = range.lowerBound
    while place + 16 <= end {
      let fits =
        base.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== firsts
        .& (base.loadUnaligned(fromByteOffset: place + distance, as: SIMD16<UInt8>.self) .== lasts)
      if any(fits) {
        // Two words with a byte that is not 0 for each place that fits, the lowest first.
        let words = unsafeBitCast(none.replacing(with: .max, where: fits), to: SIMD2<UInt64>.self)
        for half in 0..<2 {
          var word = UInt64(littleEndian: words[half])
          while word != 0 {
            let byte = word.trailingZeroBitCount / 8
            if isAt(place + 8 * half + byte) { return place + 8 * half + byte }
            word &= ~(0xFF << (8 * UInt64(byte)))
          }
        }
      }
      place += 16
    }
    return place < end ? (place..<end).first(where: isAt) : nil
  }
}
