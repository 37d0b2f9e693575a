#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Another program, run to its end in this terminal.
package enum ProgramRun {
  /// Runs a program, found in `PATH` unless it is a path, and waits for it.
  ///
  /// - Parameters:
  ///   - program: its name or path.
  ///   - arguments: the first is the name under which it is called.
  ///   - waits: is told the process once it runs, and at each signal (with nil) whether to go on waiting.
  /// - Returns: its exit code, or a signal's number plus 128; 127 if it cannot be started or is not waited
  ///   for.
  package static func run(
    _ program: String, _ arguments: [String], waits: (_ process: Int32?) -> Bool = { _ in true }
  ) -> Int32 {
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let isStarted = StandardError.lent {
      posix_spawnp(&child, program, nil, nil, &pointers, programEnvironment) == 0
    }
    guard isStarted else { return 127 }
    _ = waits(child)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR, waits(nil) else { return 127 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
