/// The words that this program was called with.
package enum CalledWords {
  /// Those after the program's name.
  ///
  /// Swift finds its arguments beside the environment in memory. A library that is loaded in front of
  /// others and changes the environment first, such as one that moves the clock, leaves it without any;
  /// Linux still tells them.
  package static let all: [String] = {
    guard CommandLine.argc == 0 else { return Array(CommandLine.arguments.dropFirst()) }
    guard let bytes = try? FileBytes.read("/proc/self/cmdline", limit: 1 << 22) else { return [] }
    return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().dropFirst()
      .map { String(decoding: $0, as: UTF8.self) }
  }()
}
