import ArgumentParser

/// What memory.py measures of the memory models beside their peers.
@main
struct BenchMemory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-memory", subcommands: [ReplayBench.self, LearnerBench.self, FitBench.self])
}
