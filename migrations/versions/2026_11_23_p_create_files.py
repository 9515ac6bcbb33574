"""Create the files of ideas."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_p"
down_revision = "2026_11_23_t"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_attachment_size")),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name=op.f("fk_attachment_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("token", name=op.f("uq_attachment_token")),
    )
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"])
    op.create_table(
        "idea_file",
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_idea_file_attachment_id")
        ),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_file_idea_id")),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_idea_file")),
    )
    op.create_index(op.f("ix_idea_file_idea_id"), "idea_file", ["idea_id"])
    with op.batch_alter_table("idea") as table:
        table.add_column(sa.Column("file_count", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("idea") as table:
        table.alter_column("file_count", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("idea") as table:
        table.drop_column("file_count")
    op.drop_table("idea_file")
    op.drop_table("attachment")
    op.drop_table("blob")
