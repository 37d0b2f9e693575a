import Foundation
import TestSupport
import Testing

/// Homes that meet over real git, and over folders that are carried as other programs do it.
@Suite(.timeLimit(.minutes(180))) struct SyncCampaignTests {
  @Test func historiesOverGitComeToTheSame() throws {
    try live("git-histories", whole: 25, slice: 1, by: .git)
  }

  @Test func historiesOverFoldersThatAreCarriedBadlyComeToTheSame() throws {
    try live("carried-histories", whole: 40, slice: 2, by: .folders)
  }

  private func live(
    _ name: String, whole: Int, slice: Int, by carrier: SyncHistory.Carrier
  ) throws {
    let campaign = Campaign(name, whole: whole, slice: slice)
    for seed in campaign.seeds {
      var history = try SyncHistory(seed: seed, by: carrier)
      do {
        guard let fault = try history.live(30) else { continue }
        Issue.record("seed \(seed), after \(history.told): \(fault)")
      } catch {
        Issue.record("seed \(seed), after \(history.told): \(error)")
      }
    }
  }

  /// Two clones push at the same time, again and again; each is made of what both had in the end.
  @Test func twoClonesThatPushAtOnceLoseNothing() throws {
    let campaign = Campaign("pushes", whole: 100, slice: 6)
    let homes = try SyncHomes()
    let place = try homes.repository()
    try homes.done("one", "sync", place)
    try homes.done("two", "sync", place)
    for number in 0..<campaign.count {
      try homes.sh(
        """
        n=\(number)
        for home in one two; do
          (STARLING_HOME=$PWD/$home; export STARLING_HOME
            hour=$(printf %02d $((n % 24))); day=$(printf %02d $((n / 24 + 1)))
            second=$( [ $home = one ] && echo 01 || echo 02 )
            "$STARLING" grade star-people/PE-01 good --at 2026-01-${day}T$hour:00:${second}Z
            "$STARLING" sync) >>log.$home 2>&1 &
        done
        wait
        """)
    }
    for name in ["one", "two", "one"] { try homes.done(name, "sync") }
    #expect(try homes.export("one") == homes.export("two"))
    let count = try homes.export("one").split(separator: "\n").count { $0.contains("\"grade\": 3") }
    let logs = try homes.home.text(of: "log.one") + homes.home.text(of: "log.two")
    #expect(count == 2 * campaign.count, "\(logs.suffix(4000))")
  }
}
