import Campaign
import Decks
import Practice
import Screen

extension StoriesScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let matrix = matrix(on: stage)
    let rows = rows(of: matrix)
    frame.drawHeader(title(matrix), employer.map { "told to \($0)" } ?? "", on: &canvas)
    guard !matrix.rows.isEmpty else {
      var page = Page(width: frame.textWidth)
      page.add("No story yet.", style: .bold)
      page.addGap()
      page.add(
        "A story is a true occasion that you can tell: what was going on, what was yours to do, what you did, what came of it. Eight to twelve carry an interview. a adds one."
      )
      return frame.draw(page, on: &canvas)
    }
    let layout = MatrixLayout(frame, families: stage.families.map(\.code))
    layout.drawCodes(on: &canvas)
    frame.drawList(list.position, from: layout.top, on: &canvas) { index, y, style, canvas in
      let row = rows[index]
      let told = row.timesTold == 0 ? "  " : row.timesTold > 9 ? "9+" : "\(row.timesTold)×"
      let mark = row.isOverused ? "!" : " "
      canvas.draw(
        "\(told)\(mark)\(row.story.title)".truncated(to: layout.titleWidth), x: 1, y: y,
        style: style)
      if row.isOverused, style == .plain {
        canvas.draw("!", x: 1 + told.displayWidth, y: y, style: Style(.warn))
      }
      for (column, fit) in row.fits.enumerated() where layout.showsFamilies {
        canvas.draw(fit.sign, x: layout.x(column), y: y, style: style)
      }
    }
    if layout.showsFamilies { drawCover(matrix, layout, on: &canvas) }
    if list.search.isTyping {
      frame.drawSearch(list.search, y: layout.legendRow, on: &canvas)
    } else {
      canvas.draw(
        legend(rows.selected(list.position), matrix, layout).truncated(to: frame.size.width - 2),
        x: 1, y: layout.legendRow, style: .dim)
    }
  }

  private func title(_ matrix: StoryMatrix) -> String {
    let isFew = matrix.rows.count < StoryMatrix.aim.lowerBound
    let count = isFew ? matrix.advice ?? "" : matrix.rows.count.of("story", "stories")
    let filtered = filter == .all ? "" : " · \(filter.rawValue)"
    return "Stories · \(count)\(filtered)\(list.search.words)"
  }

  private func drawCover(_ matrix: StoryMatrix, _ layout: MatrixLayout, on canvas: inout Canvas) {
    canvas.draw("left to tell", x: 4, y: layout.coverRow, style: .dim)
    for (column, family) in matrix.columns.enumerated() {
      let sign = family.cover.sign
      canvas.draw(
        sign, x: layout.x(column), y: layout.coverRow, style: sign == "✓" ? Style(.good) : .bold)
    }
  }

  /// What there is to say: of a narrow window the families of the story, else what the signs mean.
  private func legend(
    _ row: StoryMatrix.Row?, _ matrix: StoryMatrix, _ layout: MatrixLayout
  ) -> String {
    guard layout.showsFamilies else {
      let codes = matrix.columns.map(\.family.code)
      let fits = row.map { row in
        zip(codes, row.fits).compactMap { code, fit in fit == nil ? nil : "\(code)\(fit.sign)" }
      }
      guard let fits, !fits.isEmpty else { return "no family yet: e edits it" }
      return fits.joined(separator: " ")
    }
    if let advice = matrix.advice, matrix.rows.count > StoryMatrix.aim.upperBound { return advice }
    if let row, row.isOverused {
      return row.timesTold >= 2
        ? "! told \(row.timesTold) times"
        : "! the only one for \(row.standsAloneIn.joined(separator: " "))"
    }
    return "● strong ○ workable · stretch   ✓ untold t all told ~ stretched – gap"
  }
}

/// Where the parts of the matrix are.
struct MatrixLayout {
  let frame: Frame
  let codes: [String]

  init(_ frame: Frame, families: [String]) {
    self.frame = frame
    codes = families
  }

  /// Columns of one family: its whole code where there is room, else two letters above two.
  private var step: Int { frame.size.width >= 24 + 5 * codes.count + 2 ? 5 : 3 }

  /// Whether the families have columns at all.
  var showsFamilies: Bool { !frame.isNarrow && frame.size.height >= 12 && !codes.isEmpty }

  var titleWidth: Int {
    showsFamilies ? max(8, frame.size.width - 3 - step * codes.count) : frame.size.width - 2
  }

  func x(_ column: Int) -> Int {
    frame.size.width - 1 - step * (codes.count - column) + (step == 5 ? 1 : 0)
  }

  /// The first row of stories.
  var top: Int { showsFamilies && step == 3 ? 3 : 2 }
  var legendRow: Int { frame.noticeRow - 1 }
  var coverRow: Int { frame.noticeRow - 2 }
  /// Rows of stories.
  var height: Int { max(0, (showsFamilies ? coverRow : legendRow) - top) }

  func drawCodes(on canvas: inout Canvas) {
    guard showsFamilies else {
      canvas.draw("told  story", x: 1, y: 1)
      return
    }
    canvas.draw("told story", x: 1, y: top - 1)
    for (column, code) in codes.enumerated() {
      let x = x(column) - (step == 5 ? 1 : 0)
      if step == 5 {
        canvas.draw(code, x: x, y: 1)
      } else {
        canvas.draw(String(code.prefix(2)), x: x, y: 1)
        canvas.draw(String(code.dropFirst(2)), x: x, y: 2)
      }
    }
  }
}

extension StoryMatrix.Cover {
  /// One column that says what there is to tell.
  var sign: String {
    switch self {
    case .covered: "✓"
    case .spent: "t"
    case .stretched: "~"
    case .gap: "–"
    }
  }
}
