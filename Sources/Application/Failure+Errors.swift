import Files
import Store

extension Failure {
  /// The failure that an error is, if it is one of those that are met; nil for others.
  package init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error.code, error.description)
    default: return nil
    }
  }

  /// What there is to say of an error.
  package static func words(of error: any Error) -> String {
    Failure(error)?.message ?? "\(error)"
  }

  /// The failure that an error of one of the modules is, and which copy can be brought back if it is
  /// that the database cannot be used; nil for others.
  package init?(offeringCopyAfter error: any Error, in surroundings: any Surroundings) {
    self.init(error)
    let path: String
    switch error {
    case StoreError.damaged(let damaged, _): path = damaged
    case StoreError.lost(let lost): path = lost
    default: return
    }
    guard let copies = try? surroundings.places().store.copies else { return }
    let offer = copies.offer(at: surroundings.clock.now, insteadOf: path)
    message = message.map { "\($0)\n\(offer)" }
  }
}

extension StoreError {
  /// The exit code of this error.
  fileprivate var code: Failure.Code {
    switch self {
    case .busy, .changed: .tryAgain
    case .newerSchema: .unavailable
    case .damaged, .lost, .notACopy, .unfitting, .gone, .refused: .badData
    case .cannotCreate: .cannotCreate
    case .cannotOpen, .cannotRead, .cannotWrite, .displaced, .overwritten: .inputOutput
    }
  }
}
