"""What players and hosts may do with a tournament, and what follows from it.

`tournaments` is the way in; `book` knows where every board stands, `gathering` who takes part,
`playing` what a move leads to, `bells` what time does by itself, `telling` what chats are told.
"""
