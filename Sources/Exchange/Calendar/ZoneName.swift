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
      let city = place.trimmed.replacing(" ", with: "_")
      for region in regions { if let zone = clocks.zone("\(region)/\(city)") { return zone } }
    }
    return nil
  }
}
