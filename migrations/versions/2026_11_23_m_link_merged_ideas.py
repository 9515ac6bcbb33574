"""Link an idea to the one it is merged into, and keep where it came from."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_m"
down_revision = "2026_11_23_s"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("idea") as idea:
        idea.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        idea.add_column(
            sa.Column("merged_count", sa.Integer(), nullable=False, server_default=sa.text("0"))
        )
    with op.batch_alter_table("idea") as idea:
        idea.alter_column("merged_count", server_default=None)
        idea.create_foreign_key(op.f("fk_idea_merged_into_id"), "idea", ["merged_into_id"], ["id"])
        idea.create_check_constraint(
            op.f("ck_idea_no_chain"), "merged_into_id IS NULL OR merged_count = 0"
        )
        idea.create_check_constraint(op.f("ck_idea_not_into_itself"), "merged_into_id <> id")
        idea.create_index("ix_idea_merged", ["merged_into_id", "number_year", "number_n"])
    op.create_table(
        "merging",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_status", sa.String(40), nullable=False),
        sa.Column("from_ball", sa.String(40), nullable=False),
        sa.Column("from_until", sa.Date(), nullable=True),
        sa.Column("object_until", sa.Date(), nullable=False),
        sa.Column("objected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_merging_idea_id")),
        sa.PrimaryKeyConstraint("idea_id", name=op.f("pk_merging")),
    )


def downgrade() -> None:
    op.drop_table("merging")
    with op.batch_alter_table("idea") as idea:
        idea.drop_index("ix_idea_merged")
        idea.drop_constraint(op.f("ck_idea_not_into_itself"), type_="check")
        idea.drop_constraint(op.f("ck_idea_no_chain"), type_="check")
        idea.drop_constraint(op.f("fk_idea_merged_into_id"), type_="foreignkey")
    with op.batch_alter_table("idea") as idea:
        idea.drop_column("merged_count")
        idea.drop_column("merged_into_id")
