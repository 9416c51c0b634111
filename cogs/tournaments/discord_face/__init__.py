"""Tournaments, as members of a Discord server meet them.

`cards` is what stands in the channel and its thread, `presses` the buttons on them, `commands`
the slash commands, `speech` how names and hours are written.
"""
