import Exchange
import Practice
import Scheduler
import Store

extension Findings {
  /// Where machines meet, when this home was there last, and what was changed on both sides.
  mutating func checkSync() throws {
    let place = settings.settings.syncPlace
    if !place.isEmpty {
      let standing = SyncMemory(places.store).standing.flatMap { $0.place == place ? $0 : nil }
      let last = standing.map {
        "last \(DateText.dayAndTime(clock.moment(at: Timestamp(milliseconds: $0.at))))"
      }
      remark("sync", "\(place): \(last ?? "not yet")")
    }
    let conflicts = try store?.conflicts().count ?? 0
    if conflicts > 0 {
      remark(
        "sync",
        "\(conflicts.of("wording was", "wordings were")) changed on both sides: “starling sync --conflicts”"
      )
    }
  }
}
