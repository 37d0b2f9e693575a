import FaultyDisk

/// A disk that fails, or under which the program is killed, for what one thread does.
struct FailingDisk {
  /// What happens at a call that changes a file.
  enum Harm: CaseIterable {
    /// Half of it is written.
    case short
    /// There is no space any more.
    case full
    /// It does not answer.
    case broken
    /// The program is killed before it, or when half of it is written.
    case killed, torn

    fileprivate var inC: faulty_disk_harm {
      switch self {
      case .short: FAULTY_DISK_SHORT
      case .full: FAULTY_DISK_FULL
      case .broken: FAULTY_DISK_BROKEN
      case .killed: FAULTY_DISK_KILLED
      case .torn: FAULTY_DISK_TORN
      }
    }
  }

  /// Whether this thread waits until what is written has come to the disk, as nobody needs to who only
  /// kills programs.
  func waits(_ waits: Bool) { faulty_disk_wait(waits) }

  /// Does something, and harms it.
  ///
  /// - Parameters:
  ///   - harm: what happens.
  ///   - count: at which of its calls that change files, from 1.
  ///   - body: is done in this thread.
  ///   - whenKilled: is done where the program is killed. `body` goes on after it, and what it does then is
  ///     what a dead program would have done.
  /// - Returns: whether it came to it: there may be fewer calls.
  func harm(
    by harm: Harm, at count: Int, _ body: () -> Void, whenKilled: @escaping () -> Void
  ) -> Bool {
    let death = Death(whenKilled)
    return withExtendedLifetime(death) {
      faulty_disk_arm(
        harm.inC, count,
        { pointer in
          guard let pointer else { return }
          Unmanaged<Death>.fromOpaque(pointer).takeUnretainedValue().comes()
        }, Unmanaged.passUnretained(death).toOpaque())
      body()
      return faulty_disk_disarm()
    }
  }

  private final class Death {
    let comes: () -> Void
    init(_ comes: @escaping () -> Void) { self.comes = comes }
  }
}
