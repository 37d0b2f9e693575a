extension WrittenList {
  /// The whole file.
  var text: String {
    var lines: [String] = []
    if style.hasFrontMatter { lines += ["---", "title: Mine", "tags: [a, b]", "---", ""] }
    if style.isTable, style.carrier != .table {
      lines += table
    } else {
      var number = 0
      for section in sections {
        if let title = section.title { lines += heading(title) }
        if style.carrier == .table || style.carrier == .oneColumn {
          lines += style.carrier == .table ? bars(section) : column(section)
        } else {
          for question in section.questions {
            number += 1
            lines += written(question, number)
          }
        }
        lines.append("")
        if style.hasRules { lines += ["---", ""] }
      }
    }
    return lines.joined(separator: style.isCRLF ? "\r\n" : "\n") + (style.isCRLF ? "\r\n" : "\n")
  }

  private func heading(_ title: String) -> [String] {
    switch style.headings {
    case .none: []
    case .hashes: ["## " + title, ""]
    case .underlined: [title, "----------", ""]
    case .bold: ["**" + title + "**", ""]
    case .colon: [title + ":"]
    case .capitals: [title.uppercased(), ""]
    case .org: ["* " + title]
    }
  }

  private func written(_ question: Question, _ number: Int) -> [String] {
    let ask = question.ask
    let answer = question.answer
    if let form = question.form { return [""] + held(question, form) + [""] }
    switch style.carrier {
    case .bullets: return ["- " + ask] + indented(answer, by: 2)
    case .numbers: return ["\(number). " + ask] + indented(answer, by: 3)
    case .parentheses: return ["(\(number)) " + ask] + indented(answer, by: 4)
    case .plain: return [ask] + indented(answer, by: 0) + (answer.isEmpty ? [] : [""])
    case .boldLines: return ["**" + ask + "**", ""] + indented(answer, by: 0) + [""]
    case .boldNumbers: return ["\(number). **" + ask + "**"] + indented(answer, by: 0) + [""]
    case .headings: return ["### " + ask, ""] + indented(answer, by: 0) + [""]
    case .marks:
      return ["Q: " + ask] + marked(answer, "A: ") + [""]
    case .boldMarks: return ["**Q\(number):** " + ask, ""] + marked(answer, "**A:** ") + [""]
    case .folded:
      return ["<details>", "<summary>" + ask + "</summary>", ""] + indented(answer, by: 0)
        + ["</details>", ""]
    case .colons: return [ask + " :: " + sentence(answer), ""]
    case .separators: return [ask, "?", sentence(answer), ""]
    case .orgHeadings: return ["** " + ask] + indented(answer, by: 3)
    case .mixedNumbers:
      return [mixed(number) + ask] + indented(answer, by: style.hasRules ? 0 : 3)
        + (answer.isEmpty ? [] : [""])
    case .mixedMarks: return [mixed(number) + ask] + marked(answer, "A: ") + [""]
    case .letters: return [Self.letter(number).lowercased() + ") " + ask] + indented(answer, by: 3)
    case .capitalLetters: return [Self.letter(number) + ". " + ask] + indented(answer, by: 3)
    case .tasks: return ["- [\(number % 2 == 0 ? "x" : " ")] " + ask] + indented(answer, by: 2)
    case .quotes: return ["> " + ask, ""] + indented(answer, by: 0) + [""]
    case .wideMarks: return ["**Q：** " + ask] + marked(answer, "Ａ：") + [""]
    case .table, .commas, .semicolons, .tabs, .oneColumn, .forms: return []
    }
  }

  private func held(_ question: Question, _ form: Form) -> [String] {
    let body = indented(question.answer, by: 0).map { $0.isEmpty ? ">" : "> " + $0 }
    switch form {
    case .callout: return ["> [!question] " + question.ask] + body
    case .foldedCallout: return ["> [!faq]- " + question.ask] + body
    case .titledBelow: return ["> [!QUESTION]", "> " + question.ask, ">"] + body
    case .alert: return ["> [!NOTE]", "> **" + question.ask + "**", ">"] + body
    case .definition:
      var lines = indented(question.answer, by: 4)
      lines[0] = ":   " + lines[0].dropFirst(4)
      return [question.ask] + lines
    }
  }

  /// A number as each line may write it otherwise.
  private func mixed(_ number: Int) -> String {
    let roman = [
      "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ]
    let ways = [
      "Q\(number). ", "(\(number)) ", "\(number) – ", "\(number)) ", "#\(number) ",
      roman[number - 1] + ". ", "\(number). ", "Question \(number): ", "[\(number)] ",
      "\(number)/ ", "Q.\(number) ", "(Q\(number)) ", "\(number): ", "№\(number) ",
      roman[number - 1] + ") ", "#\(number). ", "**\(number).** ", "Q-\(number): ",
    ]
    return ways[(number + style.firstNumber) * 7 % ways.count]
  }

  private static func letter(_ number: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number - 1)))
  }

  private func indented(_ answer: [Paragraph], by count: Int) -> [String] {
    let margin = String(repeating: " ", count: count)
    return answer.enumerated().flatMap { index, paragraph in
      let lines =
        switch paragraph {
        case .sentence(let text): [margin + text]
        case .items(let items): items.map { margin + "- " + $0 }
        case .steps(let steps): steps.enumerated().map { "\(margin)\($0 + 1). \($1)" }
        }
      return index == 0 ? lines : [""] + lines
    }
  }

  private func marked(_ answer: [Paragraph], _ mark: String) -> [String] {
    var lines = indented(answer, by: 0)
    if !lines.isEmpty { lines[0] = mark + lines[0] }
    return lines
  }

  private func sentence(_ answer: [Paragraph]) -> String {
    if case .sentence(let text)? = answer.first { text } else { "" }
  }

  // MARK: - Tables

  private func bars(_ section: Section) -> [String] {
    let head = style.hasAnswers ? "| # | Question | Answer |" : "| # | Question |"
    return [head, style.hasAnswers ? "|--:|:--|---|" : "|--:|:--|"]
      + section.questions.enumerated().map { index, question in
        "| \(index + 1) | \(question.ask) |"
          + (style.hasAnswers ? " \(sentence(question.answer)) |" : "")
      }
  }

  private func column(_ section: Section) -> [String] {
    ["| Question |", "|---|"] + section.questions.map { "| \($0.ask) |" }
  }

  private var table: [String] {
    let separator =
      [Style.Carrier.commas: ",", .semicolons: ";", .tabs: "\t"][style.carrier] ?? ","
    func field(_ text: String) -> String {
      text.contains(separator) || text.contains("\"")
        ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    let head = ["Area", "Question"] + (style.hasAnswers ? ["Answer"] : [])
    let rows = sections.flatMap { section in
      section.questions.map { question in
        ["x", question.ask] + (style.hasAnswers ? [sentence(question.answer)] : [])
      }
    }
    return ([head] + rows).map { $0.map(field).joined(separator: separator) }
  }
}
