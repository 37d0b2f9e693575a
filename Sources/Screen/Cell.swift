/// One character cell of a ``Canvas``: a base character, up to four combining marks and a style.
///
/// Sixteen bytes without a reference, so that a canvas is copied and compared as plain memory.
public struct Cell: Hashable, Sendable {
  /// The base and two marks, 21 bits each.
  private var front: UInt64
  /// Two more marks, 21 bits each, and the style in the upper 16 bits.
  private var back: UInt64

  private static let scalarBits: UInt64 = 0x1F_FFFF
  private static let styleShift: UInt64 = 48

  /// A space in the plain style.
  public static let blank = Cell(" ")

  /// How many scalars a cell holds at most; ncurses' own limit (`CCHARW_MAX`).
  public static let scalarLimit = 5

  /// A cell with one scalar, which must be one that a terminal may be sent.
  init(_ scalar: Unicode.Scalar, style: Style = .plain) {
    front = UInt64(scalar.value)
    back = 0
    self.style = style
  }

  /// The same cell with another base, a character of one byte that a terminal may be sent.
  func with(_ ascii: UInt8) -> Cell {
    var cell = self
    cell.front = UInt64(ascii)
    return cell
  }

  /// The right half of a wide character.
  static func continuation(style: Style) -> Cell {
    Cell("\0", style: style)
  }

  public var style: Style {
    get {
      let bits = back >> Self.styleShift
      return Style(
        Style.Role(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .text,
        Style.Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 8)))
    }
    set {
      let bits = UInt64(newValue.role.rawValue) | UInt64(newValue.attributes.rawValue) << 8
      back = back & ((1 << Self.styleShift) - 1) | bits << Self.styleShift
    }
  }

  /// Whether this is the right half of the wide character in the cell before.
  public var isContinuation: Bool { front == 0 }

  /// The character here if it is one of one byte without marks, as most are.
  public var ascii: UInt8? { front >= 0x20 && front < 0x7F ? UInt8(front) : nil }

  /// The code point of the base (0) or of a combining mark (1…4); 0 where there is none.
  public func scalarValue(at index: Int) -> UInt32 {
    let bits = index < 3 ? front >> (21 * UInt64(index)) : back >> (21 * UInt64(index - 3))
    return UInt32(truncatingIfNeeded: bits & Self.scalarBits)
  }

  /// Adds a combining mark; those beyond the fourth are dropped.
  mutating func append(_ mark: Unicode.Scalar) {
    for index in 1..<Self.scalarLimit where scalarValue(at: index) == 0 {
      if index < 3 {
        front |= UInt64(mark.value) << (21 * UInt64(index))
      } else {
        back |= UInt64(mark.value) << (21 * UInt64(index - 3))
      }
      return
    }
  }

  /// What is shown here; empty for the right half of a wide character.
  public var text: String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<Self.scalarLimit {
      guard let scalar = Unicode.Scalar(scalarValue(at: index)), scalar.value != 0 else { break }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
