import Practice
import Scheduler

/// A zone as calendar files name it, which is not always as this machine does.
enum ZoneName {
  /// The zone of a name of the zone database, with something before it or not, of Windows, or of a list
  /// of places to choose from; nil if it is none that is known.
  static func zone(_ name: String, _ clocks: Clocks) -> Clocks.Zone? {
    let name = name.trimmed
    guard !name.isEmpty, name.utf8.count <= longest else { return nil }
    if ["UTC", "GMT", "Z"].contains(name.uppercased()) { return clocks.zone("UTC") }
    if let windows = WindowsZones.zone(name) { return clocks.zone(windows) }
    // “/freeassociation.sourceforge.net/Europe/Lisbon”
    let parts = name.split(separator: "/").map(String.init)
    for start in parts.indices {
      let rest = parts[start...].joined(separator: "/")
      if parts.count - start > 1 || start == 0, let zone = clocks.zone(rest) { return zone }
    }
    return place(in: name, clocks)
  }

  /// The zone of a name that people read: also `CET`, `GMT+1` or `Central European Time - Berlin`.
  static func spoken(_ name: String, _ clocks: Clocks) -> Clocks.Zone? {
    if let zone = zone(name, clocks) { return zone }
    if let zone = letters[name.uppercased()] { return clocks.zone(zone) }
    if let offset = offset(name) { return Clocks.Zone("") { _ in offset } }
    guard let mark = name.lastIndex(where: { $0 == "-" || $0 == "–" }) else { return nil }
    return city(String(name[name.index(after: mark)...]), clocks)
  }

  /// Those of which there is only one; CST and IST are of several places.
  private static let letters = [
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "BST": "Europe/London",
    "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "EET": "Europe/Helsinki",
    "EEST": "Europe/Helsinki", "EST": "America/New_York", "EDT": "America/New_York",
    "ET": "America/New_York", "CDT": "America/Chicago", "CT": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "MT": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "JST": "Asia/Tokyo", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
  ]

  /// Reads `GMT+1`, `UTC-05:30`, with brackets or not; seconds east of UTC.
  private static func offset(_ name: String) -> Int? {
    let text = name.uppercased().filter { $0 != "(" && $0 != ")" && $0 != " " }
    guard text.hasPrefix("GMT") || text.hasPrefix("UTC"), let sign = text.dropFirst(3).first,
      "+-−".contains(sign)
    else { return nil }
    let parts = text.dropFirst(4).split(separator: ":").map { Int($0) }
    guard (1...2).contains(parts.count), let hours = parts[0], (0...14).contains(hours) else {
      return nil
    }
    let minutes = parts.count == 2 ? parts[1] : 0
    guard let minutes, (0...59).contains(minutes) else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return sign == "+" ? seconds : -seconds
  }

  /// More bytes than any name has.
  private static let longest = 200
  private static let regions = [
    "Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic",
  ]

  /// The zone of the first place that is named: “(UTC+01:00) Amsterdam, Berlin, Rome”.
  private static func place(in name: String, _ clocks: Clocks) -> Clocks.Zone? {
    guard name.hasPrefix("("), let end = name.firstIndex(of: ")") else { return nil }
    let places = name[name.index(after: end)...].trimmed
    if let windows = WindowsZones.zone(places) { return clocks.zone(windows) }
    for place in places.split(separator: ",").prefix(8) {
      if let zone = city(String(place), clocks) { return zone }
    }
    return nil
  }

  private static func city(_ name: String, _ clocks: Clocks) -> Clocks.Zone? {
    let city = name.trimmed.replacing(" ", with: "_")
    return regions.lazy.compactMap { clocks.zone("\($0)/\(city)") }.first
  }
}
