import Glibc

/// A test that tries many random cases: a slice of them in every run, all of them when asked for.
///
/// `STARLING_CAMPAIGN=whole` asks for all, and every such run has a new seed; the slice is the same
/// each time, so that an ordinary run fails for what was changed and for nothing else.
/// `STARLING_SEED` gives the seed of either. It is printed, so that what was found can be found again.
public struct Campaign: Sendable {
  /// Where the cases begin; the n-th case is that of `seed + n`.
  public let seed: UInt64
  /// How many cases are tried.
  public let count: Int

  /// - Parameters:
  ///   - name: what is printed beside the seed.
  ///   - whole: how many cases there are when all are asked for.
  ///   - slice: how many are tried in every run; no more than 30 seconds take.
  public init(_ name: String, whole: Int, slice: Int) {
    let given = Self.variable("STARLING_SEED").flatMap { UInt64($0) }
    let isWhole = Self.variable("STARLING_CAMPAIGN") == "whole"
    seed = given ?? (isWhole ? UInt64.random(in: 0...999_999_999) : 20_261_127)
    count = isWhole ? whole : slice
    print("campaign \(name): \(count) cases from seed \(seed)")
  }

  /// The seeds of the cases, one each.
  public var seeds: Range<UInt64> { seed..<(seed &+ UInt64(count)) }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
