"""Macht es einfach! – ideas of the staff, from the first thought to daily use."""

from ideas.core import database, pages, settings, static_files, web
from ideas.core.resources import resource


def create_app(**overrides: object) -> web.App:
    """Make the application: settings, database, the way of a request, the rooms."""
    app = web.App(__name__, template_folder=str(resource("templates")))
    app.config.from_pyfile(str(resource("config.py")))
    app.config.update(overrides)
    settings.install(settings.read(app.config))
    database.connect(settings.current().database_url)
    web.wire(app)
    pages.configure(app)
    static_files.serve_static(app)
    pages.handle_errors(app)
    _furnish(app)
    return app


def _furnish(app: web.App) -> None:
    """Open the rooms, lowest first; a room is imported when the house exists."""
    from ideas.accounts import guard  # noqa: PLC0415
    from ideas.accounts.views import accounts  # noqa: PLC0415
    from ideas.byways.views import byways  # noqa: PLC0415
    from ideas.cli import commands  # noqa: PLC0415
    from ideas.home.views import home  # noqa: PLC0415
    from ideas.ideation.views import ideation  # noqa: PLC0415
    from ideas.maturation.views import maturation  # noqa: PLC0415
    from ideas.notifications.views import notifications  # noqa: PLC0415
    from ideas.programme.views import programme  # noqa: PLC0415
    from ideas.steering.views import steering  # noqa: PLC0415

    guard.install(app)
    for room in (accounts, programme, ideation, steering, byways, maturation, notifications, home):
        app.register_blueprint(room)
    for command in commands:
        app.cli.add_command(command)
