"""Create screening, rounds, scores and decisions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_22_f"
down_revision = "2026_11_22_e"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("status_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_round_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
    )
    op.create_index(op.f("ix_round_campaign_id"), "round", ["campaign_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("defer_until", sa.Date(), nullable=True),
        sa.Column("reason_internal", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column(
            "present", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column(
            "excluded", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("yes", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("abstain", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(outcome = 'defer') = (defer_until IS NOT NULL)", name=op.f("ck_decision_defer_until")
        ),
        sa.CheckConstraint("yes >= 0 AND no >= 0 AND abstain >= 0", name=op.f("ck_decision_votes")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_decision_idea_id")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_decision_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("round_id", "idea_id", name=op.f("uq_decision_round_id_idea_id")),
    )
    op.create_index(op.f("ix_decision_idea_id"), "decision", ["idea_id"], unique=False)
    op.create_table(
        "round_idea",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("scores", sa.Integer(), nullable=True),
        sa.Column("mean", sa.Double(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column(
            "profile", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True
        ),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_round_idea_idea_id")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_round_idea_round_id")),
        sa.PrimaryKeyConstraint("round_id", "idea_id", name=op.f("pk_round_idea")),
    )
    op.create_index("ix_round_idea_idea", "round_idea", ["idea_id"], unique=False)
    op.create_index(
        "ix_round_idea_rank", "round_idea", ["round_id", "rank", "idea_id"], unique=False
    )
    op.create_table(
        "score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("scorer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column(
            "marks", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column(
            "comments", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("weighted", sa.Double(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'scored') = (weighted IS NOT NULL)", name=op.f("ck_score_weighted")
        ),
        sa.CheckConstraint("weighted BETWEEN 0 AND 100", name=op.f("ck_score_range")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_score_idea_id")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_score_round_id")),
        sa.ForeignKeyConstraint(["scorer_id"], ["person.id"], name=op.f("fk_score_scorer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
        sa.UniqueConstraint(
            "round_id", "idea_id", "scorer_id", name=op.f("uq_score_round_id_idea_id_scorer_id")
        ),
    )
    op.create_index(
        "ix_score_biased",
        "score",
        ["scorer_id", "round_id", "idea_id"],
        unique=False,
        sqlite_where=sa.text("kind = 'biased'"),
        postgresql_where=sa.text("kind = 'biased'"),
    )
    op.create_index(op.f("ix_score_idea_id"), "score", ["idea_id"], unique=False)
    op.create_index("ix_score_scorer", "score", ["scorer_id", "round_id", "idea_id"], unique=False)
    op.create_table(
        "screening",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column(
            "answers", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_screening_idea_id")),
        sa.PrimaryKeyConstraint("idea_id", name=op.f("pk_screening")),
    )
    op.create_index(op.f("ix_screening_passed_at"), "screening", ["passed_at"], unique=False)


def downgrade() -> None:
    op.drop_table("screening")
    op.drop_table("score")
    op.drop_table("round_idea")
    op.drop_table("decision")
    op.drop_table("round")
