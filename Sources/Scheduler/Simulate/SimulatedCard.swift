/// A card during a simulation: its true memory, and what the policies keep of it.
struct SimulatedCard {
  /// By the candidate's own parameters, which no policy reads.
  var truth: Trace?
  /// By the model at its defaults, which policies may read.
  var estimate: Trace?
  /// The local day on which the policy wants the card back.
  var dueDay = 0
  var goes = 0
  // SM-2
  var easiness = 2.5
  var repetition = 0
  var interval = 0
}
