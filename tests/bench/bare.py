"""The measure of all pages: no session, no extension, one query, one template of about 10 KB."""

from os import environ

from flask import Flask, render_template
from sqlalchemy import select

from ideas.core.database import make_engine
from ideas.ideation.models import Idea
from ideas.people.models import Person

ROWS = 50

app = Flask(__name__)
engine = make_engine(f"sqlite:///{environ['IDEAS_DATA_DIR']}/ideas.db").execution_options(
    readonly=True
)
chosen = (
    select(Idea.number, Idea.title, Idea.status, Idea.support_count, Idea.comment_count)
    .add_columns(Person.given_name, Person.family_name, Idea.moved_at)
    .join(Person, Person.id == Idea.author_id)
    .order_by(Idea.id.desc())
    .limit(ROWS)
)


@app.get("/")
def page() -> str:
    with engine.connect() as connection:
        return render_template("bare.html", rows=connection.execute(chosen).all())


@app.get("/healthz")
def healthz() -> str:
    return "ok"
