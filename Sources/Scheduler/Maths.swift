#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The C library's mathematics, named once so that no other file needs the platform's module.
enum Maths {
  @inline(__always) static func exp(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.exp(x)
    #elseif canImport(Glibc)
      Glibc.exp(x)
    #else
      Musl.exp(x)
    #endif
  }

  @inline(__always) static func log(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.log(x)
    #elseif canImport(Glibc)
      Glibc.log(x)
    #else
      Musl.log(x)
    #endif
  }

  static func cos(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.cos(x)
    #elseif canImport(Glibc)
      Glibc.cos(x)
    #else
      Musl.cos(x)
    #endif
  }

  @inline(__always) static func pow(_ x: Double, _ y: Double) -> Double {
    #if canImport(Darwin)
      Darwin.pow(x, y)
    #elseif canImport(Glibc)
      Glibc.pow(x, y)
    #else
      Musl.pow(x, y)
    #endif
  }
}

extension Maths {
  /// The share of a standard normal distribution below `x`, to 1e-7.
  ///
  /// Source: Abramowitz and Stegun, 26.2.17.
  static func normalShare(below x: Double) -> Double {
    let t = 1 / (1 + 0.231_641_9 * abs(x))
    let series = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_53]
      .reduce(0) { ($0 + $1) * t }
    let tail = exp(-x * x / 2) / (2 * Double.pi).squareRoot() * series
    return x < 0 ? tail : 1 - tail
  }
}

extension Double {
  @inline(__always) func clamped(_ low: Double, _ high: Double) -> Double {
    self < low ? low : (self > high ? high : self)
  }
}
