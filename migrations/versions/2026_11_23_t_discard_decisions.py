"""Let a recorded decision be discarded before it is released."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_t"
down_revision = "2026_11_22_h"
branch_labels = None
depends_on = None

VALID = sa.text("discarded_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("decision") as table:
        table.add_column(sa.Column("discarded_at", sa.DateTime(timezone=True), nullable=True))
        table.drop_constraint(op.f("uq_decision_round_id_idea_id"), type_="unique")
    op.create_index(
        "uq_decision_valid",
        "decision",
        ["round_id", "idea_id"],
        unique=True,
        sqlite_where=VALID,
        postgresql_where=VALID,
    )


def downgrade() -> None:
    op.drop_index("uq_decision_valid", "decision")
    with op.batch_alter_table("decision") as table:
        table.create_unique_constraint(
            op.f("uq_decision_round_id_idea_id"), ["round_id", "idea_id"]
        )
        table.drop_column("discarded_at")
