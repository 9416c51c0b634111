### A server's own templates: the settings of one of its tournaments, kept under a name.

kept-name-taken = A template of this server has that name already. Choose another one, or let the old one go: /tournament file forget
kept-too-many = This server keeps as many templates as it can. Let one go first, choose it here: /tournament file forget
kept-has-its-game = This template has its game already. Leave the game option empty, or choose another template.
kept-name-keep = keep
kept-about-keep = Keep the settings of a tournament as a template of this server
kept-name-forget = forget
kept-about-forget = Keep a template of this server no longer
kept-about-option-name = The template's name
kept-about-option-tournament = Which one; the last announced here, if none
kept-about-option-template = Which one
kept-button-keep = Keep as a template
kept-button-forget = Forget this template
kept-form-title = Keep as a template
kept-form-name = Name of the template
# $name: the template's name.
kept-done = Kept: **{ $name }**. It comes first in the list of templates of /tournament create.
kept-forgotten = The template **{ $name }** is kept no longer. What came from it stays.
