import Files
package import Scheduler

/// The zones that the machine knows.
package enum ZoneFiles {
  /// Where systems keep them; the first that has the zone is taken.
  private static let folders = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
  ]
  /// More bytes than any zone has.
  private static let largest = 1 << 20

  /// A zone such as `Europe/Lisbon`, also where its words do not begin with capitals.
  ///
  /// - Returns: nil if the machine knows none of that name.
  package static func zone(_ name: String) -> Clocks.Zone? {
    for name in [name, capitalised(name)] where isName(name) {
      for folder in folders {
        guard let bytes = try? FileBytes.read("\(folder)/\(name)", limit: largest),
          let rules = ZoneRules(bytes)
        else { continue }
        return Clocks.Zone(name, rules.utcOffset(at:))
      }
    }
    return nil
  }

  /// Whether it can be the name of a zone, and leads nowhere else.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 60 && name.first?.isLetter == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) }
  }

  private static func capitalised(_ name: String) -> String {
    var isFirst = true
    return String(
      name.map { character in
        defer { isFirst = !character.isLetter }
        return isFirst ? Character(character.uppercased()) : character
      })
  }
}
