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
    let layout = MatrixLayout(frame, families: stage.families)
    layout.drawHeads(on: family, on: &canvas)
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
    let row = rows.selected(list.position)
    if layout.showsFamilies {
      drawCover(matrix, layout, on: &canvas)
      if let row, let y = layout.meetingRow {
        canvas.draw(
          meeting(row, matrix, layout).truncated(to: frame.size.width - 2), x: 1, y: y)
      }
    } else {
      drawFits(of: row, matrix, layout, on: &canvas)
    }
    if list.search.isTyping {
      frame.drawSearch(list.search, y: layout.legendRow, on: &canvas)
    } else if layout.showsFamilies {
      canvas.draw(
        legend(row, matrix, layout).truncated(to: frame.size.width - 2), x: 1, y: layout.legendRow,
        style: .dim)
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
      let sign = family.sign
      canvas.draw(
        sign, x: layout.x(column), y: layout.coverRow, style: sign == "●" ? Style(.good) : .bold)
    }
  }

  /// What stands where the story and the family meet, in words.
  private func meeting(
    _ row: StoryMatrix.Row, _ matrix: StoryMatrix, _ layout: MatrixLayout
  ) -> String {
    guard matrix.columns.indices.contains(family) else { return row.story.title }
    let name = layout.families.shortTitle(of: matrix.columns[family].family.code)
    let fit = row.fits[family].map { "\(row.fits[family].sign) \($0.rawValue)" } ?? "no fit"
    let told =
      switch row.timesTold {
      case 0: "not told\(employer.map { " to \($0)" } ?? "") yet"
      case 1: "told\(employer.map { " to \($0)" } ?? "")"
      default: "told \(row.timesTold) times"
      }
    let meaning = " · \(family + 1) \(name): \(fit), \(told)"
    let room = max(8, layout.frame.size.width - 2 - meaning.displayWidth)
    return row.story.title.truncated(to: room) + meaning
  }

  /// In a narrow window: the families of the story, the best first.
  private func drawFits(
    of row: StoryMatrix.Row?, _ matrix: StoryMatrix, _ layout: MatrixLayout,
    on canvas: inout Canvas
  ) {
    let lines = Story.Fit.allCases.compactMap { fit -> String? in
      let fitting = zip(matrix.columns, row?.fits ?? []).filter { $0.1 == fit }
      let names = fitting.map { layout.families.shortTitle(of: $0.0.family.code) }
      return names.isEmpty ? nil : "\(fit.rawValue): \(names.joined(separator: ", "))"
    }
    let shown = lines.isEmpty ? ["no family yet: e edits it"] : lines
    for (y, line) in zip(layout.fitsRow...layout.legendRow, shown) {
      canvas.draw(line.truncated(to: layout.frame.size.width - 2), x: 1, y: y, style: .dim)
    }
  }

  /// What there is to say, or what the signs mean.
  private func legend(
    _ row: StoryMatrix.Row?, _ matrix: StoryMatrix, _ layout: MatrixLayout
  ) -> String {
    if let advice = matrix.advice, matrix.rows.count > StoryMatrix.aim.upperBound { return advice }
    if let row, row.isOverused {
      return row.timesTold >= 2
        ? "! told \(row.timesTold) times"
        : "! the only one for \(row.standsAloneIn.map(layout.families.shortTitle).joined(separator: ", "))"
    }
    return "● strong  ○ workable  · stretch     left to tell: t all told  – no story"
  }
}

extension StoryMatrix.Column {
  /// One column that says what there is to tell: the best that was not told yet.
  var sign: String { untold != nil ? untold.sign : cover == .gap ? "–" : "t" }
}
