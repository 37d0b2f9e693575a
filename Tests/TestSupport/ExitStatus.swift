/// How a program ended.
public enum ExitStatus: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)
}
