public import Decks

/// A question that a panel may ask.
public struct PanelQuestion: Equatable, Sendable {
  /// What its answer is kept and recorded at: what every panel asks is of no deck.
  public var card: CardID?
  public var kind: CardKind
  /// The wording of the card that it is, by its index.
  public var wording: Int
  public var text: String
  /// The code of the family that it probes.
  public var family: String?
  /// What they may ask on.
  public var probes: [String]

  public init(
    card: CardID?, kind: CardKind = .star, wording: Int = 0, text: String, family: String?,
    probes: [String] = []
  ) {
    self.card = card
    self.kind = kind
    self.wording = wording
    self.text = text
    self.family = family
    self.probes = probes
  }
}

extension PanelQuestion {
  /// The bundled card that is the opening, too.
  public static let openingCard = CardID(deck: "fit", card: "OC-01")
  /// What somebody who has not met the candidate begins with.
  public static let opening = PanelQuestion(
    card: CardID(deck: "panel", card: "opening"), kind: .fit,
    text: "I was not there last time. Tell me about yourself.", family: nil,
    probes: ["And what brings you here?"])
  /// What a panel ends with.
  static let closing = PanelQuestion(
    card: CardID(deck: "panel", card: "closing"), kind: .ask,
    text: "What would you like to ask us?", family: nil,
    probes: ["Is there anything else?"])
}

/// One turn of a panel: who asks what, and what comes between.
public struct PanelTurn: Equatable, Sendable {
  /// A question with the one who asks it, as an index into the panel.
  public struct Voice: Equatable, Sendable {
    public var persona: Int
    public var question: PanelQuestion
  }

  /// Someone who breaks into the answer.
  public struct Interruption: Equatable, Sendable {
    public var persona: Int
    public var text: String
    /// Milliseconds after the answer began.
    public var after: Int64
  }

  public var first: Voice
  /// The second of two who ask at once.
  public var second: Voice?
  public var interruption: Interruption?
}

extension PanelTurn {
  /// Minutes that a turn takes, for how many fit.
  static let minutes = 2.5

  /// The turns of a panel.
  ///
  /// It begins with “tell me about yourself” and ends with the candidate's own questions, which the
  /// manager calls for. In between each asks what suits their role; nobody asks twice running,
  /// neighbours are of different families where that is possible, one turn in the middle is of two at
  /// once, and about every third answer is interrupted.
  ///
  /// - Parameters:
  ///   - personas: the panel.
  ///   - opening: what it begins with.
  ///   - questions: what may be asked then, the most important first; each is asked at most once.
  ///   - minutes: how long it lasts.
  ///   - temper: how often somebody breaks in, and asks at once with another.
  ///   - generator: where chance comes from.
  /// - Returns: the turns; fewer than there is time for when questions run out.
  static func turns(
    of personas: [Persona], from opening: PanelQuestion, asking questions: [PanelQuestion],
    minutes: Double, temper: Panel.Temper = .usual,
    using generator: inout some RandomNumberGenerator
  ) -> [PanelTurn] {
    let speakers = personas.indices.filter { personas[$0].manner != .silent }
    guard !speakers.isEmpty, !questions.isEmpty else { return [] }
    let wanted = max(Persona.count.lowerBound, Int(minutes / Self.minutes))
    let host = speakers.first { personas[$0].isManager } ?? speakers[0]
    var waiting = questions
    var turns: [PanelTurn] = []
    var last: Voice?
    func voice(_ asker: Int) -> Voice? {
      guard !waiting.isEmpty else { return nil }
      let family = last?.question.family
      let others = waiting.indices.filter {
        waiting[$0].family == nil || waiting[$0].family != family
      }
      let suiting = others.first { index in
        waiting[index].family.map(personas[asker].families.contains) ?? false
      }
      let voice = Voice(
        persona: asker, question: waiting.remove(at: suiting ?? others.first ?? 0))
      last = voice
      return voice
    }
    func speaker(but refused: Int?...) -> Int {
      speakers.filter { !refused.contains($0) }.randomElement(using: &generator)
        ?? speakers.filter { $0 != refused[0] }.randomElement(using: &generator) ?? speakers[0]
    }
    let silent = personas.firstIndex { $0.manner == .silent }
    // Every third answer is interrupted, and nobody breaks into one to two questions.
    let double = wanted / 2 - (wanted / 2 % 3 == 1 ? 1 : 0)
    let doubles: Set<Int> =
      switch temper {
      case .calm: []
      case .usual: [double]
      // Neither of those that are interrupted.
      case .hard: [double - double % 2, max(2, double - double % 2 - 2)]
      }
    // Of a hard panel every other answer.
    let beat = temper == .hard ? 2 : 3
    let silentSpeaks = Bool.random(using: &generator)
    for number in 0..<wanted - 1 where !waiting.isEmpty {
      let isLast = number == wanted - 2
      // Whoever closes the panel does not ask just before.
      var asker = speaker(but: last?.persona, isLast ? host : nil)
      if isLast, silentSpeaks, let silent { asker = silent }
      if number == 0 {
        last = Voice(persona: asker, question: opening)
        turns += last.map { [PanelTurn(first: $0)] } ?? []
        continue
      }
      guard let first = voice(asker) else { break }
      var turn = PanelTurn(first: first)
      if doubles.contains(number),
        let rival = speakers.filter({ $0 != asker }).randomElement(using: &generator)
      {
        turn.second = voice(rival)
      }
      if turn.second == nil, temper != .calm, number % beat == 1 {
        turn.interruption = interruption(
          of: turn, by: personas, isSoon: temper == .hard, using: &generator)
      }
      turns.append(turn)
    }
    let isHeld = last?.persona == host
    turns.append(
      PanelTurn(first: Voice(persona: isHeld ? speaker(but: host) : host, question: .closing)))
    return turns
  }

  private static func interruption(
    of turn: PanelTurn, by personas: [Persona], isSoon: Bool,
    using generator: inout some RandomNumberGenerator
  ) -> Interruption? {
    let interrupter =
      personas.firstIndex { $0.manner == .interrupting }
      ?? turn.first.persona
    let text =
      turn.first.question.probes.randomElement(using: &generator)
      ?? Self.interruptions.randomElement(using: &generator)
    guard let text else { return nil }
    return Interruption(
      persona: interrupter, text: text,
      after: Int64.random(in: isSoon ? 10...30 : 20...50, using: &generator) * 1000)
  }

  /// What anyone may break in with.
  private static let interruptions = [
    "Sorry, what was your own part in that?", "Can you give me the short version?",
    "Hold on: why not do it the easy way?", "What did that cost?",
  ]
}
