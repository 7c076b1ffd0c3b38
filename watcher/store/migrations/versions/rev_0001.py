"""The first schema: accounts, entries, quarantine, processes, drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cursor", sa.Text(), nullable=False),
        sa.Column("reading_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="accounts_pkey"),
        comment="how far each mailbox was read, and by which version of the reading",
    )
    op.create_table(
        "entries",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("sent", sa.DateTime(timezone=True), nullable=False),
        sa.Column("envelope", sa.JSON(), nullable=False),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("account", "message_id", name="entries_pkey"),
        comment="what is kept of each message that could matter; never its body",
    )
    op.create_index("entries_account_sent_idx", "entries", ["account", "sent"])
    op.create_table(
        "quarantine",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account", "ref", name="quarantine_pkey"),
        comment="messages that could not be read, and why",
    )
    op.create_table(
        "processes",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("application_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "message_id", name="processes_pkey"),
        comment="which hiring process a message was last counted to, so that its id stays",
    )
    op.create_table(
        "drafts",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("in_reply_to", sa.Text(), nullable=False),
        sa.Column("print", sa.String(), nullable=False),
        sa.Column("intended", sa.DateTime(timezone=True), nullable=False),
        sa.Column("life", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "message_id", name="drafts_pkey"),
        comment="what became of each draft; a row is written before its draft is saved",
    )
