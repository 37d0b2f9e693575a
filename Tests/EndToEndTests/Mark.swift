/// Words by which a test knows the screen that it waits for.
///
/// Each stands on its screen in every size, and on no screen that comes before it.
enum Mark {
  static let home = " quit"
  static let question = "speak  "
  static let speaking = "speaking"
  static let reveal = "1 Again"
  static let summary = "Session done"
  static let left = "Session left"
  static let weak = "Weak · "
  static let decks = "due  deck"
  static let help = "Help · "
}
