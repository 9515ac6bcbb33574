"""Seal the names of authors who want it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_k"
down_revision = "2026_11_23_i"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added in place: a rebuilt table would lose its index over an expression.
    for table, name in (("person", "is_pseudonym"), ("idea", "is_sealed")):
        op.add_column(
            table, sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.create_table(
        "sealed_author",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("pseudonym_id", sa.Integer(), nullable=False),
        sa.Column("ciphertext", sa.LargeBinary(length=64), nullable=False),
        sa.Column("nonce", sa.LargeBinary(length=12), nullable=False),
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("mark", sa.LargeBinary(length=32), nullable=False),
        sa.Column("receipt_code", sa.String(length=20), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_sealed_author_idea_id")),
        sa.ForeignKeyConstraint(
            ["pseudonym_id"], ["person.id"], name=op.f("fk_sealed_author_pseudonym_id")
        ),
        sa.PrimaryKeyConstraint("idea_id", name=op.f("pk_sealed_author")),
        sa.UniqueConstraint("pseudonym_id", name=op.f("uq_sealed_author_pseudonym_id")),
    )
    op.create_index(op.f("ix_sealed_author_posted_on"), "sealed_author", ["posted_on"])
    op.create_table(
        "reveal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("granted_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_reveal_answered_by_id")
        ),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_reveal_asked_by_id")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_reveal_idea_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reveal")),
    )
    op.create_index(op.f("ix_reveal_idea_id"), "reveal", ["idea_id"])


def downgrade() -> None:
    op.drop_table("reveal")
    op.drop_table("sealed_author")
    op.drop_column("idea", "is_sealed")
    op.drop_column("person", "is_pseudonym")
