import Application
import Files

extension Failure {
  /// Says what there is to say, and ends the program.
  func exit() -> Never {
    if let message { Output.warn(message) }
    if let signal { RunningProgram.end(by: signal) }
    RunningProgram.end(code.rawValue)
  }
}
