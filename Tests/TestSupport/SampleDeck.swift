/// A deck of three cards, whose questions have no words in common.
public let sampleDeck = """
  id: sample
  title: Sample deck
  cards:
    - id: A1
      kind: star
      competency: teamwork
      core: true
      ask: Who lifted the piano?
      probes: [Did anybody help?]
      flags: [drops it]
    - id: B2
      kind: star
      competency: teamwork
      ask: When were you wrong?
      probes: [How did you find out?]
    - id: C3
      kind: star
      competency: teamwork
      ask: Name your best mistake!
      probes: [Was it yours?]
  """
