### The Quiz Éclair. Nobody is hurried, and nobody is told that they have lost.

## The command /challenge

challenges-name-challenge = challenge
challenges-about-challenge = The mini-challenges of this place
challenges-name-play = play
challenges-about-play = Answer the question that is open, or play without a clock
challenges-name-list = list
challenges-about-list = What can be played here
challenges-name-me = me
challenges-about-me = Your points
challenges-name-start = start
challenges-about-start = Start a Quiz Éclair here and on the stream (for hosts)
challenges-name-option-pack = pack
challenges-about-option-pack = One theme, or all
challenges-name-skip = skip
challenges-about-skip = End the quiz that is on (for hosts)

## Themes

challenges-pack-audio = Sound
challenges-pack-culture = Game culture
challenges-pack-image = Images and rights
challenges-pack-jobs = Jobs
challenges-pack-money = Contracts and money
challenges-pack-security = Keeping accounts safe
challenges-pack-sources = Checking a source

## The card in the channel. $number: the question, $of: how many there are.

challenges-card-question =
    Quiz Éclair · { $number }/{ $of } · { $pack }
    ### { $text }
    -# { $easy }
    { $seconds } seconds, in private. Everybody can score, not only the quick.
    -# Draw promised: `{ $promise }`
challenges-card-result =
    Quiz Éclair · { $number }/{ $of }
    ### { $text }
    The right answer: **{ $option }**, found by { $percent } % of the answers.
    { $why }
    -# Source: { $source }
challenges-card-result-silent =
    Quiz Éclair · { $number }/{ $of }
    ### { $text }
    The right answer: **{ $option }**.
    { $why }
    -# Source: { $source }
challenges-card-end =
    Quiz Éclair: that's it, thank you!
    { $players ->
        [one] One person played
       *[other] { $players } people played
    }, { $percent } % right answers.
    No time just now? The same questions wait for you, without a clock.
    -# The draw can be checked: seed `{ $seed }`, promise `{ $promise }`
challenges-card-end-silent =
    Quiz Éclair: that's it.
    The same questions wait for you, without a clock.
    -# The draw can be checked: seed `{ $seed }`, promise `{ $promise }`
challenges-answer-button = Answer
challenges-calm-button = Play without a clock
challenges-score-button = My score
challenges-next-button = Next

## In private, on Discord

challenges-asked =
    ### { $text }
    -# { $easy }
challenges-asked-calm =
    No clock · { $number }/{ $of }
    ### { $text }
    -# { $easy }
# $option: what the person chose.
challenges-taken = Noted: **{ $option }**. The answer shows in the channel when the time has passed.
challenges-right =
    Well seen: **{ $option }**. { $points } points.
    { $why }
    -# Source: { $source }
challenges-wrong =
    The right answer is: **{ $option }**.
    { $why }
    -# Source: { $source }
challenges-finished = You have answered every question of this quiz.
challenges-score = This quiz: { $points } points, { $right } of { $answered } found.
challenges-xp = You have { $xp } XP (level { $level }), { $today } of them today.
challenges-full = That's all for today: from here on it is for fun.
challenges-started = Here we go, the first question is coming to this channel.
challenges-skipped = The quiz ends here. What was answered counts.
challenges-list-on = A quiz is on: question { $number }/{ $of }. Type /challenge play.
challenges-list-off = No quiz just now. /challenge play gives you the last one, without a clock.
challenges-list-packs = Themes:
# $pack: a theme. $count: how many questions.
challenges-list-pack = - { $pack } ({ $count ->
        [one] one question
       *[other] { $count } questions
    })

## On Twitch: one line, 180 characters at most

challenges-hello = Quiz Éclair: { $count } questions, { $seconds } s each. Answer with !defi a, b, c or d; your first choice counts. Draw promised: { $promise }
challenges-line = { $number }/5 · { $text } A) { $a } · B) { $b } · C) { $c } · D) { $d }
challenges-result = { $letter }, { $percent } % — { $why }
challenges-result-silent = { $letter } — { $why }
challenges-goodbye = The quiz is over, { $players ->
        [one] one person played
       *[other] { $players } people played
    }. Your points: !defi points. Seed of the draw: { $seed }
challenges-on = A quiz is on, question { $number }/5. Answer with !defi a, b, c or d.
challenges-points = @{ $name } { $xp } XP, level { $level }, { $today } of them today.

## Refusals

challenges-not-open = One second: the question is coming.
challenges-too-late = The time for this question has passed. The next one is yours.
challenges-already-answered = Your answer is already noted: the first one counts. Wait for the next question.
challenges-not-a-letter = Answer with a letter: a, b, c or d.
challenges-too-few = Not enough fresh questions for a quiz: they rest for 30 days. Try another theme.
challenges-none-on = No quiz just now. A host starts one with /challenge start.
challenges-already-on = A quiz is already on here. Type /challenge play to answer it.
challenges-gone = This quiz has been put away. Type /challenge play for the newest one.

## At the start, on the terminal. $problem: the file, and what is wrong with it.

challenges-file-broken = A question cannot be read. { $problem } Correct that file in cogs/challenges/packs, or take it away.
