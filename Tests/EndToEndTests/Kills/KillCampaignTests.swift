import Glibc
import TestSupport
import Testing

/// Starling is killed at each system call that changes a file, one after the other, in the middle of
/// a grade, an import, a restore and a form.
///
/// Whatever was acknowledged is there afterwards, nothing is there by half, and what the editor had
/// saved is found again.
@Suite(.timeLimit(.minutes(60))) struct KillCampaignTests {
  @Test func nothingIsLostWhereverItIsKilled() throws {
    let bench = try KillBench()
    let points = try KillBench.Work.allCases.flatMap { work in try bench.points(of: work) }
    let campaign = Campaign("kills", whole: points.count, slice: 24)
    var generator = CaseGenerator(seed: campaign.seed)
    let chosen =
      campaign.count >= points.count
      ? points : Array(points.shuffled(using: &generator).prefix(campaign.count))
    #expect(points.count > 100, "there are only \(points.count) calls to be killed at")
    for point in chosen {
      let faults = try bench.faults(after: point)
      #expect(faults.isEmpty, "\(point): \(faults)")
    }
  }

  /// The disk is full, or does not answer, at one call.
  @Test func nothingIsLostWhereverTheDiskFails() throws {
    let bench = try KillBench()
    let calls: Set = ["write", "pwrite64", "pwritev", "fsync", "fdatasync", "ftruncate", "link"]
    let points = try KillBench.Work.allCases.flatMap { work in
      try bench.points(of: work).filter { calls.contains($0.call) }.flatMap { point in
        [KillBench.Harm.noSpace, .broken].map { harm in
          var point = point
          point.harm = harm
          return point
        }
      }
    }
    let campaign = Campaign("faults", whole: points.count, slice: 16)
    var generator = CaseGenerator(seed: campaign.seed)
    for point in points.shuffled(using: &generator).prefix(campaign.count) {
      let faults = try bench.faults(after: point)
      #expect(faults.isEmpty, "\(point): \(faults)")
    }
  }

  /// Two homes that meet in a folder know the same in the end, wherever one of them was killed.
  @Test func aMeetingThatIsCutShortIsMadeUpFor() throws {
    let bench = try KillBench()
    let points = try bench.points(of: .meeting)
    #expect(points.contains { $0.call == "rename" } && points.count > 20)
    let campaign = Campaign("meetings", whole: points.count, slice: 12)
    var generator = CaseGenerator(seed: campaign.seed)
    for point in points.shuffled(using: &generator).prefix(campaign.count) {
      let faults = try bench.faults(after: point)
      #expect(faults.isEmpty, "\(point): \(faults)")
    }
  }

  /// The disk is full at a write of a meeting, here or where homes meet: that is said in two lines at most,
  /// and the next time all comes.
  @Test func aMeetingOnAFullDiskIsMadeUpFor() throws {
    let bench = try KillBench()
    let calls: Set = [
      "write", "pwrite64", "pwritev", "fsync", "fdatasync", "rename", "mkdir",
    ]
    let points = try bench.points(of: .meeting).filter { calls.contains($0.call) }.map { point in
      var point = point
      point.harm = .noSpace
      return point
    }
    let campaign = Campaign("full-meetings", whole: points.count, slice: 10)
    var generator = CaseGenerator(seed: campaign.seed)
    for point in points.shuffled(using: &generator).prefix(campaign.count) {
      let faults = try bench.faults(after: point)
      #expect(faults.isEmpty, "\(point): \(faults)")
    }
  }

  /// An older home is old or new wherever its migration ends.
  @Test func aMigrationIsWholeOrNotAtAll() throws {
    let bench = try KillBench()
    let points = try bench.points(of: .migrating)
    let campaign = Campaign("migrations", whole: points.count, slice: 12)
    var generator = CaseGenerator(seed: campaign.seed)
    for point in points.shuffled(using: &generator).prefix(campaign.count) {
      let faults = try bench.faults(after: point)
      #expect(faults.isEmpty, "\(point): \(faults)")
    }
  }
}
