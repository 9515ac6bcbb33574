"""Search talk and reasons."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_u"
down_revision = "2026_11_23_k"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Begin the index anew; it is filled from the texts as soon as the schema is there."""
    _drop()
    op.create_table(
        "idea_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["idea.id"], name=op.f("fk_idea_text_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_text")),
        sa.UniqueConstraint("position", name=op.f("uq_idea_text_position")),
    )
    if _is_sqlite():
        op.execute("CREATE VIRTUAL TABLE idea_text_fts USING fts5(terms, words)")
        return
    for name in ("terms", "words"):
        op.execute(
            f"CREATE INDEX ix_idea_text_{name} ON idea_text"
            f" USING gin (to_tsvector('simple', {name}))"
        )


def downgrade() -> None:
    _drop()
    op.create_table(
        "idea_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["idea.id"], name=op.f("fk_idea_text_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_text")),
    )
    if _is_sqlite():
        op.execute("CREATE VIRTUAL TABLE idea_text_fts USING fts5(terms)")
        return
    op.execute(
        "CREATE INDEX ix_idea_text_terms ON idea_text USING gin (to_tsvector('simple', terms))"
    )


def _drop() -> None:
    if _is_sqlite():
        op.execute("DROP TABLE idea_text_fts")
    op.drop_table("idea_text")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
