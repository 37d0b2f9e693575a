import Decks
import Practice
import Screen
import Testing

@testable import TUI

@Suite struct ListPositionTests {
  /// A list of so many rows in a window of so many, after some moves.
  private func list(_ count: Int, _ height: Int, _ moves: ListMove...) -> ListPosition {
    var list = ListPosition()
    list.settle(count: count, height: height)
    for move in moves { list.move(move) }
    return list
  }

  private func repeated(_ list: ListPosition, _ move: ListMove, _ times: Int) -> ListPosition {
    var list = list
    for _ in 0..<times { list.move(move) }
    return list
  }

  @Test func theWindowMovesOnlyWhenTheSelectionReachesItsEdge() {
    var list = repeated(list(100, 10), .down, 9)
    #expect(list.selected == 9 && list.window == 0..<10)
    list.move(.down)
    #expect(list.selected == 10 && list.window == 1..<11)
    list = repeated(list, .up, 9)
    #expect(list.selected == 1 && list.window == 1..<11)
    list.move(.up)
    #expect(list.selected == 0 && list.window == 0..<10)
  }

  @Test func movesStayWithinTheList() {
    #expect(list(3, 10, .up).selected == 0)
    let end = repeated(list(3, 10), .down, 9)
    #expect(end.selected == 2 && end.window == 0..<3)
    #expect(list(3, 10, .pageDown).selected == 2)
    #expect(list(3, 10, .bottom, .pageUp).selected == 0)
  }

  @Test func aPageTakesTheWindowAlongAndStopsAtTheEnds() {
    let one = list(35, 10, .down, .down, .down, .pageDown)
    #expect(one.selected == 13 && one.window == 10..<20)
    let last = repeated(one, .pageDown, 5)
    #expect(last.selected == 34 && last.window == 25..<35)
    let first = repeated(last, .pageUp, 5)
    #expect(first.selected == 0 && first.window == 0..<10)
  }

  @Test func theEndsAreOneKeyAway() {
    #expect(list(10_000, 20, .bottom).window == 9980..<10_000)
    #expect(list(10_000, 20, .bottom).selected == 9999)
    #expect(list(10_000, 20, .bottom, .top).window == 0..<20)
  }

  @Test func aListThatBecameShorterKeepsTheWindowFullAndTheSelectionInIt() {
    var list = list(100, 10, .bottom)
    list.settle(count: 50, height: 10)
    #expect(list.selected == 49 && list.window == 40..<50)
    list.settle(count: 4, height: 10)
    #expect(list.selected == 3 && list.window == 0..<4)
    list.settle(count: 0, height: 10)
    #expect(list.selected == 0 && list.window.isEmpty)
    list.move(.down)
    #expect(list.selected == 0 && list.window.isEmpty)
  }

  @Test func anotherWindowStillShowsTheSelection() {
    var list = repeated(list(100, 20), .down, 19)
    list.settle(count: 100, height: 5)
    #expect(list.selected == 19 && list.window == 15..<20)
    list.settle(count: 100, height: 200)
    #expect(list.window == 0..<100)
    list.settle(count: 100, height: 0)
    #expect(list.selected == 19 && list.window.isEmpty)
    list.settle(count: 100, height: -3)
    #expect(list.window.isEmpty)
    list.settle(count: 100, height: 5)
    #expect(list.window.contains(19))
  }

  @Test func aWindowOfOneRowShowsTheSelectedOne() {
    var list = list(3, 1)
    for row in [1, 2, 2] {
      list.move(.down)
      #expect(list.selected == row && list.window == row..<row + 1)
    }
    list.move(.pageUp)
    #expect(list.selected == 1 && list.window == 1..<2)
  }

  @Test func aRowThatIsSelectedComesIntoView() {
    var list = list(100, 10)
    list.select(57)
    list.settle(count: 100, height: 10)
    #expect(list.selected == 57 && list.window == 48..<58)
    list.select(500)
    list.settle(count: 100, height: 10)
    #expect(list.selected == 99 && list.window == 90..<100)
  }

  /// Nothing is drawn there, and nothing is asked for; in a larger window all is as it should be.
  @Test func aListThatChangesWhileTheWindowIsTooSmallIsThereAgainInALargerOne() {
    var fixture = AppFixture()
    fixture.showCards(deck: "d")
    fixture.press(.end)
    fixture.send(.resize(Size(width: 5, height: 2)))
    #expect(fixture.app.update(.cards(CardList(filter: CardFilter(deck: "d")))) == [])
    fixture.press(.down, .enter, .up)
    fixture.send(.resize(Size(width: 80, height: 24)))
    #expect(fixture.app.view().text.contains("No card here is like that."))
  }

  /// A move within the window of a long list changes the rows of the old and the new selection alone.
  @Test func aMoveInTheMiddleOfALongListChangesTwoLines() {
    var fixture = AppFixture.withNotebook(AppFixture.crowdedNotebook)
    fixture.press("m", .enter, " ", .enter, .down)
    let before = fixture.app.view().styledText().split(separator: "\n")
    fixture.press(.down)
    let after = fixture.app.view().styledText().split(separator: "\n")
    #expect(zip(before, after).count { $0 != $1 } == 2)
  }
}
