"""Let promises pause, count corrections, remember the weekly list of what is overdue."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_v"
down_revision = "2026_11_23_u"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added in place: a rebuilt table would lose its index over an expression.
    for name in ("paused_on", "paused_until"):
        op.add_column("idea", sa.Column(name, sa.Date(), nullable=True))
    op.add_column(
        "idea", sa.Column("correction_count", sa.Integer(), server_default="0", nullable=False)
    )
    # What was promised before the question is unknown; afterwards a new day is promised.
    op.execute("UPDATE idea SET paused_on = date(ball_since) WHERE status = 'query'")
    op.create_index("ix_idea_paused", "idea", ["paused_on"])
    op.create_table(
        "overdue_week",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdue_week")),
        sa.UniqueConstraint("monday", name=op.f("uq_overdue_week_monday")),
    )


def downgrade() -> None:
    op.drop_table("overdue_week")
    op.drop_index("ix_idea_paused", "idea")
    for name in ("correction_count", "paused_until", "paused_on"):
        op.drop_column("idea", name)
