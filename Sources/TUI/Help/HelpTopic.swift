/// A short text on the method, the plan or the memory model, and on what is known about them.
///
/// One table for `starling help`, the second page of the trainer's help and the manual.
public struct HelpTopic: Sendable {
  /// The word that asks for it.
  public let name: String
  public let title: String
  /// Each is one paragraph, to be wrapped where it is shown.
  public let paragraphs: [String]

  /// The topic of that name, capitals or not; nil if there is none.
  public static func named(_ name: String) -> HelpTopic? {
    all.first { $0.name == name.lowercased() }
  }

  public static let all = [
    HelpTopic(
      name: "star", title: "STAR: how an answer is built",
      paragraphs: [
        "Situation: where and when it was, and what was at stake. Task: what was yours to do. Action: what you did, in the order you did it, and why. Result: what came of it, with a figure you can defend, and what you learned.",
        "One to two and a half minutes is right, and more than three is too long. About half of it belongs to the action, a fifth to the result, and the rest is what a stranger needs to follow. These shares are custom, not law: advisers differ by ten per cent and more, and good answers differ too.",
        "What goes wrong most often: no particular occasion (“I usually…”), “we” where it was you, no reasons, no result, or a figure that crumbles at the first question. After the reveal you tick what was there; a part without its ticks needs work and comes back on its own.",
        "Speak. In an interview you speak, and an answer that is clear in your head is not always easy to say.",
        "If saying “I” feels like boasting, say what you did as you would report it to a colleague, and name the others first. Listeners from elsewhere may expect more or less of it; what was yours to do is a fact wherever you are.",
      ]),
    HelpTopic(
      name: "grades", title: "Grades: recall, not quality",
      paragraphs: [
        "Again: you could not recall it. Hard: you recalled it, but needed notes or a long search. Good: you recalled it. Easy: you also answered every follow-up. The grade says when the card is asked next, so an honest one saves you time.",
        "How good the answer was is a second thing, kept as marks from 1 to 5 for S, T, A, R and for the delivery. They come from the ticks alone: every tick of a part makes 5, and without one particular occasion, or without steps of your own, no mark is above 2. Marks never change the schedule: a fluent answer with a thin result is on the list of what needs work, not on the list of what you forgot.",
        "Starling suggests a grade, and you decide. Again: nothing was said, a story had no particular occasion, or nothing on another card's list is ticked. Hard: you needed notes, took over three minutes, or had no answer to a follow-up. Easy: you were asked follow-ups and answered all. Everything else is Good, whatever its marks.",
      ]),
    HelpTopic(
      name: "plan", title: "The plan to the day",
      paragraphs: [
        "Tell Starling when the interview is, and it asks what gains most recall for that hour per minute of practice: core cards you have never seen first, then those whose recall is weakest on the day and which matter most. Families are mixed. The eve has half the minutes, the day itself a quarter of an hour at most, which ends half an hour before the start; on both nothing new comes while there is anything to firm.",
        "Today's session is drawn once, at the first look after four in the morning, and is the first day of the plan to the item. What you answer in any other session counts for it. It is drawn anew only when an interview, your minutes, a suspended card, a doubt, a log or a deck changes; what is done stays done.",
        "Ready now: what would come back on the day if you stopped now. On course for: the same if you follow the plan, for each interview its own, with a range in which nine of ten outcomes lie; it is wide at first, and narrows by your own answers on later days. If you grade kindly, these figures are too high. With an interview ahead no card has a date, and beside each grade stands what it does for the day.",
        "What counts more: a family that the advert asks for, one not asked about in the last round, a thin answer in it, and most of all a doubt they voiced.",
        "The days after today are made anew each time from what was really practised. A missed day costs itself and nothing else. What will not fit is said at once, the least important first.",
        "Evidence: practice spread over days beats the same time in one go, and the best gap grows with the time to the test (experiments with facts, words and texts). With a test tomorrow, spacing hardly matters; sleeping between two rounds helps. In simulated learners, seeing every card once decides short plans. Nobody has tested any of it on rehearsed stories.",
      ]),
    HelpTopic(
      name: "memory", title: "The memory model",
      paragraphs: [
        "Starling uses FSRS, the model of several large flashcard programs. For each card it keeps a stability (the days until your chance of recalling it falls to 90%) and a difficulty, both worked out from your grades. Recall is the chance that the answer comes back now; readiness is that chance at the start of the interview, averaged by importance, with a card never seen counted as nothing.",
        "FSRS-7 is the default. It models fast and slow forgetting, and time within a day, because you may meet a card several times a day. FSRS-6 is there for comparing with other programs; your reviews stay as they are, and either model reads all of them.",
        "The defaults were fitted to the reviews of thousands of other people. Starling fits the model to your own answers by itself, once there are some and only where that predicts better (“memory.fit”). “starling optimise” shows on reviews it has not seen what a fit is worth, and keeps one.",
        "These are estimates of memory. They say nothing about how an interview will go.",
      ]),
    HelpTopic(
      name: "practice", title: "Why practice is as it is",
      paragraphs: [
        "You answer aloud before you see anything. Finding the story from the question, and telling it in time, is what the day asks of you, and recalling under pressure holds better after practice in recalling. A card that failed comes back in the same session until you get it right. More practice that day adds little; another day adds a lot. So when today's session is done, it is done; “n” at home and “practice --new” give more if you want it.",
        "Two drills of ten seconds practise the reading. What is it after: before an answer F lets you say which of the twelve families a question is about, and the deck marks it at the answer side, where it is first named; on the day nobody tells you, and candidates who can tell are rated better. Which story fits: with two stories or more, a session of ten minutes or more begins with five such picks, which take a minute and use wordings that you have never met. “starling practice --drill reading” and “--drill pick” ask nothing else; Progress says what you take for what.",
        "Whole rehearsals are worth their time, too: “starling help panels” is about them.",
        "Wordings change and families are mixed, because choosing the story that fits is a large part of the task. It feels worse than going through one kind after another. In experiments most people thought they had learned less that way, and had learned more.",
        "Do not put a card away after one good answer; people who drop what they seem to know lose a little by it. And do not practise only your favourites: telling one memory again and again can make its neighbours harder to reach. Tell it as it was: people who retell to entertain later remember less of what happened and exaggerate more.",
        "What is known about practising interviews is mixed. Coaching on what to say has made interviews say more about the person. Yet in a field experiment people who were trained learned and liked it, and got no better ratings and no more offers. In real interviews only about a quarter of the questions that ask for a story get one. And for one's own memories, recalling and rereading have kept them equally well. So practise for finding and telling, not only for keeping.",
        "Starling asks how sure you are, if practice.sureness is on, only so that you can compare it with the result. Feeling sure and being right are often far apart.",
      ]),
    HelpTopic(
      name: "panels", title: "Panels: a whole interview, before people who ask",
      paragraphs: [
        "“m” at home or at an employer shows who sits there; Enter begins. Three to five people ask in turn, for 25 minutes at most: those you wrote down for the round, and others if those are fewer than four. You answer aloud, as on the day: Space begins an answer, Enter ends it, and then you say which story it was. One of them says nothing: bring that one in.",
        "The first three panels are calm. In the next three somebody breaks in now and then, and once two ask at once; in the last three they press you. If you lose the thread, say so when you are asked: that question comes back as a follow-up.",
        "The report at the end says for each person how long you spoke, which stories you told, and what to do better. It stays under the employer (“Panels”) and in “starling panels”. Each answer is kept at its card, without a grade.",
        "A friend can play the people instead: “starling brief --friend” prints the page for that. What your friend made of each answer, strong, fine or thin, you enter with Space under “Panels” at the employer, or with “starling panels marks”. A card whose answer was thin counts more from then on. At the end of a panel that you sat alone, f takes the marks of a friend who listened.",
        "The plan has nine panels in all, every third day beside the session, and none on the eve or on the day. Of practice with simulated interviews nine whole ones brought most for its time (558 young people with disabilities, no trial): a principle and no promise.",
      ]),
    HelpTopic(
      name: "second", title: "A second interview",
      paragraphs: [
        "They think you probably can do the work; now they look for depth, for proof of skill, for fit and for what troubled them in the first round. Expect the same topics in more depth: how exactly, why, what if, what others said.",
        "Write down on the same day what was asked, how it landed and where they pressed (“i”, then “l”). What you told is marked on your stories, so that new listeners hear something new; where the old story is the best one, say so and go deeper.",
        "Take up a doubt before they do: what it is, the evidence against it, a story that shows it. Figures must be the same in both rounds, or be corrected openly.",
        "Nerves are part of it. Calling the feeling excitement, knowing your first sentences by heart and breathing out slowly help some people a little; the evidence for each is modest, and strong only for having practised aloud.",
        "True stories only. Starling writes none, and has nothing for use during the interview.",
      ]),
    HelpTopic(
      name: "sync", title: "Two machines",
      paragraphs: [
        "“starling sync PLACE” brings your machines together. PLACE is a folder that is there already and that something carries between them (Syncthing, Dropbox, a stick), or a git repository (an address with a scheme, host:path, a name that ends in .git). It is named once; afterwards “starling sync” is enough, and “starling config sync.automatic on” has a folder met by itself, at the start of the trainer and when you leave it. On a new machine, with nothing practised yet, that one command is the whole set-up.",
        "Grades and answers come together as sets: a day practised on two machines counts on both, and what you took back stays so. Of what you wrote, what was changed on one side is so on both. What was changed on both shows the later wording and keeps the other; “starling sync --conflicts” shows both on a screen, where one is kept or a third written, and “--keep N” settles one in scripts. y at home leads there, too. A machine whose clock is ahead is named; answers and grades from it come when it is that time. Settings and recordings stay on their machine.",
        "Each machine writes into a folder of its own, files that never change, so that whatever carries them may be slow, make copies or lose some. What means nothing is left and counted. Nothing that came is taken back by undo, and what you bring back from a safety copy is followed by what the others have.",
        "Whoever can read the place can read your answers, and whoever can write there can add to them. If that is not you alone, carry it encrypted: git by a gcrypt remote, Syncthing by an untrusted device. “starling erase” takes texts out of the folder at the next sync, but not out of git's history.",
        "For once an hour by itself, systemd runs what is in ~/.config/systemd/user/starling-sync.service ([Service], Type=oneshot, ExecStart=/usr/bin/starling sync, or where “which starling” says) by starling-sync.timer ([Timer], OnCalendar=hourly, [Install], WantedBy=timers.target), after “systemctl --user enable --now starling-sync.timer”.",
      ]),
    HelpTopic(
      name: "voice", title: "What you say: heard, written down, and asked aloud",
      paragraphs: [
        "Starling hears and speaks by four programs of your own: a recorder, a player, a transcriber that prints what is said in a file, and a speaker. None is built in, and without them nothing else is missing. “starling voice” sets them up, “starling voice --check” tries them. Nothing leaves this machine unless a program that you name sends it.",
        "A spoken answer is recorded, and written down while you look at the reveal. It may take as long as it likes: go on, or leave; the words are kept with their answer when they come, at the next start if need be, or by “starling recordings transcribe”. Space while you speak says where parts begin; each mark belongs to the pause that is near it, and so your words stand under Situation, Task, Action and Result. From then on they are an answer in words: with what stood out in it, beside your next answer, as a story if you keep it, in exports.",
        "Engines mishear, most of all names and figures, and many leave out “um”. t at the reveal mends the words. What depends on full stops, quotation marks or capitals is not looked for in them.",
        "Pace and pauses are shown so that you can hear yourself. Your words a minute are compared with your own, and only where they are a quarter off; speakers are often told to stay between 120 and 160 (Toastmasters International, “Your Speaking Voice”), which is custom and no law. Nothing is said of your voice, your accent or your mood, and nothing here tells what an employer would think. No grade and no date depends on it.",
        "What is kept: the words in the database, and so in exports, copies and what you import elsewhere; the sound, and when each word was said, only here, readable by you alone. The sound of an answer that was written down goes after 30 days (“recordings.keep”; 0 keeps all). “starling recordings delete NAME” deletes the sound and erases its words, after asking. “undo” of a spoken answer hides its words and leaves the sound.",
        "With a speaker the questions of a panel are said aloud, each by its own voice where the command has {voice} in it; “practice.ask_aloud” has all questions said, or none. Any key ends it and does what it does besides; ' says it again. Nothing is said over an answer, but for what somebody in a panel breaks in with.",
      ]),
    HelpTopic(
      name: "data", title: "Your data",
      paragraphs: [
        "Everything is in files on this machine, readable by you alone; nothing is sent anywhere, unless you name a place where your machines meet (“starling help sync”). “starling doctor” says where they are and whether they are sound.",
        "A grade is on disk before the next card shows. Reviews are only ever added; taking one back is a record too. On each day, and before anything that changes much, a safety copy is made. “starling restore” lists the copies and brings one back, keeping what was there.",
        "“starling export” writes all of it as JSON, CSV, for Anki or to read. “starling uninstall” takes the program away and leaves what is yours.",
      ]),
  ]
}
