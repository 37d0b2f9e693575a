import Practice
import Screen

extension HomePage {
  /// The first start: what this is, and the questions that can wait.
  mutating func addFirst(_ summary: HomeSummary) {
    addWhatThisIs()
    page.addGap()
    page.addGap()
    addFocus("When is your interview?", style: .bold)
    wideGap()
    page.add(
      isShort ? "sets the date." : "sets the date: everything is planned for it.", marker: "i  ")
    if summary.companion.isWithoutField, !isShort {
      page.add("names your field: questions of its own come with it.", marker: "f  ")
    }
    if summary.companion.isWithoutStories, !isShort {
      page.add("finds your stories: what you have done that answers them.", marker: "s  ")
    }
    page.add(
      isShort ? "asks the first question." : "asks the first question now; the rest can wait.",
      marker: "Enter  ")
  }

  private mutating func addWhatThisIs() {
    page.add(
      isShort
        ? "You are asked, you answer aloud, you see what a good answer contains."
        : "Starling asks you interview questions. You answer aloud, see what a good answer contains, then rate yours honestly."
    )
  }

  /// The first start with a date.
  mutating func addFirstDated(_ summary: HomeSummary) {
    let today = summary.today
    guard let next = today.next else { return }
    addTitle(next)
    page.addGap()
    if !isShort {
      page.add(
        "Nothing is practised yet, so there is nothing to foresee. After the first session this page says how ready you are and what the plan comes to."
      )
      page.addGap()
    }
    addFocus("\(contents(today)).")
    wideGap()
    page.add("Enter starts.", style: .bold)
    addQuestions(summary)
  }

  /// The questions of the first start that are not answered yet, until the third session.
  mutating func addQuestions(_ summary: HomeSummary) {
    let companion = summary.companion
    guard companion.practisedDays < HomeCompanion.firstDays else { return }
    let isAsked = companion.isWithoutInterviews && summary.today.next == nil
    guard isAsked || companion.isWithoutField || companion.isWithoutStories else { return }
    wideGap()
    if isAsked { page.add("When is your interview?", marker: "i  ") }
    if companion.isWithoutField { page.add("Your field?", marker: "f  ") }
    if companion.isWithoutStories { page.add("Find your stories.", marker: "s  ") }
  }
}
