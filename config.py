"""The house's settings as the environment gives them; ideas/core/settings.py checks every one.

This file is the only reader of the environment. It is read with from_pyfile, never imported.
"""

from os import environ

IDEAS_DATA_DIR = environ.get("IDEAS_DATA_DIR", "instance")
IDEAS_DATABASE_URL = environ.get("IDEAS_DATABASE_URL", "")
IDEAS_PORT = environ.get("PORT", "8000")
IDEAS_PUBLIC_URL = environ.get("IDEAS_PUBLIC_URL", "")
IDEAS_SMTP_URL = environ.get("IDEAS_SMTP_URL", "")
IDEAS_MAIL_FROM = environ.get("IDEAS_MAIL_FROM", "Macht es einfach! <ideen@jobcenter.example>")
IDEAS_DEMO = environ.get("IDEAS_DEMO", "1")
IDEAS_LAND = environ.get("IDEAS_LAND", "NI")
IDEAS_HOUSE_NAME = environ.get("IDEAS_HOUSE_NAME", "Jobcenter")
IDEAS_WORKERS = environ.get("IDEAS_WORKERS", "2")
