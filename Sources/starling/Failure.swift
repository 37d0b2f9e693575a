import Glibc
import Screen
import Store
import Terminal

/// How a command ends when it cannot do what was asked: a line or two, and an exit code.
struct Failure: Error {
  /// Codes of sysexits(3), as far as Starling uses them.
  enum Code: Int32 {
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
  }

  var code: Code
  /// Nil when everything was said already.
  var message: String?

  init(_ code: Code, _ message: String? = nil) {
    self.code = code
    self.message = message
  }

  /// The failure that an error of one of the modules is; nil for others.
  init?(_ error: any Error) {
    switch error {
    case let error as StoreError: self.init(error.code, error.description)
    case let error as TerminalError: self.init(.unavailable, error.description)
    default: return nil
    }
  }

  func exit() -> Never {
    if let message { Output.warn(message) }
    Glibc.exit(code.rawValue)
  }
}

extension StoreError {
  /// The exit code of this error.
  fileprivate var code: Failure.Code {
    switch self {
    case .busy: .tryAgain
    case .newerSchema: .unavailable
    case .damaged: .badData
    case .cannotCreate: .cannotCreate
    case .cannotOpen, .cannotRead, .cannotWrite: .inputOutput
    }
  }
}
