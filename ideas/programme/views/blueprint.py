"""The blueprint that the pages of the programme hang on."""

from flask import Blueprint

programme = Blueprint("programme", __name__)
