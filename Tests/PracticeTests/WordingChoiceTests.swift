import Decks
import Practice
import Testing

@Suite struct WordingChoiceTests {
  private func card(wordings count: Int) -> Card {
    var card = Card(
      id: CardID(deck: "d", card: "C-1"), kind: .star, competency: "teamwork", ask: "First?")
    card.alternatives = (1..<count).map { "Other \($0)?" }
    return card
  }

  @Test func theFirstTimeTheCardsOwnQuestionIsAsked() {
    #expect((0..<20).allSatisfy { card(wordings: 3).nextWording(after: nil, seed: $0) == 0 })
  }

  @Test(arguments: 2...5)
  func neverTheSameTwiceRunningAndEachInTime(count: Int) {
    let card = card(wordings: count)
    for seed in 0..<200 as Range<UInt64> {
      var last = 0
      var asked: Set<Int> = []
      for step in 0..<UInt64(40) {
        let next = card.nextWording(after: last, seed: seed &+ step)
        #expect(next != last, "seed \(seed)")
        #expect(card.wordings.indices.contains(next), "seed \(seed)")
        asked.insert(next)
        last = next
      }
      #expect(asked.count == count, "seed \(seed)")
    }
  }

  @Test func theSameSeedGivesTheSameWordings() {
    let card = card(wordings: 4)
    let choices = (0..<50).map { card.nextWording(after: 1, seed: $0) }
    #expect(choices == (0..<50).map { card.nextWording(after: 1, seed: $0) })
    #expect(Set(choices).count == 3)
  }

  @Test func aWordingThatIsGoneIsNoHindrance() {
    #expect(card(wordings: 1).nextWording(after: 4, seed: 1) == 0)
    #expect((0..<2).contains(card(wordings: 2).nextWording(after: 9, seed: 1)))
  }
}
