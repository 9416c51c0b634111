"""Discord, and how its events become the house's own words.

`pressing` is buttons and forms, `speaking` who asks and how they are answered, `reading` the
words that may be read, `carrying` what we send first, `client` the connection.
"""
