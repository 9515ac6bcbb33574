"""Let comments form threads, name people, be hidden and reported; limit and hide support."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_l"
down_revision = "2026_11_23_j"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
ADDED = {
    "thread_id": sa.Integer(),
    "kind": sa.String(40),
    "spoken_as": sa.String(40),
    "deleted_at": MOMENT,
    "hidden_at": MOMENT,
    "objected_at": MOMENT,
    "upheld_at": MOMENT,
}


def upgrade() -> None:
    with op.batch_alter_table("campaign") as batch:
        batch.add_column(sa.Column("support_limit", sa.Integer(), nullable=True))
        batch.add_column(
            sa.Column("hides_support", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("comment") as batch:
        for name, kind in ADDED.items():
            batch.add_column(sa.Column(name, kind, nullable=True))
        batch.add_column(sa.Column("edits", sa.Integer(), nullable=False, server_default="0"))
        batch.create_foreign_key(op.f("fk_comment_thread_id"), "comment", ["thread_id"], ["id"])
        batch.create_index("ix_comment_thread", ["thread_id", "id"])
    with op.batch_alter_table("campaign") as batch:
        batch.alter_column("hides_support", server_default=None)
    with op.batch_alter_table("comment") as batch:
        batch.alter_column("edits", server_default=None)
    _create_versions_and_mentions()
    _create_watching()
    _create_reports()


def downgrade() -> None:
    for name in ("report", "topic_follow", "campaign_follow", "mention", "comment_version"):
        op.drop_table(name)
    with op.batch_alter_table("comment") as batch:
        batch.drop_index("ix_comment_thread")
        batch.drop_constraint(op.f("fk_comment_thread_id"), type_="foreignkey")
        for name in (*ADDED, "edits"):
            batch.drop_column(name)
    with op.batch_alter_table("campaign") as batch:
        batch.drop_column("hides_support")
        batch.drop_column("support_limit")


def _create_versions_and_mentions() -> None:
    op.create_table(
        "comment_version",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("replaced_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_comment_version_comment_id")
        ),
        sa.PrimaryKeyConstraint("comment_id", "n", name=op.f("pk_comment_version")),
    )
    op.create_table(
        "mention",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_mention_comment_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mention_person_id")),
        sa.PrimaryKeyConstraint("comment_id", "person_id", name=op.f("pk_mention")),
    )
    op.create_index("ix_mention_person_id", "mention", ["person_id"])


def _create_watching() -> None:
    for table, thing in (("campaign_follow", "campaign"), ("topic_follow", "topic")):
        op.create_table(
            table,
            sa.Column(f"{thing}_id", sa.Integer(), nullable=False),
            sa.Column("person_id", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(
                [f"{thing}_id"], [f"{thing}.id"], name=op.f(f"fk_{table}_{thing}_id")
            ),
            sa.ForeignKeyConstraint(
                ["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id")
            ),
            sa.PrimaryKeyConstraint(f"{thing}_id", "person_id", name=op.f(f"pk_{table}")),
        )
        op.create_index(f"ix_{table}_person_id", table, ["person_id"])


def _create_reports() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("reporter_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_report_comment_id")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_report_idea_id")),
        sa.ForeignKeyConstraint(["reporter_id"], ["person.id"], name=op.f("fk_report_reporter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    for column in ("comment_id", "idea_id", "reporter_id"):
        op.create_index(f"ix_report_{column}", "report", [column])
    op.create_index("ix_report_open", "report", ["settled_at", "id"])
