#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// What the C libraries call by different names, or give different types.

#if canImport(Darwin)
  /// The environment that programs are started with.
  var programEnvironment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    _NSGetEnviron().pointee
  }

  let groupOfProcesses = PRIO_PGRP

  func spawnActions() -> posix_spawn_file_actions_t? { nil }
  func spawnAttributes() -> posix_spawnattr_t? { nil }

  extension sigaction {
    /// What is called at the signal.
    var handler: (@convention(c) (Int32) -> Void)? {
      get { __sigaction_u.__sa_handler }
      set { __sigaction_u.__sa_handler = newValue }
    }
  }
#else
  /// The environment that programs are started with.
  var programEnvironment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? { environ }

  #if canImport(Musl)
    let groupOfProcesses = PRIO_PGRP
  #else
    let groupOfProcesses = Int32(PRIO_PGRP.rawValue)
  #endif

  func spawnActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  func spawnAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }

  extension sigaction {
    /// What is called at the signal.
    var handler: (@convention(c) (Int32) -> Void)? {
      get {
        #if canImport(Musl)
          __sa_handler.sa_handler
        #else
          __sigaction_handler.sa_handler
        #endif
      }
      set {
        #if canImport(Musl)
          __sa_handler.sa_handler = newValue
        #else
          __sigaction_handler.sa_handler = newValue
        #endif
      }
    }
  }
#endif
