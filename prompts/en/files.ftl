# The files of a tournament: what comes in, what goes out, and why a file is refused.
# A reason is read after the place in the file: "match[12].opponent1: …".

files-shape = this isn't the value expected here.
files-not-json = this isn't JSON. Send the file again as it was exported.
files-too-big = this file is larger than 1 MB. Keep one tournament per file.
files-unknown-format = this is neither an event.json nor a brackets.json. Export one of the two and send it again.
files-newer = this file comes from another version of Maraude. Update this bot, then send it again.
files-stages = one stage is needed, or groups followed by a bracket. Split the others into several files.
files-skips-a-round = players start in the losers' bracket there (skipFirstRound). Our tournaments don't: create it without that option.
files-id-twice = this number is already taken further up. Give each row a number of its own.
files-unknown-id = this number leads to no row of the file. Check that nothing was deleted.
files-size = it takes 2 to 4,096 players, and a whole first round. Export the whole stage again.
files-not-seeded = the players aren't placed in it yet. Place them, then export again.
files-byes = the byes aren't opposite the top seeds. List the players from first to last, without a gap.
files-groups = the groups differ by more than one player, or somebody is in two of them. Make the groups anew.
files-pairs = two players meet too often there, or not often enough. Each pair plays once ("simple") or twice ("double").
files-drops = losers drop in an order that this bot doesn't know. Create the bracket again with the default order.
files-match-missing = this match is missing. Export the whole stage again.
files-match-extra = a bracket of this size has no such match. Take it out.
files-match-twice = this match is in it twice. Keep one row.
files-games = the number of games must be odd, and the same for a whole round.
files-games-differ = the games and the score of the match don't say the same. Correct one of them.
files-sides = these aren't the players that the matches before lead here. Check those results.
files-result = this result contradicts itself, or can't exist yet. It needs a winner and a loser.
files-score = nobody has won this way with such a score. Correct the score.
files-draw = this match can't end in a draw. Name a winner.
files-second-final = the second final has a result, though the first one was enough. Delete that result.
files-options = these options don't go together. Use those of the export.
files-number-twice = two players have this number. Give each one their own.
files-name-twice = this name is already taken further up. Change one of the two.
files-name-refused = this name can't be shown. Replace it.
files-time-back = this line is older than the one before. Put the log back in order.
files-event-unknown = this bot doesn't know this line of the log, or a field in it is wrong. Use the original export.
files-event-refused = the rules refuse this line at that moment. Use the original export.
files-too-much-work = there are too many undos in this log. Import an older export.
files-not-its-results = this isn't what the log leads to. To correct a result, import first, then correct it here.
files-phase = the tournament can't have come this far. Use the original export.
files-no-such-model = This tournament doesn't fit into brackets.json: Swiss rounds, lobbies and arenas have no place there. Take event.json.

## The commands and their answers

files-name-file = file
files-name-export = export
files-name-import = import
files-name-option-kind = content
files-name-option-file = file
files-about-file = The files of a tournament
files-about-export = Get a file of the tournament
files-about-import = Bring in a tournament, or add a list of players
files-about-option-kind = What the file holds
files-about-option-file = event.json, brackets.json, or a list as CSV (1 MB at most)
files-kind-event = The whole tournament (event.json)
files-kind-brackets = The bracket for other programs (brackets.json)
files-kind-entrants = The list of players (CSV)
files-kind-matches = The matches (CSV)
files-kind-standings = The standings (CSV)
files-out = Here is the file of **{ $event }**. It holds shown names, never accounts.
files-out-shown-only = Here is the bracket of **{ $event }**, for display only: another program would send losers elsewhere. To play on elsewhere, create the tournament with the “portable” order.
files-refused = This file isn't imported:
files-more = … and { $count } more. Mend these first.
files-look-event = **{ $event }**: { $entrants ->
        [one] { $entrants } player
       *[other] { $entrants } players
    }, { $played ->
        [one] { $played } match played
       *[other] { $played } matches played
    }. Import it here, in this channel?
files-look-list = { $count ->
        [one] { $count } name
       *[other] { $count } names
    } to add to **{ $event }**. Add them?
files-look-nobody = Nobody to add in this file. Mend these lines, then send it again:
files-look-mistakes = These lines will stay out:
files-line = line { $line }: { $what }
files-look-ignored = Columns left aside: { $columns }
files-differs = The standings written in the file aren't those that its matches lead to: the matches count.
files-no-accounts = These are names, without accounts: you give their results, and you can replace a name by somebody from here. If it is being played, the tournament arrives paused.
files-button-import = Import
files-button-leave = Leave it
files-done-event = **{ $event }** is here. See its card in this channel.
files-done-list = Done: { $count ->
        [one] { $count } more name
       *[other] { $count } more names
    } in **{ $event }**.
files-left = Nothing has changed, the file is forgotten.
