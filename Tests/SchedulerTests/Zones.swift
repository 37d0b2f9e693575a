import Foundation
import Scheduler
import Testing

/// Zones of the machine that tests run on.
enum Zones {
  static func rules(_ name: String) throws -> ZoneRules {
    let path = "/usr/share/zoneinfo/\(name)"
    let bytes = try #require(FileManager.default.contents(atPath: path), "no zone \(name)")
    return try #require(ZoneRules(Array(bytes)), "zone \(name)")
  }

  /// Clocks of somebody in a zone, who knows all others.
  static func clocks(_ name: String) throws -> Clocks {
    let here = try rules(name)
    return Clocks(here: here.utcOffset(at:)) { name in
      FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")
        .flatMap { ZoneRules(Array($0)) }.map { Clocks.Zone(name, $0.utcOffset(at:)) }
    }
  }
}
