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
        if style.carrier == .table {
          lines += bars(section)
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
    case .table, .commas, .semicolons, .tabs: return []
    }
  }

  private func indented(_ answer: [Paragraph], by count: Int) -> [String] {
    let margin = String(repeating: " ", count: count)
    return answer.enumerated().flatMap { index, paragraph in
      let lines =
        switch paragraph {
        case .sentence(let text): [margin + text]
        case .items(let items): items.map { margin + "- " + $0 }
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
