"""Count what is no data of clients; let ideas be withheld and versions be blacked out."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_o"
down_revision = "2026_11_23_l"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dismissed_finding",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_dismissed_finding")),
    )
    op.add_column("idea", sa.Column("withheld_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "idea_version", sa.Column("blacked_out_at", sa.DateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    with op.batch_alter_table("idea_version") as table:
        table.drop_column("blacked_out_at")
    with op.batch_alter_table("idea") as table:
        table.drop_column("withheld_at")
    op.drop_table("dismissed_finding")
