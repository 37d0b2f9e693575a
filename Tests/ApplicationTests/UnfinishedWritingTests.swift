import Campaign
import Decks
import Files
import Practice
import Store
import TUI
import TestSupport
import Testing

@testable import Application

/// What becomes of words that could not be kept, or whose Starling was killed.
@Suite struct UnfinishedWritingTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
    _ = try stage.workspace().store.add(Story(title: "Piano"))
  }

  private func edit() throws {
    try NotebookDesk(in: stage).edit(Story.self, named: "1", from: nil)
  }
  private func add() throws { try NotebookDesk(in: stage).add(Story.self, [], from: nil) }
  private var titles: [String] {
    get throws { try stage.workspace().store.notebook().stories.map(\.title) }
  }

  @Test func anEditOfWhatWasChangedMeanwhileIsNotKept() throws {
    stage.willEdit { [stage] text in
      var story = try? stage.workspace().store.notebook().stories.first
      story?.thing.title = "Organ"
      if let story { _ = try? stage.workspace().store.keep([Item(story)]) }
      return text.replacing("Piano", with: "Grand piano")
    }
    #expect(
      stage.refusal(of: edit)?.contains("was changed meanwhile, so your edit is not kept") == true)
    #expect(try titles == ["Organ"])
    #expect(Manuscripts(home: stage.home.path).left().texts.count == 1)
  }

  @Test func anEditOfWhatIsGoneBeginsTheNextNewOne() throws {
    stage.willEdit { [stage] text in
      if let story = try? stage.workspace().store.notebook().stories.first {
        try? stage.workspace().store.delete([Item(story)])
      }
      return text.replacing("Piano", with: "Grand piano")
    }
    #expect(
      stage.refusal(of: edit)?.contains(
        "the next form for a new story in your editor begins with it") == true)
    stage.willEdit { text in
      #expect(text.contains("title: Grand piano"))
      return text.replacing("Grand piano", with: "Grandest piano")
    }
    _ = try stage.messages(add)
    #expect(try titles == ["Grandest piano"])
  }

  @Test func aTitleThatIsTakenLeavesTheFormForTheNextTime() throws {
    stage.willEdit { _ in "title: piano\n" }
    #expect(stage.refusal(of: add)?.contains("there is a story “Piano” already") == true)
    stage.willEdit { text in
      #expect(text.contains("title: piano"))
      return "\n"
    }
    // Emptied, it is given up.
    #expect(try stage.messages(add) == "starling: nothing was kept\n")
    #expect(Manuscripts(home: stage.home.path).left().texts.isEmpty)
  }

  @Test func aFormWithFaultsIsOpenedAgainForWhoWantsIt() throws {
    stage.willConfirm()
    stage.willEdit { _ in "title: [\n" }
    stage.willEdit { text in
      #expect(text.contains("\n#! line "))
      return "title: Mended\n"
    }
    #expect(try stage.messages(add) == "starling: kept “Mended” under number 2\n")
  }

  @Test func faultsOfAFormInAFileAreNamed() throws {
    try stage.home.write("title: [\n", to: "form.yaml")
    let path = stage.home.file("form.yaml")
    #expect(
      stage.refusal {
        try NotebookDesk(in: stage).add(Story.self, [], from: path)
      }?.hasPrefix("\(path):") == true)
  }

  // MARK: - A Starling that was killed

  /// Leaves a text as an editor does whose Starling is killed.
  private func leave(_ text: String, of key: TextKey, name: String, begun: String = "") throws {
    let manuscript = try Manuscripts(home: stage.home.path).begin(key, name: name, begun)
    try manuscript.write(text)
  }

  @Test func theNextFormBeginsWithWhatWasLeft() throws {
    try leave("# A new story.\ntitle: Organ\n", of: TextKey("story"), name: "story.yaml")
    #expect(Manuscripts(home: stage.home.path).left().texts.map(\.key) == ["story"])
    stage.willEdit { text in
      #expect(text.contains("title: Organ"))
      return text + "\nlearning: More.\n"
    }
    _ = try stage.messages(add)
    #expect(try titles == ["Piano", "Organ"])
    #expect(Manuscripts(home: stage.home.path).left().texts.isEmpty)
  }

  @Test func whatWasLeftOfAnotherIsNamed() throws {
    try leave("title: Organ\n", of: TextKey("story 1", asRead: "before"), name: "story.yaml")
    stage.willEdit { text in
      #expect(text.contains("\n#! what you left unfinished of story 1, as it was then, is in "))
      return text
    }
    #expect(try stage.messages(edit).contains("“starling doctor” says what to do with it"))
  }

  @Test func anAnswerThatWasLeftBecomesTheDraft() throws {
    let id = try #require(CardID("sample/A1"))
    let form = AnswerForm(
      attempt: Attempt(card: id, kind: .star, moment: stage.clock.now), texts: [])
    try leave(
      form.text(question: "Who lifted the piano?") + "It was me.\n",
      of: TextKey("answer \(id)", asRead: form.text(question: "")), name: "answer.md")
    let workspace = try stage.readyWorkspace()
    var request = workspace.dailyRequest
    request.decks = ["sample"]
    _ = try workspace.sessionStart(for: request)
    #expect(try workspace.store.draft(of: id).joined().contains("It was me."))
    #expect(workspace.manuscripts.left().texts.isEmpty)
  }

  @Test func whatHoldsNoWordOfThePersonsIsTakenAway() throws {
    let manuscripts = Manuscripts(home: stage.home.path)
    try leave("as it was", of: TextKey("story"), name: "story.yaml", begun: "as it was")
    #expect(manuscripts.left().texts.isEmpty)
    manuscripts.tidy()
    #expect(manuscripts.left(TextKey("story"), name: "story.yaml").isEmpty)
  }

  @Test func wordsWithoutAnEditorAreKeptForTheNextTime() throws {
    let workspace = try stage.workspace()
    func note() -> UnfinishedText {
      UnfinishedText(workspace.manuscripts, key: TextKey("note x", asRead: ""), name: "note.txt")
    }
    #expect(try note().text() == nil)
    #expect(note().keep("Slower.") != nil)
    let next = note()
    #expect(try next.text() == "Slower.")
    next.forget()
    #expect(try note().text() == nil)
    try stage.home.write([0xFF], to: String(note().path.dropFirst(stage.home.path.count + 1)))
    #expect(
      stage.refusal { _ = try note().text() }?.contains(
        "mend it, or delete it to begin anew") == true)
  }
}
