import Practice

extension DeliveryKind {
  /// What is told of how an answer was spoken, in one line.
  var help: String {
    switch self {
    case .pace: "Says when your words a minute are far from your own"
    case .firstWord: "Says how long it took to your first word"
    case .lastWord: "Says how long the end was silent"
    case .pauses: "Names pauses of two seconds and more"
    case .headline: "Quotes the first sentence of a spoken answer, with its seconds"
    }
  }
}
