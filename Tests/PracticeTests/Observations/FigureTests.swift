import Testing

@testable import Practice

/// What is a figure, of how much and of what, at the edges of each rule.
@Suite struct FigureTests {
  /// The one figure of a text, in a line.
  private func figure(_ text: String) -> String {
    Prose(text).figures.map { figure in
      "\(figure.value.map { "\($0)" } ?? "–") \(figure.unit ?? "–")"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("It fell 3 per cent.", "3.0 %"), ("It fell 3%.", "3.0 %"),
    ("It fell 3 per week.", "3.0 –"), ("It fell 3 per", "3.0 –"), ("It fell 3 cent.", "3.0 cent"),
    ("It took 3 weeks.", "3.0 week"), ("It took 3 day passes.", "3.0 day"),
    ("It took 3 glass panes.", "3.0 glass"), ("It cost £40.", "40.0 £"),
    ("It cost 40 pounds.", "40.0 £"), ("It took 3 million crates.", "3000000.0 crate"),
    ("It was 9/10 of it.", "9.0 –"), ("It took 10-15 crates.", "10.0 crate"),
    ("It took 3k crates.", "3000.0 crate"), ("It took 2,500 crates.", "2500.0 crate"),
    ("It took 1.5 crates.", "1.5 crate"), ("It took 2bn crates.", "2000000000.0 crate"),
    ("It took 3m crates.", "3000000.0 crate"), ("We doubled crates.", "– crate"),
    ("It took 100 March hares.", "100.0 march"), ("It took 2019 crates.", "2019.0 crate"),
    ("It took £2019.", "2019.0 £"), ("It took 2019%.", "2019.0 %"),
    ("It was 3 of it. Weeks later", "3.0 –"), ("It was 3. Weeks later", "3.0 –"),
    ("It took 3, weeks later.", "3.0 –"),
  ]) func counts(text: String, expected: String) {
    #expect(figure(text) == expected)
  }

  @Test(arguments: [
    "It was on 3 March.", "It was on March 3.", "In 2019 crates fell.", "2019 went well.",
    "Call it 2019", "Call it 2019, crates fell.", "From March 2019 crates fell.", "It is 24/7.",
    "It is 7/24.", "It is 24/365.", "Call it 2019 as ever.", "It is 3rd.", "1900 went well.",
    "2099 went well.", "One of them went.",
  ]) func isNone(text: String) {
    #expect(figure(text).isEmpty, "\(figure(text))")
  }

  @Test(arguments: [
    ("1899 went well.", "1899.0 went"), ("2100 went well.", "2100.0 went"),
    ("It was 3 March, 20 left.", "20.0 left"), ("On March 3, 20 left.", "20.0 left"),
    ("On 12, March fell.", "12.0 –"),
  ]) func isOneBesideADate(text: String, expected: String) {
    #expect(figure(text) == expected)
  }

  @Test(arguments: [
    ("twenty-two crates", "22.0 crate"), ("twenty two crates", "22.0 crate"),
    ("two hundred crates", "200.0 crate"), ("two hundred and six crates", "206.0 crate"),
    ("three thousand two hundred crates", "3200.0 crate"), ("a hundred crates", "100.0 crate"),
    ("a dozen crates", "12.0 crate"), ("a third of it", "0.3333333333333333 –"),
    ("a quarter of it", "0.25 –"), ("half of it", "0.5 –"),
    ("ten, two crates", "10.0 –, 2.0 crate"),
    ("ten two crates", "10.0 two, 2.0 crate"), ("twenty ten crates", "20.0 ten, 10.0 crate"),
    ("twenty-ten crates", ""), ("ten-two crates", ""), ("nineteen-two crates", ""),
    ("three thousand two crates", "3002.0 crate"),
    ("twenty-zero crates", ""),
    ("two and six crates", "2.0 –, 6.0 crate"), ("two hundred and crates", "200.0 –"),
    ("one crate", ""), ("twenty-one crates", "21.0 crate"), ("an hour", ""), ("a", ""),
    ("hundred crates", "100.0 crate"), ("a hundred", "100.0 –"),
    ("one hundred and one crates", "101.0 crate"),
    ("ninety nine and two crates", "99.0 –, 2.0 crate"), ("ninety nine crates", "99.0 crate"),
  ]) func inWords(text: String, expected: String) {
    #expect(figure(text) == expected)
  }

  /// Where it stands: with its unit's sign, and with the word for what is counted.
  @Test(arguments: [
    ("We lost 3 per cent of it", "3 per cent", "3 per cent"), ("We lost £40 of it", "£40", "£40"),
    ("We lost 3% of it", "3%", "3%"), ("We lost 3 crates of it", "3", "3 crates"),
    ("We lost 3 percent", "3 percent", "3 percent"),
    ("We lost a hundred", "a hundred", "a hundred"), ("We lost a dozen", "a dozen", "a dozen"),
    ("We lost 3 million", "3 million", "3 million"),
  ]) func standsSomewhere(text: String, range: String, named: String) throws {
    let prose = Prose(text)
    let figure = try #require(prose.figures.first)
    #expect(prose.text(figure.range) == range && prose.text(figure.named) == named)
  }

  // MARK: - Every word of the lists

  @Test(arguments: notCounted) func isNotCounted(_ word: String) {
    #expect(figure("It took 3 \(word) crates") == "3.0 –")
  }

  @Test(arguments: [
    ("pound", "£"), ("pounds", "£"), ("quid", "£"), ("dollar", "$"), ("dollars", "$"),
    ("euro", "€"), ("euros", "€"),
  ]) func isMoney(name: String, sign: String) {
    #expect(figure("It cost 40 \(name) then") == "40.0 \(sign)")
  }

  @Test(arguments: ["£", "$", "€", "¥"]) func isMoneyByItsSign(_ sign: String) {
    #expect(figure("It cost \(sign)40 then") == "40.0 \(sign)")
    #expect(figure("It cost \(sign)2019 then") == "2019.0 \(sign)")
  }

  @Test(arguments: units) func hangsOnItsNumber(_ unit: String) {
    #expect(Prose("It took 7\(unit) crates").figures.count == 1)
    #expect(Prose("It took 7q\(unit) crates").figures.isEmpty)
  }

  @Test(arguments: beforeYears) func standsBeforeAYear(_ word: String) {
    #expect(figure("It fell \(word) 2019 crates").isEmpty)
    #expect(figure("It fell past 2019 crates") == "2019.0 crate")
  }

  @Test(arguments: months) func isAMonth(_ word: String) {
    let name = word.prefix(1).uppercased() + word.dropFirst()
    #expect(figure("It was on 3 \(name) then").isEmpty)
    #expect(figure("It was on \(name) 3 then").isEmpty)
    #expect(figure("It fell \(name) 2019 crates").isEmpty)
    #expect(figure("It was on 3 \(word) then") == "3.0 \(word)")
    #expect(figure("It took 12% \(name) then") == "12.0 %")
    #expect(figure("It cost £12 \(name) then") == "12.0 £")
  }

  @Test(arguments: ["was", "is", "as", "its", "this", "has"])
  func isCountedByNoYear(_ word: String) {
    #expect(figure("2019 \(word) good").isEmpty)
  }

  private static let notCounted = [
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "per", "by", "for", "from",
    "with", "was", "were", "is", "are", "had", "have", "more", "less", "times", "other",
    "others", "i", "we", "he", "she", "they", "it", "as", "than", "that", "who", "which",
    "where", "when", "but", "so",
  ]
  private static let units = [
    "k", "m", "bn", "x", "h", "hr", "hrs", "min", "mins", "kg", "g", "t", "km", "m²", "cm", "mm",
    "l", "ml", "pp", "pts", "p", "am", "pm",
  ]
  private static let beforeYears = [
    "in", "since", "of", "until", "till", "from", "by", "to", "during", "early", "late", "mid",
    "year", "between", "before", "after", "spring", "summer", "autumn", "winter", "fall", "q1",
    "q2", "q3", "q4",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec",
  ]

  @Test(arguments: values) func isANumber(_ word: String, _ value: Double) {
    #expect(figure("It took \(word) crates") == "\(value) crate")
  }

  @Test(arguments: large) func isALargeNumber(_ word: String, _ value: Double) {
    #expect(figure("It took two \(word) crates") == "\(2 * value) crate")
    #expect(figure("It took 3 \(word) crates") == "\(3 * value) crate")
    #expect(figure("It took 3, \(word) crates") == "3.0 –, \(value) crate")
  }

  @Test(arguments: changes) func isAFigureWithoutANumber(_ word: String) {
    #expect(figure("It \(word), then") == "– –")
  }

  private static let values: [(String, Double)] = [
    ("zero", 0.0), ("two", 2.0), ("three", 3.0), ("four", 4.0), ("five", 5.0), ("six", 6.0),
    ("seven", 7.0), ("eight", 8.0), ("nine", 9.0), ("ten", 10.0), ("eleven", 11.0),
    ("twelve", 12.0), ("thirteen", 13.0), ("fourteen", 14.0), ("fifteen", 15.0), ("sixteen", 16.0),
    ("seventeen", 17.0), ("eighteen", 18.0), ("nineteen", 19.0), ("twenty", 20.0), ("thirty", 30.0),
    ("forty", 40.0), ("fifty", 50.0), ("sixty", 60.0), ("seventy", 70.0), ("eighty", 80.0),
    ("ninety", 90.0), ("half", 0.5),
  ]
  private static let large: [(String, Double)] = [
    ("dozen", 12.0), ("hundred", 100.0), ("thousand", 1000.0), ("million", 1000000.0),
    ("billion", 1000000000.0),
  ]
  private static let changes = [
    "twice", "double", "doubled", "doubling", "triple", "tripled", "trebled", "halved", "halving",
    "quadrupled", "dozens", "hundreds", "thousands", "millions", "thirds", "percent",
  ]
}
