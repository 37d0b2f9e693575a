/// What may be said of how an answer was spoken, each with a switch of its own.
///
/// The order is the one in which it is shown.
public enum DeliveryKind: String, CaseIterable, Sendable {
  /// Words a minute, where they are a quarter off the person's own.
  case pace
  /// The time to the first word.
  case firstWord = "first_word"
  /// The time from the last word to the end.
  case lastWord = "last_word"
  /// Pauses of two seconds and more, and where they fell.
  case pauses
  /// The first sentence, with how long it took.
  case headline

  /// How far, as a share, a pace is from the person's own to be worth a word.
  static let paceOff = 0.25
}

extension Delivery {
  /// What there is to say of it, a line each.
  ///
  /// - Parameters:
  ///   - kinds: what the person wants to be told.
  ///   - own: their own pace; nil while it is not known.
  /// - Returns: the lines, without a judgement in any.
  public func lines(_ kinds: Set<DeliveryKind>, own: OwnPace) -> [String] {
    DeliveryKind.allCases.filter(kinds.contains).flatMap { kind -> [String] in
      switch kind {
      case .pace:
        guard let pace, let usual = own.median,
          abs(pace - usual) >= DeliveryKind.paceOff * usual
        else { return [] }
        return ["\(Int(pace.rounded())) words a minute; yours is usually \(Int(usual.rounded()))."]
      case .firstWord: return ["First word after \(Self.seconds(firstWord))."]
      case .lastWord: return ["Last word \(Self.seconds(lastWord)) before the end."]
      case .pauses: return pauseLines
      case .headline:
        return headline.map { ["First sentence, \(Self.seconds($0.length)): “\($0.text)”"] } ?? []
      }
    }
  }

  private var pauseLines: [String] {
    let inside = pauses.filter { !$0.isBetweenParts }
    var lines = inside.map { pause in
      let place = pause.words.isEmpty ? "" : ", before “\(pause.words)”"
      return "A pause of \(Self.tenths(pause.length)) in the \(pause.step.title)\(place)."
    }
    let between = pauses.filter(\.isBetweenParts)
    if !between.isEmpty {
      let lengths = between.map { Self.tenths($0.length) }.joined(separator: ", ")
      lines.append(
        "\(between.count.of("pause")) between parts (\(lengths)), where one gives time to follow.")
    }
    return lines
  }

  private static func seconds(_ milliseconds: Int) -> String {
    "\((milliseconds + 500) / 1000) s"
  }

  private static func tenths(_ milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
