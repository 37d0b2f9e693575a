/// How a follow-up question was met.
public enum ProbeResult: String, CaseIterable, Sendable {
  case answered, thin, stuck
}
