import Glibc
import TestSupport
import Testing

/// Each file and folder of a home damaged in each way, and each command run on it.
///
/// What a command says stands in `damage-table.txt`, to be read by a person; the rules that
/// hold for all of them are tested apart.
@Suite(.timeLimit(.minutes(60)), .enabled(if: geteuid() == 0, "it gives files to other users"))
struct DamageTableTests {
  /// A place with one thing that happened to it.
  struct Cell: Sendable {
    var place: DamagedPlace
    var damage: (name: String, script: String)

    var name: String { "\(place.name), \(damage.name)" }
  }

  static let cells = DamagedPlace.all.flatMap { place in
    place.damages.map { Cell(place: place, damage: $0) }
  }

  @Test func everyCommandSaysWhatIsTrue() throws {
    let campaign = Campaign("damage", whole: Self.cells.count, slice: 2)
    var generator = CaseGenerator(seed: campaign.seed)
    let isWhole = campaign.count == Self.cells.count
    let chosen =
      isWhole ? Self.cells : Array(Self.cells.shuffled(using: &generator).prefix(campaign.count))
    let bench = try DamageBench()
    let sound = try bench.outcomes(of: nil)
    let table = DamageSnapshot()
    for cell in chosen {
      print("damage table: \(cell.name)")
      let outcomes = try bench.outcomes(of: cell.damage.script)
      let faults = zip(DamageCommand.all, zip(outcomes, sound)).compactMap { command, pair in
        fault(of: pair.0, of: command, in: cell, sound: pair.1).map {
          "\(command.line): \($0): \(pair.0.code) \(pair.0.errors)\(pair.0.faults)"
        }
      }
      #expect(faults.isEmpty, "\(cell.name)\n\(faults.joined(separator: "\n"))")
      table.note(outcomes, sound: sound, under: cell.name)
    }
    // A slice holds to the rules; the words are compared when all of them are there.
    if isWhole { try table.compare() }
  }

  /// What is wrong with how a command ended, by the rules that hold for every cell.
  private func fault(
    of outcome: DamageOutcome, of command: DamageCommand, in cell: Cell, sound: DamageOutcome
  ) -> String? {
    guard [0, 1, 64, 65, 66, 69, 73, 74, 75, 78].contains(outcome.code) else { return "bad end" }
    if outcome.errors.contains("Fatal error") { return "trap" }
    if cell.place.name == "database" { return nil }
    for lie in ["is damaged (", "starling restore", "has nothing in it"]
    where (outcome.errors + outcome.faults).contains(lie) {
      return "untrue"
    }
    // Two commands are there to name faults, and one is about the settings themselves.
    let isCheck = command.line.hasPrefix("doctor") || command.line == "decks check"
    if isCheck, outcome.code == 1 { return nil }
    if cell.place.name == "settings", command.line.hasPrefix("config") { return nil }
    if command.needsDecks, cell.place.name == "one deck" || cell.place.name == "decks folder" {
      return nil
    }
    if outcome.code != sound.code { return "stopped" }
    return outcome.truth == sound.truth ? nil : "other truth"
  }
}
