"""A tournament's row tells when who takes part has changed, whoever changed it.

Forgetting a person reaches their tickets and names through foreign keys, past all of our code:
only the database itself sees every change. The number is drawn and not counted, so that a change
that was taken back is never taken for the next one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

TABLES = ("entrants", "pseudonyms", "teams", "tournament_guests")
TRIGGER = """
CREATE TRIGGER roll_{table}_{verb} AFTER {verb} ON {table} BEGIN
  UPDATE tournaments SET roll = random() WHERE id = {row}.tournament;
END
"""
FUNCTION = """
CREATE FUNCTION tournament_roll() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE tournaments SET roll = floor(random() * 9007199254740992)::bigint
    WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.tournament ELSE NEW.tournament END;
  RETURN NULL;
END $$
"""


def upgrade() -> None:
    op.add_column(
        "tournaments",
        sa.Column("roll", sa.BigInteger, nullable=False, server_default="0"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                op.execute(TRIGGER.format(table=table, verb=verb, row=row))
        return
    op.execute(FUNCTION)
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER roll_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION tournament_roll()"
        )
