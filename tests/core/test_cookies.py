"""A house that is reached encrypted gives out cookies that travel encrypted only."""

import os
import subprocess
import sys
from pathlib import Path

SHOW = """
from wsgi import app
client = app.test_client()
answer = client.get("/anmelden", base_url="https://ideen.jobcenter.example")
print(answer.headers["Set-Cookie"].split("=")[0])
print(sorted(part.strip() for part in answer.headers["Set-Cookie"].split(";")[1:]))
print(answer.headers["Strict-Transport-Security"])
"""


def test_the_cookie_is_secure_and_bound_to_this_host(tmp_path):
    environment = os.environ | {
        "IDEAS_DATA_DIR": str(tmp_path),
        "IDEAS_PUBLIC_URL": "https://ideen.jobcenter.example",
    }
    run = [sys.executable, "-m", "flask", "--app", "wsgi"]
    root = Path(__file__).parents[2]
    subprocess.run([*run, "db", "upgrade"], env=environment, cwd=root, check=True)
    shown = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=environment,
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert shown[0] == "__Host-sitzung"
    assert shown[1] == "['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']"
    assert shown[2].startswith("max-age=")
