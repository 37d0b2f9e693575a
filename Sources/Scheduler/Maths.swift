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

extension Double {
  @inline(__always) func clamped(_ low: Double, _ high: Double) -> Double {
    self < low ? low : (self > high ? high : self)
  }
}
