/// Words that suggest a competency.
enum CompetencyWords {
  /// How words begin that suggest a competency, by its tag.
  static let stems: [String: [String]] = [
    "teamwork": [
      "team", "collab", "colleague", "coworker", "co worker", "cooperat", "co operat", "group ",
      "peer", "work with other", "working with other", "work together", "working together",
    ],
    "inclusion": [
      "inclus", "divers", "different background", "different culture", "belong", "bias",
    ],
    "trust": ["trust", "confidential", "rapport", "credib"],
    "morale": ["morale", "spirits", "burnout", "burned out", "demotivat", "team motivat"],
    "culture-add": ["culture", "fit in", "cultural"],
    "conflict": [
      "conflict", "difficult person", "difficult people", "difficult coworker",
      "difficult colleague", "difficult team", "clash", "argument", "tension", "won over",
      "did not get along", "didn t get along", "personalit", "not get on",
    ],
    "disagree-up": [
      "disagree", "your boss", "your manager", "your supervisor", "push back", "pushed back",
      "backbone", "with a decision",
    ],
    "speaking-up": ["speak up", "spoke up", "speaking up", "raise a concern", "raised a concern"],
    "stakeholders": ["stakeholder", "across team", "cross functional", "cross team", "partner"],
    "influence": ["influenc", "persua", "convinc", "negotiat", "buy in", "without authority"],
    "communication": [
      "communicat", "explain", "present", "audience", "non technical", "listen", "written",
      "report",
    ],
    "bad-news": ["bad news", "unpopular", "say no", "said no"],
    "leadership": ["lead", "led ", "leader", "charge", "manage people", "vision", "management"],
    "delegation": ["delegat", "hand over", "handed over"],
    "coaching": [
      "coach", "mentor", "develop other", "develop the best", "train ", "taught", "hire",
    ],
    "feedback-giving": [
      "give feedback", "gave feedback", "given feedback", "giving feedback",
      "difficult feedback", "constructive feedback to", "provide feedback", "underperform",
    ],
    "customer": ["customer", "client", "user", "guest", "patient", "service"],
    "ownership": [
      "ownership", "initiative", "above and beyond", "beyond your", "responsib", "accountab",
      "proactiv",
      "self start", "without being asked", "bias for action", "achievement", "accomplish", "proud",
    ],
    "improvement": [
      "improv", "innovat", "creativ", "new idea", "process", "simplify", "better way", "efficien",
    ],
    "risk": ["risk", "took a chance", "take a chance", "gamble"],
    "problem-solving": [
      "problem", "solv", "analy", "obstacle", "troubleshoot", "challeng", "technical",
    ],
    "decision": ["decision", "decid", "judgment", "judgement", "trade off", "choice", "chose"],
    "data": ["data", "metric", "measur", "number", "figures", "evidence"],
    "quality": ["quality", "standard", "detail", "accura", "thorough"],
    "business-sense": ["business", "budget", "cost", "revenue", "commercial", "frugal", "market"],
    "prioritisation": [
      "priorit", "plan", "organi", "time management", "multiple project", "multiple task",
      "competing",
      "schedul", "manage your time", "slipped", "deliver", "project", "multitask", "workload",
      "juggl", "execution",
    ],
    "pressure": ["pressure", "deadline", "stress", "short notice", "crisis", "urgent"],
    "ambiguity": ["ambig", "uncertain", "unclear", "incomplete information", "without all"],
    "change": ["change", "adapt", "flexib", "transition", "reorgani", "new situation", "pivot"],
    "resilience": [
      "resilien", "setback", "persever", "bounce", "rejection", "adversity", "tough time",
    ],
    "failure": ["fail", "did not succeed", "didn t succeed", "went wrong", "unsuccessful"],
    "mistake": ["mistake", "error", "regret", "do differently", "wrong"],
    "feedback-taking": [
      "criticism", "critici", "receive feedback", "received feedback",
      "feedback you", "feedback from", "feedback",
    ],
    "learning": ["learn", "curio", "new skill", "new technolog", "teach yourself", "study"],
    "growth": [
      "growth", "career", "goal", "five year", "5 year", "ambition", "see yourself", "future",
    ],
    "self-awareness": [
      "strength", "weakness", "yourself", "about you", "describe you", "personal", "hobb",
      "background", "introduc", "your style", "habit",
    ],
    "integrity": ["integrit", "ethic", "honest", "dishonest", "the right thing", "moral "],
    "values": ["value", "belief", "principle", "stand for"],
    "motivation": [
      "motivat", "why us", "why do you want", "why this", "why are you interested", "interest",
      "passion",
      "why should you", "drives you", "our company", "this company", "this role", "this job",
      "about us", "why did you apply", "why our",
    ],
    "commitment": [
      "commit", "leave your", "leaving", "stay", "long term", "relocat", "notice period",
    ],
    "differentiation": [
      "why should we", "hire you", "sets you apart", "set you apart", "stand out", "unique",
      "other candidate", "bring to",
    ],
  ]

  /// The same by their first three letters.
  static let byBeginning: [String: [(stem: String, tag: String)]] = Dictionary(
    grouping: stems.flatMap { tag, stems in stems.map { (stem: $0, tag: tag) } }
  ) { String($0.stem.prefix(3)) }

  /// Words that questions of all sorts have.
  static let common: Set<String> = [
    "about", "time", "tell", "when", "what", "describe", "example", "give", "situation", "have",
    "that", "your", "with", "which", "would", "were", "from", "this", "they", "them", "been",
    "where", "there", "their", "then", "than", "most", "some", "something", "someone", "last",
    "ever", "work", "worked", "working", "made", "make", "year", "could", "should", "does", "into",
    "because", "before", "after", "people", "thing", "things", "other", "others", "more", "much",
    "want", "wanted", "like", "know", "think", "handle", "handled", "dealt", "deal",
  ]
}
