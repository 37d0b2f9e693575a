import Glibc
import Screen
import Store
import Terminal

/// How a command ends when it cannot do what was asked: a line or two, and an exit code.
struct Failure: Error {
  /// Codes of sysexits(3), as far as Starling uses them.
  enum Code: Int32, CaseIterable {
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
    var meaning: String {
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

  var code: Code
  /// Nil when everything was said already.
  var message: String?
  /// The signal that asked the program to end; nil if none did.
  var signal: Int32?

  init(_ code: Code, _ message: String? = nil) {
    self.code = code
    self.message = message
  }

  /// The same with another line.
  func adding(_ line: String) -> Failure {
    var failure = self
    failure.message = message.map { "\($0)\n\(line)" } ?? line
    return failure
  }

  /// The failure that an error of one of the modules is; nil for others.
  init?(_ error: any Error) {
    switch error {
    case let error as StoreError: self.init(error.code, error.description)
    case let error as ChangedMeanwhile: self.init(.tryAgain, error.description)
    case let error as TerminalError: self.init(.unavailable, error.description)
    default: return nil
    }
  }

  /// The failure that an error of one of the modules is, and which copy can be brought back if it is
  /// that the database cannot be used; nil for others.
  init?(offeringCopyAfter error: any Error) {
    self.init(error)
    switch error {
    case StoreError.damaged, StoreError.lost:
      guard let copies = try? Places(environment: Workspace.environment()).store.copies else {
        break
      }
      message = message.map { "\($0)\n\(copies.offer)" }
    default: break
    }
  }

  func exit() -> Never {
    if let message { Output.warn(message) }
    if let signal {
      // As the signal ends a program, so that whoever sent it sees that.
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    Glibc.exit(code.rawValue)
  }
}

extension SafetyCopies {
  /// What the person can do when the database cannot be used.
  var offer: String { offer(at: SystemClock.now) }
}

extension StoreError {
  /// The exit code of this error.
  fileprivate var code: Failure.Code {
    switch self {
    case .busy: .tryAgain
    case .newerSchema: .unavailable
    case .damaged, .lost, .notACopy, .unfitting, .gone, .refused: .badData
    case .cannotCreate: .cannotCreate
    case .cannotOpen, .cannotRead, .cannotWrite, .displaced, .overwritten: .inputOutput
    }
  }
}
