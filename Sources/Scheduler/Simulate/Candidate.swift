/// A simulated person: a memory that no policy is told, and luck that is the same for all policies.
public struct Candidate: Sendable {
  /// A card in this person's memory.
  public struct Card: Sendable {
    enum Memory: Sendable {
      case fsrs(FSRSMemory)
      case actR(ActRMemory)
      case multiscale(MultiscaleMemory)
    }

    let number: Int
    /// How much easier than others it is for this person, standard normal.
    let ease: Double
    var memory: Memory
    public internal(set) var goes = 0
  }

  private enum Kind: Sendable {
    case fsrs(any MemoryModel)
    case actR(fading: Double, bonus: Double)
    case multiscale(MultiscaleMemory.Scales, factor: Double, gain: Double)
  }

  /// How long answers take this person, as a share of what is usual.
  public var pace: Double
  private let kind: Kind
  /// Shares of Again, Hard, Good and Easy at first goes.
  private let firstShares: [Double]
  /// Shares of Hard, Good and Easy among later answers that are right.
  private let passShares: [Double]
  /// How often what failed is called Hard or Good, and what was right Again.
  private let kindness: Double
  private let harshness: Double
  private let seed: UInt64

  /// Draws a person.
  ///
  /// FSRS's parameters are each multiplied by exp(0.3·z), z standard normal cut at ±2.5; those that
  /// are 0 at the defaults stay. Shares of grades are those of fsrs-rs's simulator, moved in the same
  /// way.
  public init(truth: Truth, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func spread(_ sigma: Double) -> Double {
      Maths.exp(sigma * generator.normal().clamped(-2.5, 2.5))
    }
    func shares(_ typical: [Double], _ sigma: Double) -> [Double] {
      let moved = typical.map { $0 * spread(sigma) }
      let total = moved.reduce(0, +)
      return moved.map { $0 / total }
    }
    firstShares = shares(FirstGrades.shares, 0.3)
    passShares = shares([0.224, 0.631, 0.145], 0.4)
    kindness = [0, 0, 0.1, 0.25, 0.4][Int(generator.unit() * 5)]
    harshness = [0, 0, 0, 0.08][Int(generator.unit() * 4)]
    pace = spread(0.35)
    switch truth {
    case .fsrs6, .fsrs7:
      let name: ModelName = truth == .fsrs6 ? .fsrs6 : .fsrs7
      let parameters = name.defaults.map { $0 * spread(0.3) }
      // The defaults times finite numbers are finite and as many, so this cannot be refused.
      kind = .fsrs((try? name.model(parameters: parameters)) ?? name.model)
    case .actR, .actREasy:
      let fading = 0.177 * spread(0.15)
      let bonus = 1 + 0.22 * generator.normal()
      kind = .actR(fading: fading, bonus: bonus + (truth == .actREasy ? 0.6 : 0))
    case .multiscale, .multiscaleEasy:
      let steepness = 0.45 * (0.62 + 0.06 * generator.normal())
      let factor = spread(0.15) * (truth == .multiscaleEasy ? 2 : 1)
      kind = .multiscale(
        MultiscaleMemory.Scales(steepness: steepness), factor: factor, gain: 3 * spread(0.25))
    }
    self.seed = generator.next()
  }

  /// A card never practised.
  public func card(_ number: Int) -> Card {
    let ease = luck(number, go: 0, purpose: 3) { $0.normal() }
    let memory: Card.Memory
    switch kind {
    case .fsrs(let model): memory = .fsrs(FSRSMemory(model: model))
    case .actR(let fading, let bonus):
      memory = .actR(ActRMemory(fading: fading, bonus: bonus + 0.3 * ease))
    case .multiscale(let scales, let factor, let gain):
      memory = .multiscale(
        MultiscaleMemory(scales: scales, factor: factor * Maths.exp(0.25 * ease), gain: gain))
    }
    return Card(number: number, ease: ease, memory: memory)
  }

  /// Answers a card, which changes it.
  ///
  /// - Returns: the grade that the person gives.
  public func answer(_ card: inout Card, at time: SimulatedTime) -> Grade {
    let go = card.goes
    let unit = luck(card.number, go: go, purpose: 1) { $0.unit() }
    let truly: Grade
    if go == 0 {
      let normal = luck(card.number, go: go, purpose: 4) { $0.normal() }
      // First grades go with the card's ease: correlated by 0.65.
      let place = Maths.normalShare(below: 0.65 * card.ease + 0.76 * normal)
      truly = Grade.allCases[Self.pick(firstShares, place)]
    } else if unit < card.recall(at: time) {
      let second = luck(card.number, go: go, purpose: 2) { $0.unit() }
      truly = [Grade.hard, .good, .easy][Self.pick(passShares, second)]
    } else {
      truly = .again
    }
    let mood = luck(card.number, go: go, purpose: 5) { ($0.unit(), $0.unit()) }
    var grade = truly
    if truly == .again {
      if mood.0 < kindness { grade = mood.1 < 0.5 ? .hard : .good }
    } else if mood.0 < harshness {
      grade = .again
    }
    card.goes += 1
    card.practise(truly, called: grade, at: time)
    return grade
  }

  /// The return within the session that an answer Again brings; it is right.
  public func comeBack(_ card: inout Card, at time: SimulatedTime) {
    card.practise(.good, called: .good, at: time)
  }

  /// A headline of a card: as likely as its `strength`, 0…1, as good as a whole answer, else nothing.
  ///
  /// Whoever does not recall it looks it up and says it then.
  public func headline(_ card: inout Card, strength: Double, at time: SimulatedTime) {
    let luck = luck(card.number, go: time.day, purpose: 7) { ($0.unit(), $0.unit()) }
    guard luck.0 < strength else { return }
    if luck.1 >= card.recall(at: time) { card.practise(.again, called: .again, at: time) }
    card.practise(.good, called: .good, at: time)
  }

  /// A number of chance that depends on the person and `purpose` alone, and on `day`.
  public func chance(day: Int) -> Double { luck(-1, go: day, purpose: 6) { $0.unit() } }

  private func luck<Value>(
    _ card: Int, go: Int, purpose: UInt64, _ draw: (inout SeededGenerator) -> Value
  ) -> Value {
    var generator = SeededGenerator(
      seed: seed ^ (UInt64(bitPattern: Int64(card)) &* 0xD6E8_FEB8_6659_FD93)
        ^ (UInt64(go) &* 0xA076_1D64_78BD_642F) ^ (purpose &* 0xE703_7ED1_A0B4_28DB))
    _ = generator.next()
    return draw(&generator)
  }

  private static func pick(_ shares: [Double], _ luck: Double) -> Int {
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      sum += share
      if luck < sum { return index }
    }
    return shares.count - 1
  }
}

extension Candidate.Card {
  /// The probability that it is recalled; 0 if it was never practised.
  public func recall(at time: SimulatedTime) -> Double {
    if goes == 0 { return 0 }
    return switch memory {
    case .fsrs(let memory): memory.recall(at: time)
    case .actR(let memory): memory.recall(at: time)
    case .multiscale(let memory): memory.recall(at: time)
    }
  }

  /// Changes the memory by a go, by how it went and by what the person calls it.
  ///
  /// A failure that is called Hard or Good was a near one, and in a memory of traces it counts as right.
  mutating func practise(_ truly: Grade, called grade: Grade, at time: SimulatedTime) {
    switch memory {
    case .fsrs(var memory):
      memory.practise(truly, at: time)
      self.memory = .fsrs(memory)
    case .actR(var memory):
      memory.practise(passed: grade != .again, at: time)
      self.memory = .actR(memory)
    case .multiscale(var memory):
      memory.practise(passed: grade != .again, at: time)
      self.memory = .multiscale(memory)
    }
  }
}
