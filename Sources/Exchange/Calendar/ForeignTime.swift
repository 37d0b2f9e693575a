import Practice

/// A time as it is written in German, French or Spanish, in the words in which it is read here.
enum ForeignTime {
  /// The same in English; the text as it is where it is of none of these languages.
  static func english(_ text: String) -> String {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    let isForeign = words.contains { word in
      let bare = bare(word)
      return months[bare] != nil || weekdays[bare] != nil || bare == "uhr"
    }
    guard isForeign else { return text }
    var result: [String] = []
    for (index, word) in words.enumerated() {
      let bare = bare(word)
      // A short weekday says nothing that the date does not.
      if index == 0, word.hasSuffix("."), shortWeekdays.contains(bare) { continue }
      if let month = months[bare] ?? weekdays[bare] {
        result.append(month)
      } else if until.contains(bare), result.last?.contains(":") == true {
        result.append("to")
      } else if bare == "uhr" || bare == "h" || bare == "hs" {
        guard let hour = result.last, hour.allSatisfy(\.isNumber) else { continue }
        result[result.count - 1] = hour + ":00"
      } else if let last = result.last, last.hasSuffix(":00"), isHour(last), bare.count == 2,
        bare.allSatisfy(\.isNumber), word == bare, words.contains("h")
      {
        // As in `10 h 30`.
        result[result.count - 1] = last.dropLast(2) + bare
      } else if !fillers.contains(bare) {
        result.append(clock(word))
      }
    }
    return result.joined(separator: " ")
  }

  /// In small letters, without the full stop of an abbreviation or a number.
  private static func bare(_ word: String) -> String {
    word.lowercased().hasSuffix(".") ? String(word.lowercased().dropLast()) : word.lowercased()
  }

  private static func isHour(_ word: String) -> Bool {
    word.count <= 5 && word.dropLast(3).allSatisfy(\.isNumber)
  }

  /// `10h30`, `10h` and `10.30` as `10:30` and `10:00`; both ends of a span are looked at.
  private static func clock(_ word: String) -> String {
    for dash in ["–", "-"] where word.contains(dash) {
      let parts = word.split(separator: Character(dash)).map { clock(String($0)) }
      if parts.count == 2, parts.allSatisfy({ $0.contains(":") }) {
        return parts.joined(separator: dash)
      }
    }
    let parts = word.lowercased().split(omittingEmptySubsequences: false) { "h.".contains($0) }
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[0].allSatisfy(\.isNumber),
      let hour = Int(parts[0]), hour < 24
    else { return word }
    if parts[1].isEmpty { return word.lowercased().hasSuffix("h") ? "\(hour):00" : "\(hour)" }
    guard parts[1].count == 2, let minute = Int(parts[1]), minute < 60 else { return word }
    return "\(hour):\(parts[1])"
  }

  /// Words between a day and a time that say nothing more.
  private static let fillers: Set = [
    "um", "den", "der", "am", "von", "le", "de", "du", "del", "el", "la", "las", "los", "à", "a",
    "desde", "dès", "ab",
  ]
  private static let shortWeekdays: Set = [
    "mo", "di", "mi", "do", "fr", "sa", "so", "lun", "mar", "mer", "jeu", "ven", "sam", "dim",
    "mié",
    "jue", "vie", "sáb", "dom",
  ]
  private static let until: Set = ["bis", "à", "au", "jusqu'à", "hasta", "a"]

  private static let months: [String: String] = named(
    [
      "January": "januar jänner janvier janv enero ene",
      "February": "februar février fevrier févr fevr febrero",
      "March": "märz maerz mär mrz mars marzo", "April": "avril avr abril abr",
      "May": "mai mayo", "June": "juni juin junio", "July": "juli juillet juil julio",
      "August": "août aout agosto ago", "September": "septembre septiembre setiembre",
      "October": "oktober okt octobre octubre", "November": "novembre noviembre",
      "December": "dezember dez décembre decembre déc diciembre dic",
    ])

  private static let weekdays: [String: String] = named(
    [
      "Monday": "montag lundi lunes", "Tuesday": "dienstag mardi martes",
      "Wednesday": "mittwoch mercredi miércoles miercoles", "Thursday": "donnerstag jeudi jueves",
      "Friday": "freitag vendredi viernes", "Saturday": "samstag sonnabend samedi sábado sabado",
      "Sunday": "sonntag dimanche domingo",
    ])

  private static func named(_ table: [String: String]) -> [String: String] {
    var names: [String: String] = [:]
    for (english, others) in table {
      for name in others.split(separator: " ") { names[String(name)] = english }
    }
    return names
  }
}
