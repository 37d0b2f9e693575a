import Glibc
import Testing

/// A terminal without a screen: the test types into it and reads what is written to it.
public final class PseudoTerminal {
  /// The device that a program opens.
  public let path: String
  private let ours: Int32
  /// Kept open, so that the modes can be asked for when no program has the terminal.
  private let theirs: Int32
  private var isClosed = false

  public init(columns: Int = 80, rows: Int = 24) throws {
    var size = Self.size(columns, rows)
    let ends = PrivateDescriptors.open {
      var ours: Int32 = -1
      var theirs: Int32 = -1
      return openpty(&ours, &theirs, nil, nil, &size) == 0 ? [ours, theirs] : []
    }
    var name = [CChar](repeating: 0, count: 64)
    guard ends.count == 2, ttyname_r(ends[1], &name, name.count) == 0 else {
      throw TestFailure("cannot open a pseudo-terminal")
    }
    ours = ends[0]
    theirs = ends[1]
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    hangUp()
    close(theirs)
  }

  /// Takes the terminal away, as closing its window does.
  public func hangUp() {
    guard !isClosed else { return }
    isClosed = true
    close(ours)
  }

  /// Makes the window another size; the kernel tells the program in the foreground.
  public func resize(columns: Int, rows: Int) throws {
    var size = Self.size(columns, rows)
    guard ioctl(ours, UInt(TIOCSWINSZ), &size) == 0 else {
      throw TestFailure("cannot resize the pseudo-terminal")
    }
  }

  public func type(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(ours, $0.baseAddress, $0.count) }
  }

  /// What has been written to it; empty when nothing comes within `milliseconds`.
  public func read(milliseconds: Int32) -> [UInt8] {
    var descriptor = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(ours, &buffer, buffer.count)
    return Array(buffer.prefix(max(0, count)))
  }

  /// The terminal's modes, as `stty -a` lists them.
  public func modes() throws -> String {
    let run = try CommandRun(
      ProgramPath.installed("stty"), ["-a", "-F", path], environment: ["LC_ALL": "C"])
    guard run.status == .exitCode(0) else { throw TestFailure("stty: \(run.errors)") }
    return run.output
  }

  private static func size(_ columns: Int, _ rows: Int) -> winsize {
    winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0,
      ws_ypixel: 0)
  }
}
