"""The blueprint that the pages of steering hang on."""

from flask import Blueprint

steering = Blueprint("steering", __name__, url_prefix="/steuerung")
