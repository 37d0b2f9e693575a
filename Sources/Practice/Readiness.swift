public import Scheduler

/// What is likely to be recalled at a moment: an estimate by the memory model.
public struct Readiness: Equatable, Sendable {
  /// A family's part in it.
  public struct Share: Equatable, Sendable {
    /// The family's code.
    public var family: String
    public var recall: Retrievability

    public init(family: String, recall: Retrievability) {
      self.family = family
      self.recall = recall
    }
  }

  /// Mean recall, weighed by how much each matters, over the core cards, or all cards if none is core; those never seen count as 0.
  public var whole: Retrievability
  /// The same for each family that has such cards, in the order of the families.
  public var families: [Share]

  public init(whole: Retrievability, families: [Share]) {
    self.whole = whole
    self.families = families
  }

  /// - Parameters:
  ///   - prospects: cards that are not suspended; those of kinds that do not count are left out.
  ///   - time: when they are to be recalled.
  ///   - interview: the place of the interview, among those ahead, whose priorities count.
  ///   - model: the memory model.
  ///   - order: the codes of all families.
  public init(
    of prospects: [Prospect], at time: Timestamp, interview: Int = 0, model: any MemoryModel,
    families order: [String]
  ) {
    let counted = Self.counted(prospects)
    func mean(_ prospects: [Prospect]) -> Double {
      Planner.readiness(
        of: prospects.map { PlanItem(id: 0, memory: $0.memory, priorities: $0.priorities) },
        at: time, interview: interview, model: model)
    }
    whole = mean(counted)
    let byFamily = Dictionary(grouping: counted) {
      $0.isOwnNote ? Prospect.notesFamily : $0.family ?? ""
    }
    families = (order + [Prospect.notesFamily]).compactMap { code in
      byFamily[code].map { Share(family: code, recall: mean($0)) }
    }
  }

  /// Those of some cards that count: of the kinds that come up by themselves the core ones, or all if
  /// none is core.
  ///
  /// What the person wrote down counts from the first time it was practised.
  static func counted(_ prospects: [Prospect]) -> [Prospect] {
    let daily = prospects.filter(\.kind.isDaily)
    let counted = daily.contains(where: \.isCore) ? daily.filter(\.isCore) : daily
    return counted.filter { !$0.isOwnNote || $0.memory != nil }
  }
}
