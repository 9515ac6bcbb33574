"""The inbox of everybody and the outbox of the administration."""

from flask import Blueprint

notifications = Blueprint("notifications", __name__)
