"""Create ideas, comments, supports and the search index."""

import sqlalchemy as sa
from alembic import op

from ideas.core.text_index import CREATE_FTS5, CREATE_GIN

revision = "2026_11_22_e"
down_revision = "2026_11_22_d"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "idea",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=True),
        sa.Column("number_year", sa.Integer(), nullable=True),
        sa.Column("number_n", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("problem_source", sa.Text(), nullable=False),
        sa.Column("problem_html", sa.Text(), nullable=False),
        sa.Column("audience_source", sa.Text(), nullable=False),
        sa.Column("audience_html", sa.Text(), nullable=False),
        sa.Column("proposal_source", sa.Text(), nullable=False),
        sa.Column("proposal_html", sa.Text(), nullable=False),
        sa.Column("benefit_source", sa.Text(), nullable=False),
        sa.Column("benefit_html", sa.Text(), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("status_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ball", sa.String(40), nullable=False),
        sa.Column("ball_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ball_until", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deferred_until", sa.Date(), nullable=True),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("support_count", sa.Integer(), nullable=False),
        sa.Column("comment_count", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("project_status", sa.String(40), nullable=True),
        sa.Column("source_name", sa.String(length=200), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("source_key", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_idea_author_id")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_idea_campaign_id")),
        sa.ForeignKeyConstraint(["phase_id"], ["phase.id"], name=op.f("fk_idea_phase_id")),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_idea_topic_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
        sa.UniqueConstraint("number", name=op.f("uq_idea_number")),
        sa.UniqueConstraint("number_year", "number_n", name=op.f("uq_idea_number_year_number_n")),
        sa.UniqueConstraint("source_key", name=op.f("uq_idea_source_key")),
    )
    op.create_index("ix_idea_author", "idea", ["author_id", "id"], unique=False)
    op.create_index("ix_idea_ball", "idea", ["ball", "ball_until"], unique=False)
    op.create_index(
        "ix_idea_campaign", "idea", ["campaign_id", "number_year", "number_n"], unique=False
    )
    op.create_index(op.f("ix_idea_deferred_until"), "idea", ["deferred_until"], unique=False)
    op.create_index("ix_idea_moved", "idea", ["moved_at", "id"], unique=False)
    op.create_index("ix_idea_status", "idea", ["status", "number_year", "number_n"], unique=False)
    op.create_index("ix_idea_supported", "idea", ["support_count", "id"], unique=False)
    op.create_index("ix_idea_topic", "idea", ["topic_id", "number_year", "number_n"], unique=False)
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text_source", sa.Text(), nullable=False),
        sa.Column("text_html", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_comment_author_id")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_comment_idea_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_author_id"), "comment", ["author_id"], unique=False)
    op.create_index("ix_comment_idea", "comment", ["idea_id", "id"], unique=False)
    op.create_table(
        "follow",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_follow_idea_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_person_id")),
        sa.PrimaryKeyConstraint("idea_id", "person_id", name=op.f("pk_follow")),
    )
    op.create_index(op.f("ix_follow_person_id"), "follow", ["person_id"], unique=False)
    op.create_table(
        "idea_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["idea.id"], name=op.f("fk_idea_text_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_text")),
    )
    op.create_table(
        "idea_version",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("benefit", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_version_idea_id")),
        sa.PrimaryKeyConstraint("idea_id", "n", name=op.f("pk_idea_version")),
    )
    op.create_table(
        "support",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_support_idea_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_support_person_id")),
        sa.PrimaryKeyConstraint("idea_id", "person_id", name=op.f("pk_support")),
    )
    op.create_index(op.f("ix_support_person_id"), "support", ["person_id"], unique=False)
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute((CREATE_FTS5 if sqlite else CREATE_GIN).format(name="idea_text"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE idea_text_fts")
    op.drop_table("support")
    op.drop_table("idea_version")
    op.drop_table("idea_text")
    op.drop_table("follow")
    op.drop_table("comment")
    op.drop_table("idea")
