import Foundation
import Scheduler
import Testing

@Suite struct ZoneRulesTests {
  @Test(arguments: [
    "Europe/Berlin", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
    "America/Santiago", "Pacific/Auckland", "Africa/Casablanca", "Europe/Dublin", "UTC",
  ]) func agreeWithAnotherReader(_ name: String) throws {
    let rules = try Zones.rules(name)
    let other = try #require(TimeZone(identifier: name))
    // Every 5 hours and 7 minutes of two spans: of the table and of the rule behind it.
    for (from, to) in [(1_400_000_000, 1_500_000_000), (1_760_000_000, 1_860_000_000)] {
      for seconds in stride(from: from, to: to, by: 18_420) {
        let date = Date(timeIntervalSince1970: Double(seconds))
        let found = rules.utcOffset(at: Timestamp(milliseconds: Int64(seconds) * 1000))
        guard found != other.secondsFromGMT(for: date) else { continue }
        Issue.record("\(name) at \(date): \(found)")
        return
      }
    }
  }

  @Test func bytesThatAreNoZoneAreRefused() throws {
    let path = "/usr/share/zoneinfo/Europe/Berlin"
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    #expect(ZoneRules([]) == nil)
    #expect(ZoneRules(Array("TZif2".utf8)) == nil)
    #expect(ZoneRules(Array("no zone at all, and longer than a header of forty-four".utf8)) == nil)
    // Cut or spoiled anywhere, it is refused or read, and never ends the program.
    for length in stride(from: 0, to: bytes.count, by: 7) {
      _ = ZoneRules(Array(bytes.prefix(length)))?.utcOffset(at: Timestamp(milliseconds: 0))
      var spoiled = bytes
      spoiled[length] = 0xFF
      _ = ZoneRules(spoiled)?.utcOffset(at: Timestamp(milliseconds: 1_800_000_000_000))
    }
  }
}
