"""Alembic comes in here; how it works is written in ideas/core/migrations.py."""

from ideas.core.migrations import run

run()
