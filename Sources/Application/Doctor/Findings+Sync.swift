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
      let words = try SyncTelling.words(ofPlace: place)
      remark("sync", "\(words): \(last ?? "not yet")")
      if let note = try SyncTelling.note(onAutomatic: settings.settings) { remark("sync", note) }
    }
    let conflicts = try store?.conflicts().count ?? 0
    if conflicts > 0 {
      remark("sync", SyncTelling.words(ofConflicts: conflicts))
    }
  }
}
