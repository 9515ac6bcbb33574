"""Give campaigns phases, participants, questions and a report, and ideas their answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_23_i"
down_revision = "2026_11_23_m"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("campaign") as batch:
        batch.add_column(
            sa.Column("takes_part", sa.String(40), server_default="everybody", nullable=False)
        )
        batch.add_column(
            sa.Column("others_read", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
        batch.add_column(sa.Column("phase_count", sa.Integer(), server_default="0", nullable=False))
        batch.add_column(
            sa.Column("question_count", sa.Integer(), server_default="0", nullable=False)
        )
        batch.add_column(sa.Column("warned_until", sa.Date(), nullable=True))
        batch.add_column(
            sa.Column("report_source", sa.Text(), server_default=sa.text("''"), nullable=False)
        )
        batch.add_column(
            sa.Column("report_html", sa.Text(), server_default=sa.text("''"), nullable=False)
        )
    _create_calls()
    with op.batch_alter_table("idea") as batch:
        batch.add_column(sa.Column("form_key", sa.String(length=64), nullable=True))
        batch.add_column(
            sa.Column("is_restricted", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch.add_column(
            sa.Column("answer_count", sa.Integer(), server_default="0", nullable=False)
        )
        batch.create_unique_constraint(op.f("uq_idea_form_key"), ["form_key"])
    with op.batch_alter_table("idea_version") as batch:
        batch.add_column(sa.Column("answers", JSON, server_default="[]", nullable=False))
    op.create_table(
        "idea_answer",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_answer_idea_id")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["campaign_question.id"], name=op.f("fk_idea_answer_question_id")
        ),
        sa.PrimaryKeyConstraint("idea_id", "question_id", name=op.f("pk_idea_answer")),
    )
    op.create_index("ix_idea_answer_question", "idea_answer", ["question_id"])


def _create_calls() -> None:
    op.create_table(
        "campaign_phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("allows", JSON, nullable=False),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_campaign_phase_days")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_phase_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_phase")),
    )
    op.create_index(op.f("ix_campaign_phase_campaign_id"), "campaign_phase", ["campaign_id"])
    for table, other in (("campaign_unit", "unit"), ("campaign_person", "person")):
        key = f"{other}_id"
        op.create_table(
            table,
            sa.Column("campaign_id", sa.Integer(), nullable=False),
            sa.Column(key, sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(
                ["campaign_id"], ["campaign.id"], name=op.f(f"fk_{table}_campaign_id")
            ),
            sa.ForeignKeyConstraint([key], [f"{other}.id"], name=op.f(f"fk_{table}_{key}")),
            sa.PrimaryKeyConstraint("campaign_id", key, name=op.f(f"pk_{table}")),
        )
    op.create_table(
        "campaign_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("options", JSON, nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_question_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_question")),
        sa.UniqueConstraint("key", "n", name=op.f("uq_campaign_question_key_n")),
    )
    op.create_index(op.f("ix_campaign_question_campaign_id"), "campaign_question", ["campaign_id"])


def downgrade() -> None:
    op.drop_table("idea_answer")
    with op.batch_alter_table("idea_version") as batch:
        batch.drop_column("answers")
    with op.batch_alter_table("idea") as batch:
        batch.drop_constraint(op.f("uq_idea_form_key"), type_="unique")
        for name in ("answer_count", "is_restricted", "form_key"):
            batch.drop_column(name)
    for name in ("campaign_question", "campaign_person", "campaign_unit", "campaign_phase"):
        op.drop_table(name)
    with op.batch_alter_table("campaign") as batch:
        for name in (
            "report_html",
            "report_source",
            "warned_until",
            "question_count",
            "phase_count",
            "others_read",
            "takes_part",
        ):
            batch.drop_column(name)
