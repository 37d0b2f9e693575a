extension QuestionList {
  /// Questions in Markdown, as people have them.
  static let markdown = [
    QuestionList(
      "headings and bullets",
      """
      # My list

      Collected for the second round.

      ## Teamwork

      - Describe a colleague who would not be won over.
      - Which habit of yours did a team ask you to change?

      ## Customers

      1. When did you turn a client down?
      2. Tell me about a move you planned that slipped.

      ---

      """,
      asks: [
        "Describe a colleague who would not be won over.",
        "Which habit of yours did a team ask you to change?",
        "When did you turn a client down?",
        "Tell me about a move you planned that slipped.",
      ]),
    QuestionList(
      "bold questions",
      """
      # Answers

      1. **When did you turn a client down?**
      The refund in May: I called first.

      2. **Tell me about a move you planned that slipped.**
      The June move. I told them at once.

      It took two weeks.

      """,
      asks: [
        "When did you turn a client down?",
        "Tell me about a move you planned that slipped.",
      ],
      answers: [
        "The refund in May: I called first.",
        "The June move. I told them at once.\n\nIt took two weeks.",
      ]),
    QuestionList(
      "a table",
      """
      # Questions

      | # | Question | Category | Difficulty |
      |---|----------|----------|:---:|
      | 1 | Tell me about a move you planned that slipped. | Planning | Medium |
      | 2 | When did you turn a client down? | Customers | Hard |

      """,
      asks: [
        "Tell me about a move you planned that slipped.",
        "When did you turn a client down?",
      ]),
    QuestionList(
      "Q and A with paragraphs",
      """
      Q: Tell me about a move you planned that slipped.

      A: The June move.

      It slipped two weeks.

      - first I called
      - then I planned again

      ---

      Q: When did you turn a client down?
      A: The refund.

      """,
      asks: [
        "Tell me about a move you planned that slipped.",
        "When did you turn a client down?",
      ],
      answers: [
        "The June move.\n\nIt slipped two weeks.\n\n- first I called\n- then I planned again",
        "The refund.",
      ]),
    QuestionList(
      "front matter",
      """
      ---
      title: My questions
      tags: [interview]
      ---

      Q: Tell me about a move you planned that slipped.
      A: The June move.

      """,
      asks: [
        "Tell me about a move you planned that slipped."
      ],
      answers: [
        "The June move."
      ]),
    QuestionList(
      "headings of two levels",
      """
      ## Leadership & Initiative
      - Tell me about a time when you took the lead on a project
      - Describe a situation where you had to step up and take charge

      ### Conflict
      * How did you handle a clash?
      * Who was right?

      Some closing remark about it all.

      """,
      asks: [
        "Tell me about a time when you took the lead on a project",
        "Describe a situation where you had to step up and take charge",
        "How did you handle a clash?",
        "Who was right?",
      ]),
    QuestionList(
      "bold Q with unindented items",
      """
      # Common Behavioral Interview Questions

      ## Leadership & Teamwork

      **Q: Tell me about a time you led a team through a project.**
      - Focus on: Decision-making
      - Good answer includes: Team size

      **Q: Describe a situation with a difficult colleague.**
      - Focus on: Empathy
      - Avoid: Blaming others

      ## Problem-Solving

      **Q: Tell me about a time you failed and what you learned.**
      - Focus on: Self-awareness

      """,
      asks: [
        "Tell me about a time you led a team through a project.",
        "Describe a situation with a difficult colleague.",
        "Tell me about a time you failed and what you learned.",
      ],
      answers: [
        "- Focus on: Decision-making\n- Good answer includes: Team size",
        "- Focus on: Empathy\n- Avoid: Blaming others",
        "Focus on: Self-awareness",
      ]),
    QuestionList(
      "a list of HTML",
      """
      # Behavioral Question Bank

      <ol>
      <li>Tell me about a time when you had to work with someone difficult. How did you handle it?</li>
      <li>Can you describe an obstacle? What did you do?</li>
      </ol>

      """,
      asks: [
        "Tell me about a time when you had to work with someone difficult. How did you handle it?",
        "Can you describe an obstacle? What did you do?",
      ]),
    QuestionList(
      "numbered headings in quotes",
      """
      # 50 Most Asked

      > These 50 questions cover 95%+ of what you will meet.
      > For each question: what it tests.

      ---

      ## Theme 1: Leadership (10 Questions)

      ### 1. "Tell me about a time you led a team through a difficult situation."

      **What it tests:** Leadership under pressure
      **STAR hint:** Focus on YOUR actions

      ### 2. "When did you say no?"

      **What it tests:** Backbone

      """,
      asks: [
        "Tell me about a time you led a team through a difficult situation.",
        "When did you say no?",
      ]),
    QuestionList(
      "groups as items",
      """
      - Teamwork
        - Describe a colleague who would not be won over.
        - Which habit of yours did a team ask you to change?
      - Customers
        - When did you turn a client down?

      """,
      asks: [
        "Describe a colleague who would not be won over.",
        "Which habit of yours did a team ask you to change?",
        "When did you turn a client down?",
      ]),
    QuestionList(
      "numbered groups",
      """
      1. TEAMWORK
      - Describe a colleague who would not be won over?
      - Which habit did you change?
      2. CUSTOMERS
      - When did you turn a client down?

      """,
      asks: [
        "Describe a colleague who would not be won over?",
        "Which habit did you change?",
        "When did you turn a client down?",
      ]),
    QuestionList(
      "numbers with paragraphs",
      """
      1. Tell me about a failure?

      I failed in June.

      It hurt.

      2. Why us?

      You are kind.

      """,
      asks: [
        "Tell me about a failure?",
        "Why us?",
      ],
      answers: [
        "I failed in June.\n\nIt hurt.",
        "You are kind.",
      ]),
    QuestionList(
      "numbers with indented answers",
      """
      1. Tell me about a failure.
         I failed in June.
         - first I slept
         - then I ran
      2. Why us?
         You are kind.

      """,
      asks: [
        "Tell me about a failure.",
        "Why us?",
      ],
      answers: [
        "I failed in June.\n- first I slept\n- then I ran",
        "You are kind.",
      ]),
    QuestionList(
      "a heading that asks heads a group",
      """
      ## Why us?

      - Why do you want to work here?
      - What do you know about us?

      ## Teamwork

      - Describe a colleague?

      """,
      asks: [
        "Why do you want to work here?",
        "What do you know about us?",
        "Describe a colleague?",
      ]),
    QuestionList(
      "bold beginnings",
      """
      **Tell me about a failure.** I failed in June.

      **Why us?** You are kind.

      """,
      asks: [
        "Tell me about a failure.",
        "Why us?",
      ],
      answers: [
        "I failed in June.",
        "You are kind.",
      ]),
    QuestionList(
      "bold headings",
      """
      ### **1. Tell me about a failure.**

      I failed in June.

      ### **2. Why us?**

      You are kind.

      """,
      asks: [
        "Tell me about a failure.",
        "Why us?",
      ],
      answers: [
        "I failed in June.",
        "You are kind.",
      ]),
    QuestionList(
      "bold groups and bold items",
      """
      **Teamwork**

      - **Describe a colleague who would not be won over.**
        He came round.
      - **Which habit did you change?**
        Talking.

      **Customers**

      - **When did you turn a client down?**
        In May.

      """,
      asks: [
        "Describe a colleague who would not be won over.",
        "Which habit did you change?",
        "When did you turn a client down?",
      ],
      answers: [
        "He came round.",
        "Talking.",
        "In May.",
      ]),
    QuestionList(
      "bold parts of an answer",
      """
      __Why us?__
      You are kind.

      __What is your weakness?__
      **Situation:** I talk.
      **Result:** I listen.

      """,
      asks: [
        "Why us?",
        "What is your weakness?",
      ],
      answers: [
        "You are kind.",
        "Situation: I talk. Result: I listen.",
      ]),
    QuestionList(
      "bold numbers, sample answers",
      """
      1. **Tell me about yourself**

         *Sample answer:* I am a baker.

      2. **Why us**

         You are kind.

      """,
      asks: [
        "Tell me about yourself",
        "Why us",
      ],
      answers: [
        "I am a baker.",
        "You are kind.",
      ]),
    QuestionList(
      "a table of two columns",
      """
      | Question | Answer |
      |:--|--|
      | Why us? | You are **kind**. |
      | When did you fail? | In June \\| July. |

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June | July.",
      ]),
    QuestionList(
      "a table without outer bars",
      """
      ## Teamwork

      Category | Interview question
      --- | ---
      Team | Describe a colleague?
      Team | Who was right?

      """,
      asks: [
        "Describe a colleague?",
        "Who was right?",
      ]),
    QuestionList(
      "a table among sentences",
      """
      Intro words about the table below, which is long.

      | No. | Prompt | Notes | Asked at |
      |-----|--------|-------|------|
      | 1. | Why us? |  | Acme |
      | 2. | **When did you fail?** | June | Beta |

      Some closing words.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "",
        "June",
      ]),
    QuestionList(
      "bold Q and A",
      """
      **Q:** Why us?
      **A:** You are kind.

      **Q:** When did you fail?

      **A:** In June.

      1. slept
      2. ran

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.\n\n1. slept\n2. ran",
      ]),
    QuestionList(
      "Q1 and Ans",
      """
      Q1. Why us?
      Ans: You are kind.
      Q2. When did you fail?
      Ans: In June.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.",
      ]),
    QuestionList(
      "Q and A as headings",
      """
      ### Question 1: Why us?
      ### Answer
      You are kind.

      ### Question 2: When did you fail?
      ### Answer
      In June.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.",
      ]),
    QuestionList(
      "Q and A on lines of their own",
      """
      Question 1
      Why us?
      Answer:
      You are kind.

      Question 2
      When did you fail?
      Answer:
      In June.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.",
      ]),
    QuestionList(
      "small and wide letters",
      """
      q: Why us?
      a: You are kind.

      Q：When did you fail?
      A：In June.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.",
      ]),
    QuestionList(
      "folded answers",
      """
      <details>
      <summary>Why us?</summary>

      You are kind.

      - really
      </details>

      <details><summary><b>When did you fail?</b></summary>
      In June.
      </details>

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.\n\n- really",
        "In June.",
      ]),
    QuestionList(
      "numbers with folded answers",
      """
      1. Why us?
      <details>
      <summary>Answer</summary>
      You are kind.
      </details>

      2. When did you fail?
      <details>
      <summary>Answer</summary>
      In June.
      </details>

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.",
      ]),
    QuestionList(
      "a bold question below an answer",
      """
      1. Tell me about a failure.
      2. Walk me through a decision that you regret
      This is a remark and no question.
      **How do you handle two deadlines that clash?**
      By saying so at once.

      - Why us?

      """,
      asks: [
        "Tell me about a failure.", "Walk me through a decision that you regret",
        "How do you handle two deadlines that clash?", "Why us?",
      ],
      answers: ["", "This is a remark and no question.", "By saying so at once.", ""]),
    QuestionList(
      "a bold word at the beginning of a question",
      """
      1. **Describe** a time you failed.
      2. Tell me about a *conflict*.
      3. __Why__ did you leave?
      4. **When did you fail?** in June.

      """,
      asks: [
        "Describe a time you failed.", "Tell me about a conflict.", "Why did you leave?",
        "When did you fail?",
      ],
      answers: ["", "", "", "in June."]),
    QuestionList(
      "headings that ask, and lists below one that does not",
      """
      # Conflict

      ### When did you disagree?

      - In June.
      - What did you do first?

      # Leading

      Some that come often:

      - Tell me about a team you led.
        The office.
      - **Describe a decision you regret.** The move.
        It took long.

      ### Why us?

      You are kind.

      """,
      asks: [
        "When did you disagree?", "Tell me about a team you led.",
        "Describe a decision you regret.", "Why us?",
      ],
      answers: [
        "- In June.\n- What did you do first?", "The office.", "The move. It took long.",
        "You are kind.",
      ]),
    QuestionList(
      "org with headings that ask and a list",
      """
      #+TITLE: Mine
      * Leadership
      ** When did you lead a team?
         We moved offices.
      * Conflict
      - Tell me about a disagreement with your boss.
      - How do you deal with a peer who blocks you?

      """,
      asks: [
        "When did you lead a team?", "Tell me about a disagreement with your boss.",
        "How do you deal with a peer who blocks you?",
      ],
      answers: ["We moved offices.", "", ""]),
    QuestionList(
      "front matter with a text of lines",
      """
      ---
      title: Mine
      description: >
        Questions that came up.
      date: 2026-11-27
      ---

      - Why us?
      - When did you fail?

      """,
      asks: ["Why us?", "When did you fail?"]),
    QuestionList(
      "front matter in TOML",
      """
      +++
      title = "Mine"
      +++

      ## Why us?

      You are kind.

      ## When did you fail?

      In June.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind.",
        "In June.",
      ]),
    QuestionList(
      "front matter with lists",
      """
      ---
      sidebar_position: 1
      keywords: ["a: b", "c"]
      tags:
        - interview
      ---

      1. Why us?
      2. When did you fail?

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ]),
    QuestionList(
      "words before questions, and what else to read",
      """
      - **Teamwork:** Describe a colleague who would not be won over.
      - **Customers**: When did you turn a client down?

      ## Resources

      - [The method](https://example.org/star)
      - Book: How to answer
      """,
      asks: [
        "Describe a colleague who would not be won over.",
        "When did you turn a client down?",
      ],
      answers: ["", ""]),
    QuestionList(
      "question and answer on one line",
      """
      **Question: Why us?** Answer: You are kind.

      Q: When did you fail? A: In June.

      **Q3)** Who was right?
      > The guest was.
      """,
      asks: ["Why us?", "When did you fail?", "Who was right?"],
      answers: ["You are kind.", "In June.", "The guest was."]),
  ]
}
