import FoundationEssentials
public import Glibc

/// What the kernel says of a running process.
public struct ProcessStatus {
  /// The process group in the foreground of its terminal.
  public let foregroundGroup: pid_t
  /// Whether it is stopped, and not merely waiting.
  public let isStopped: Bool
  /// Processor time used, in hundredths of a second.
  public let ticks: Int
  /// How often its first thread has gone back to sleep.
  public let wakeUps: Int

  /// - Throws: ``TestFailure`` when there is no such process.
  public init(of process: pid_t) throws {
    let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // What follows the name, which is in parentheses, begins with the third field of proc(5).
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let group = pid_t(fields[5]), let user = Int(fields[11]),
      let system = Int(fields[12])
    else { throw TestFailure("cannot read /proc/\(process)/stat: \(text)") }
    foregroundGroup = group
    isStopped = fields[0] == "T"
    ticks = user + system
    let key = "\nvoluntary_ctxt_switches:"
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let switches = status.firstRange(of: key).map { status[$0.upperBound...] }
    guard let switches, let count = Int(switches.prefix { $0 != "\n" }.drop { !$0.isNumber })
    else { throw TestFailure("cannot read /proc/\(process)/status: \(status)") }
    wakeUps = count
  }
}
