extension Maths {
  /// Two exponentials side by side, each to 3e-10 of its size, of exponents within ±700.
  ///
  /// Powers of two are split off (Cody and Waite, 1980); the rest, at most ½ ln 2, goes by its series to
  /// the eighth power.
  @inline(__always) static func exp(_ x: SIMD2<Double>) -> SIMD2<Double> {
    // Adding 1.5 · 2^52 rounds to a whole number and leaves it in the last bits.
    let shift = 6_755_399_441_055_744.0
    let shifted = x * 1.442_695_040_888_963_4 + shift
    let whole = shifted - shift
    let r = (x - whole * 0.693_147_180_369_123_8) - whole * 1.908_214_929_270_587_7e-10
    let r2 = r * r
    let r4 = r2 * r2
    let low = cubic(r, r2, 1, 1, 1 / 2, 1 / 6)
    let middle = cubic(r, r2, 1 / 24, 1 / 120, 1 / 720, 1 / 5040)
    let series = low + r4 * (middle + r4 * (1 / 40_320))
    let power = (unsafeBitCast(shifted, to: SIMD2<UInt64>.self) &+ 1023) &<< 52
    return series * unsafeBitCast(power, to: SIMD2<Double>.self)
  }

  /// Two natural logarithms side by side, of normal positive numbers, each to 3e-11.
  ///
  /// Of what is left between √½ and √2 the logarithm is 2 artanh((m - 1) / (m + 1)), by its series to the
  /// eleventh power.
  @inline(__always) static func log(_ x: SIMD2<Double>) -> SIMD2<Double> {
    let bits = unsafeBitCast(x, to: SIMD2<UInt64>.self)
    let one: UInt64 = 0x3FF0_0000_0000_0000
    let root: UInt64 = 0x3FE6_A09E_667F_3BCD
    // Powers of two, counted from √½ on; 1023 is the one below √2.
    let powers = (bits &+ (one - root)) &>> 52
    let m = unsafeBitCast((bits &+ one) &- (powers &<< 52), to: SIMD2<Double>.self)
    // A whole number in the last bits of 2^52.
    let shifted = unsafeBitCast(powers | 0x4330_0000_0000_0000, to: SIMD2<Double>.self)
    let power = shifted - 4_503_599_627_371_519
    let t = (m - 1) / (m + 1)
    let u = t * t
    let u2 = u * u
    let u4 = u2 * u2
    let low = cubic(u, u2, 1 / 3, 1 / 5, 1 / 7, 1 / 9)
    let rest = low + u4 * (1 / 11)
    let double = t + t
    let series = double + double * u * rest
    return power * 0.693_147_180_369_123_8 + (series + power * 1.908_214_929_270_587_7e-10)
  }

  /// a + bx + cx² + dx³, by halves that do not wait for one another.
  @inline(__always)
  private static func cubic(
    _ x: SIMD2<Double>, _ x2: SIMD2<Double>, _ a: Double, _ b: Double, _ c: Double, _ d: Double
  ) -> SIMD2<Double> {
    let low = a + x * b
    let high = c + x * d
    return low + x2 * high
  }
}
