public import Decks

/// A question that a panel may ask.
public struct PanelQuestion: Equatable, Sendable {
  public var card: CardID
  public var kind: CardKind
  public var text: String
  /// The code of the family that it probes.
  public var family: String?
  /// What they may ask on.
  public var probes: [String]

  public init(
    card: CardID, kind: CardKind = .star, text: String, family: String?, probes: [String] = []
  ) {
    self.card = card
    self.kind = kind
    self.text = text
    self.family = family
    self.probes = probes
  }
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
  /// Nobody asks twice running, neighbours are of different families where that is possible, one
  /// turn in the middle is of two at once, and about every third answer is interrupted.
  ///
  /// - Parameters:
  ///   - personas: the panel.
  ///   - questions: what may be asked, the most important first; each is asked at most once.
  ///   - minutes: how long it lasts.
  ///   - generator: where chance comes from.
  /// - Returns: the turns; fewer than there is time for when questions run out.
  static func turns(
    of personas: [Persona], asking questions: [PanelQuestion], minutes: Double,
    using generator: inout some RandomNumberGenerator
  ) -> [PanelTurn] {
    let speakers = personas.indices.filter { personas[$0].manner != .silent }
    guard !speakers.isEmpty else { return [] }
    let wanted = max(Persona.count.lowerBound, Int(minutes / Self.minutes))
    var waiting = questions
    var turns: [PanelTurn] = []
    var last: Voice?
    func voice(_ asker: Int) -> Voice? {
      guard !waiting.isEmpty else { return nil }
      let family = last?.question.family
      let index = waiting.firstIndex { $0.family == nil || $0.family != family } ?? 0
      let voice = Voice(persona: asker, question: waiting.remove(at: index))
      last = voice
      return voice
    }
    let silent = personas.firstIndex { $0.manner == .silent }
    let silentSpeaks = Bool.random(using: &generator)
    for number in 0..<wanted {
      let previous = last?.persona
      let others = speakers.filter { $0 != previous }
      var asker = others.randomElement(using: &generator) ?? speakers[0]
      if number == wanted - 1, silentSpeaks, let silent { asker = silent }
      guard let first = voice(asker) else { break }
      var turn = PanelTurn(first: first)
      if number == wanted / 2,
        let rival = speakers.filter({ $0 != asker }).randomElement(using: &generator)
      {
        turn.second = voice(rival)
      }
      if turn.second == nil, number % 3 == 1 {
        turn.interruption = interruption(of: turn, by: personas, using: &generator)
      }
      turns.append(turn)
    }
    return turns
  }

  private static func interruption(
    of turn: PanelTurn, by personas: [Persona], using generator: inout some RandomNumberGenerator
  ) -> Interruption? {
    let interrupter =
      personas.firstIndex { $0.manner == .interrupting }
      ?? turn.first.persona
    let text =
      turn.first.question.probes.randomElement(using: &generator)
      ?? Self.interruptions.randomElement(using: &generator)
    guard let text else { return nil }
    return Interruption(
      persona: interrupter, text: text, after: Int64.random(in: 20...50, using: &generator) * 1000)
  }

  /// What anyone may break in with.
  private static let interruptions = [
    "Sorry, what was your own part in that?", "Can you give me the short version?",
    "Hold on: why not do it the easy way?", "What did that cost?",
  ]
}
