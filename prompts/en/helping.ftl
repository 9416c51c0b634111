### Lending a hand once one plays no more: the crew.

helping-still-playing = You still play here: look at your next match with /tournament match, the crew comes after.
helping-already = You are part of the crew already. Go and see the desk: /tournament desk
helping-gone = This hand is not offered any more, or is taken already. Look where things stand: /tournament desk
helping-button-offer = Join the crew
helping-button-back = Rather not
helping-offered = Thank you! The hosts see that you would help, and can make you caster or referee. You can change your mind.
helping-taken-back = Noted, enjoy the rest.
# $name: a name.
helping-taken = Done: { $name } is part of the crew, and the channel can read it.
# $who: the mention. $duty: caster or referee.
helping-welcome = { $who } joins the crew: { $duty ->
        [caster] on the cast. The stream's queue: /tournament stream queue
       *[referee] refereeing. The desk: /tournament desk
    } Thank you!
# $count: how many.
helping-desk = **Would help ({ $count })**
helping-button-caster = Cast: { $name }
helping-button-referee = Referee: { $name }
