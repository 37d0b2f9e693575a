import Campaign
import Exchange
import Files
import Store
import TestSupport
import Testing

@testable import Application

@Suite struct FormEditingTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// Lets the person edit the form of a story, and keeps it.
  private func edit(_ story: Story) throws -> Story? {
    let workspace = try stage.workspace()
    let names = try workspace.names()
    return try NotebookForms(workspace: workspace, names: names).add(story)?.thing
  }

  @Test func whatIsSavedIsKept() throws {
    stage.willEdit { _ in "title: Freezer audit\n" }
    #expect(try edit(Story(title: ""))?.title == "Freezer audit")
    #expect(try stage.workspace().store.notebook().stories.map(\.title) == ["Freezer audit"])
    #expect(stage.openedFiles.count == 1)
  }

  @Test func whatIsLeftAsItIsIsNotKept() throws {
    #expect(try edit(Story(title: "")) == nil)
    #expect(try stage.workspace().store.notebook().stories.isEmpty)
  }

  @Test func whatHasFaultsIsLeftForTheNextTime() throws {
    stage.willEdit { _ in "title: [\n" }
    #expect {
      try edit(Story(title: ""))
    } throws: { error in
      let failure = error as? Failure
      return failure?.code == .badData
        && failure?.message?.contains("the next form in your editor begins with it") == true
    }
    // The next one begins with it, below what is wrong with it.
    stage.willEdit { text in
      #expect(text.contains("title: ["))
      #expect(text.contains("\n#! you left this form unfinished"))
      return "title: Mended\n"
    }
    #expect(try edit(Story(title: ""))?.title == "Mended")
    #expect(Manuscripts(home: stage.home.path).left().texts.isEmpty)
  }

  @Test func aTextThatCannotBeKeptIsNamed() throws {
    let workspace = try stage.workspace()
    let editing = workspace.textEditing("note x", asRead: "", name: "note.txt")
    stage.willEdit { _ in "Words." }
    #expect {
      try editing.edited("", opening: { try workspace.editor.open($0) }) { _ in
        throw Failure(.inputOutput, "no room")
      }
    } throws: { error in
      (error as? Failure)?.message?.contains("the next time begins with it") == true
    }
    let kept = try editing.edited("", opening: { try workspace.editor.open($0) }) { $0 }
    #expect(kept == "Words.")
  }
}
