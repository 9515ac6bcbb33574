"""Create what an idea does beside the main way, building blocks and their deadlines."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_23_n"
down_revision = "2026_11_23_o"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IS_OPEN = sa.text("ended_at IS NULL")
DAYS = {"unit_answer": 5, "fast_track": 20, "call_in": 10}


def upgrade() -> None:
    op.create_table(
        "text_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_block")),
    )
    op.create_index("ix_text_block_kind", "text_block", ["kind", "title"], unique=False)
    op.create_table(
        "event_tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_event_tag_name")),
    )
    op.create_table(
        "idea_tag",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_tag_idea_id")),
        sa.ForeignKeyConstraint(["tag_id"], ["event_tag.id"], name=op.f("fk_idea_tag_tag_id")),
        sa.PrimaryKeyConstraint("idea_id", "tag_id", name=op.f("pk_idea_tag")),
    )
    op.create_index(op.f("ix_idea_tag_tag_id"), "idea_tag", ["tag_id"], unique=False)
    _create_forwarding()
    _create_fast_track()
    _create_objection()
    for column in (
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("tag_ids", JSON, nullable=True),
        sa.Column("addressee", sa.String(40), nullable=True),
        sa.Column("office", sa.String(length=200), nullable=True),
        sa.Column("ask_again_on", sa.Date(), nullable=True),
    ):
        op.add_column("decision", column)
    for step, days in DAYS.items():
        op.execute(
            sa.text(
                "INSERT INTO deadline (campaign_id, step, working_days)"
                " SELECT id, :step, :days FROM campaign"
            ).bindparams(step=step, days=days)
        )


def _create_forwarding() -> None:
    op.create_table(
        "forwarding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.String(40), nullable=False),
        sa.Column("office", sa.String(length=200), nullable=False),
        sa.Column("forwarded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ask_again_on", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_forwarding_idea_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forwarding")),
    )
    op.create_index(op.f("ix_forwarding_idea_id"), "forwarding", ["idea_id"], unique=False)
    op.create_index("ix_forwarding_due", "forwarding", ["ended_at", "ask_again_on"], unique=False)
    op.create_index(
        "uq_forwarding_open",
        "forwarding",
        ["idea_id"],
        unique=True,
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )


def _create_fast_track() -> None:
    op.create_table(
        "fast_track",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("responsible_id", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("call_in_until", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_fast_track_idea_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_fast_track_unit_id")),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["person.id"], name=op.f("fk_fast_track_responsible_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fast_track")),
    )
    op.create_index(op.f("ix_fast_track_idea_id"), "fast_track", ["idea_id"], unique=False)
    op.create_index(
        "ix_fast_track_responsible", "fast_track", ["responsible_id", "ended_at"], unique=False
    )
    op.create_index(
        "uq_fast_track_open",
        "fast_track",
        ["idea_id"],
        unique=True,
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )


def _create_objection() -> None:
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("entry_sequence", SEQUENCE, nullable=False),
        sa.Column("ground", sa.String(40), nullable=False),
        sa.Column("decided_by", JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_until", sa.Date(), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_objection_idea_id")),
        sa.ForeignKeyConstraint(
            ["entry_sequence"], ["entry.sequence"], name=op.f("fk_objection_entry_sequence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection")),
        sa.UniqueConstraint("entry_sequence", name=op.f("uq_objection_entry_sequence")),
    )
    op.create_index(op.f("ix_objection_idea_id"), "objection", ["idea_id"], unique=False)
    op.create_index("ix_objection_open", "objection", ["ended_at", "answer_until"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM deadline WHERE step IN ('unit_answer', 'fast_track', 'call_in')")
    with op.batch_alter_table("decision") as batch:
        for name in ("ask_again_on", "office", "addressee", "tag_ids", "change"):
            batch.drop_column(name)
    for name in ("objection", "fast_track", "forwarding", "idea_tag", "event_tag", "text_block"):
        op.drop_table(name)
