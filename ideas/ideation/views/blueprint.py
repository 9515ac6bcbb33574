"""The blueprint that the pages of ideation hang on."""

from flask import Blueprint

from ideas.ideation.queries.answers import answered

ideation = Blueprint("ideation", __name__)
ideation.add_app_template_global(answered)
