extension StarAnswer {
  /// What can be observed in this answer, in the order of ``ObservationKind``.
  ///
  /// Checks that know English words keep still in an answer that is not in English, and all of
  /// them where nothing was written.
  public func observations(
    in context: ObservationContext, kinds: Set<ObservationKind>
  ) -> [Observation] {
    let prose = AnswerProse(self)
    guard prose.wordCount > 0 else { return [] }
    return ObservationKind.allCases.flatMap { kind -> [Observation] in
      guard kinds.contains(kind), prose.isEnglish || !kind.knowsEnglish,
        context.spoken == nil || !kind.restsOnWriting,
        !context.isInOnePiece || !kind.looksAtParts
      else { return [] }
      return prose.observations(of: kind, in: context)
    }
  }

  /// The number of words in a part, as the count beside the text field has it.
  public func wordCount(of part: StarPart) -> Int { Prose(self[part]).words.count }
}

extension ObservationKind {
  /// Whether the check compares with English words.
  fileprivate var knowsEnglish: Bool {
    switch self {
    case .toldBefore, .figuresChanged, .sameWords, .length, .share: false
    case .occasion, .iAndWe, .falseStar, .passive, .emptyVerbs, .evidence, .learning, .vague, .tone,
      .hedges, .fillers:
      true
    }
  }
}

extension ObservationKind {
  /// Whether the check goes by full stops, quotation marks or capitals, which an engine sets as it likes.
  var restsOnWriting: Bool {
    switch self {
    case .occasion, .falseStar, .passive, .evidence: true
    case .toldBefore, .figuresChanged, .sameWords, .length, .share, .iAndWe, .emptyVerbs, .learning,
      .vague, .tone, .hedges, .fillers:
      false
    }
  }

  /// Whether the check is made in one of the parts.
  fileprivate var looksAtParts: Bool {
    switch self {
    case .share, .occasion, .iAndWe, .falseStar, .passive, .emptyVerbs, .evidence, .learning,
      .vague:
      true
    case .toldBefore, .figuresChanged, .sameWords, .length, .tone, .hedges, .fillers: false
    }
  }
}

extension AnswerProse {
  fileprivate func observations(
    of kind: ObservationKind, in context: ObservationContext
  ) -> [Observation] {
    switch kind {
    case .toldBefore: list(toldBefore(context))
    case .figuresChanged: list(figuresChanged(context))
    case .sameWords: list(sameWords(context))
    case .length: list(length(context))
    case .share: shares(context)
    case .occasion: list(occasion)
    case .iAndWe: list(iAndWe(context))
    case .falseStar: list(falseStar)
    case .passive: list(passive)
    case .emptyVerbs: list(emptyVerbs)
    case .evidence: list(evidence(context))
    case .learning: list(learning(context))
    case .vague: list(vague)
    case .tone: list(tone)
    case .hedges: list(hedges)
    case .fillers: list(fillers(context))
    }
  }

  private func list(_ observation: Observation?) -> [Observation] {
    observation.map { [$0] } ?? []
  }
}
