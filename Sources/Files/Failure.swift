/// How a command ends when it cannot do what was asked: a line or two, and an exit code.
package struct Failure: Error {
  /// Codes of sysexits(3), as far as Starling uses them.
  package enum Code: Int32, CaseIterable {
    /// A check found faults.
    case faults = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case tryAgain = 75
    case settings = 78

    /// What it says, for the manual.
    package var meaning: String {
      switch self {
      case .faults: "a check found faults"
      case .usage: "the command was not understood"
      case .badData: "bad data, a damaged database, or no such card, deck or entry"
      case .noInput: "there is no such file"
      case .unavailable: "something needed is not there, such as a terminal"
      case .cannotCreate: "a file or folder cannot be made"
      case .inputOutput: "reading or writing failed"
      case .tryAgain: "another program is writing; try again"
      case .settings: "the settings cannot be used"
      }
    }
  }

  package var code: Code
  /// Nil when everything was said already.
  package var message: String?
  /// The signal that asked the program to end; nil if none did.
  package var signal: Int32?

  package init(_ code: Code, _ message: String? = nil) {
    self.code = code
    self.message = message
  }

  /// The same with another line.
  package func adding(_ line: String) -> Failure {
    var failure = self
    failure.message = message.map { "\($0)\n\(line)" } ?? line
    return failure
  }
}
