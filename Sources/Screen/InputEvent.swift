/// Something the terminal tells the program.
public enum InputEvent: Equatable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted in one go; line ends are `\n`, other control characters are gone.
  case paste(String)
  /// Text of more than ``longestPaste`` characters was pasted; it is dropped.
  case pasteTooLong
  /// The window has a new size, or has to be drawn again at the same one.
  case resize(Size)
  /// The time given to wait has passed.
  case tick
  /// A signal asks the program to end.
  case signal(Int32)
  /// The terminal is gone; nothing can be shown or read any more.
  case hangUp

  /// The most Unicode scalars that are pasted in one go: two hours of speech, and read in less than half
  /// a second.
  public static let longestPaste = 100_000
}
