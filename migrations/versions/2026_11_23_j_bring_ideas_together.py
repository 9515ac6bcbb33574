"""Bring ideas together: co-authors, groups, on behalf of a colleague, and the idea coach."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_23_j"
down_revision = "2026_11_23_p"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
LISTS = ("coauthor_ids", "former_author_ids")


def upgrade() -> None:
    with op.batch_alter_table("idea") as idea:
        idea.add_column(sa.Column("group_name", sa.String(length=120), nullable=True))
        for name in LISTS:
            idea.add_column(sa.Column(name, JSON, nullable=False, server_default=sa.text("'[]'")))
        company = sa.Column("has_company", sa.Boolean(), nullable=False, server_default=sa.false())
        idea.add_column(company)
    with op.batch_alter_table("idea") as idea:
        for name in (*LISTS, "has_company"):
            idea.alter_column(name, server_default=None)
    op.create_table(
        "coauthor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(40), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("status_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("took_part", sa.Boolean(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_coauthor_idea_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_coauthor_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coauthor")),
        sa.UniqueConstraint("idea_id", "person_id", name=op.f("uq_coauthor_idea_id_person_id")),
    )
    op.create_index("ix_coauthor_person", "coauthor", ["person_id", "status", "idea_id"])
    op.create_index("ix_coauthor_status", "coauthor", ["status", "status_since"])
    op.create_table(
        "coaching",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("remarked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_coaching_idea_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_coaching_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coaching")),
    )
    is_open = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_coaching_open",
        "coaching",
        ["idea_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.create_index("ix_coaching_idea", "coaching", ["idea_id", "id"])
    op.create_index("ix_coaching_person", "coaching", ["person_id", "ended_at"])


def downgrade() -> None:
    op.drop_table("coaching")
    op.drop_table("coauthor")
    with op.batch_alter_table("idea") as idea:
        for name in ("has_company", *LISTS, "group_name"):
            idea.drop_column(name)
