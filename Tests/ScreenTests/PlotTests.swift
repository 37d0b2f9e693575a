import Screen
import Testing

@Suite struct PlotTests {
  @Test func columnsFillEighthsFromBelow() {
    #expect(columnChart([0, 1, 4, 8], most: 8, height: 1) == [" ▁▄█"])
    #expect(columnChart([8, 12, 16], most: 16, height: 2) == [" ▄█", "███"])
    #expect(columnChart([1, 2], most: 2, height: 1, step: 3) == ["▄▄ ██ "])
  }

  @Test func onlyNothingLooksLikeNothing() {
    #expect(columnChart([0.001, 0, -1, .nan], most: 100, height: 2) == ["    ", "▁   "])
    #expect(columnChart([5, .infinity], most: 1, height: 1) == ["██"])
    #expect(columnChart([1], most: 0, height: 1) == [" "])
    #expect(columnChart([1], most: 1, height: 0).isEmpty)
  }

  @Test func dotsStandWhereTheyAreSet() {
    var plot = DotPlot(width: 2, height: 1)
    #expect(plot.lines == ["  "])
    plot.set(x: 0, y: 0)
    plot.set(x: 1, y: 1)
    #expect(plot.lines == ["⡀⠈"])
    plot.set(x: 5, y: -5)
    #expect(plot.lines == ["⡀⢈"])
    plot.mark(x: 1, y: 0.5, "●")
    #expect(plot.lines == ["⡀●"])
  }

  @Test func aLineGoesFromPointToPoint() {
    var flat = DotPlot(width: 3, height: 1)
    flat.draw([(0, 0), (1, 0)])
    #expect(flat.lines == ["⣀⣀⣀"])
    var steep = DotPlot(width: 2, height: 2)
    steep.draw([(0, 0), (0, 1), (1, 1)])
    #expect(steep.lines == ["⡏⠉", "⡇ "])
    var point = DotPlot(width: 1, height: 1)
    point.draw([(0, 0)])
    #expect(point.lines == ["⡀"])
  }

  /// Whatever is drawn, a plot is as large as it was made.
  @Test(arguments: UInt64(0)..<30) func aPlotKeepsItsSize(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let width = Int.random(in: 0...30, using: &generator)
    let height = Int.random(in: 0...9, using: &generator)
    var plot = DotPlot(width: width, height: height)
    let points = (0..<12).map { _ in
      (
        x: Double.random(in: -1...2, using: &generator),
        y: Double.random(in: -1...2, using: &generator)
      )
    }
    plot.draw(points + [(.nan, .infinity)])
    for point in points { plot.mark(x: point.x, y: point.y, "+") }
    #expect(plot.lines.count == height, "seed \(seed)")
    #expect(plot.lines.allSatisfy { $0.count == width }, "seed \(seed)")
  }
}
