"""The blueprint that the pages of ideation hang on."""

from flask import Blueprint

ideation = Blueprint("ideation", __name__)
