/// What days and months are called.
public enum CalendarNames {
  /// From Monday on, as they are written.
  public static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  public static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The weekday of a word in small letters, Monday 1; nil if it is none.
  static func weekday(_ word: Substring) -> Int? {
    longWeekdays.firstIndex { isShort(word, for: $0, from: 3) || also[word] == $0 }.map { $0 + 1 }
  }

  /// The month of a word in small letters, 1…12; nil if it is none.
  static func month(_ word: Substring) -> Int? {
    longMonths.firstIndex { isShort(word, for: $0, from: 3) }.map { $0 + 1 }
  }

  private static func isShort(_ word: Substring, for name: String, from length: Int) -> Bool {
    let word = word.hasSuffix(".") ? word.dropLast() : word
    return word.count >= length && word.count <= max(5, length) && name.hasPrefix(word)
      || word == name[...]
  }

  private static let also: [Substring: String] = ["weds": "wednesday", "weds.": "wednesday"]
  private static let longWeekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
