import Campaign
import Screen

extension EmployerPart {
  static let questions = EmployerPart(
    title: "Questions to ask", heads: ("asked", "question"),
    deeds: [("Add a question to ask them", "a")],
    emptyText: "No question yet: a adds one; the cards have more.",
    openWords: "to ask", new: { Question(employer: $0.employer, text: "") },
    mark: .changing("asked") { (question: inout Question, _) in
      let next: [Question.State: Question.State] = [
        .unused: .asked, .asked: .answered, .answered: .unused,
      ]
      question.state = next[question.state] ?? .unused
      return "Now \(question.state.rawValue)."
    },
    rows: { view in
      view.notebook.questions(for: view.employer).map { question in
        let whom = view.notebook.person(question.person)?.title ?? question.listener
        let marks: [Question.State: String] = [.unused: " ", .asked: "?", .answered: "✓"]
        return ThingRow(
          item: Item(question), mark: marks[question.state] ?? " ", title: question.text,
          detail: question.answer.isEmpty ? whom : question.answer,
          isOpen: question.state != .answered)
      }
    })
}
