"""From selected to in use: projects on the phase board, gate by gate."""
