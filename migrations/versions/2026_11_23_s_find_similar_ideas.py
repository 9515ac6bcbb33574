"""Find similar ideas."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_s"
down_revision = "2026_11_23_n"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hint_count",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hint", sa.String(length=40), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "hint", name=op.f("pk_hint_count")),
    )
    op.create_table(
        "idea_key",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("idea_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", "idea_id", name=op.f("pk_idea_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "key_count",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("ideas", sa.Integer(), nullable=False),
        sa.Column("public_ideas", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_key_count")),
    )
    op.create_table(
        "idea_profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["idea.id"], name=op.f("fk_idea_profile_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_profile")),
    )
    with op.batch_alter_table("idea") as batch:
        batch.add_column(sa.Column("difference", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("idea") as batch:
        batch.alter_column("difference", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("idea") as batch:
        batch.drop_column("difference")
    op.drop_table("idea_profile")
    op.drop_table("key_count")
    op.drop_table("idea_key")
    op.drop_table("hint_count")
