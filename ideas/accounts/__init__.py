"""Who may come in: invitations, passwords, signing in, roles."""
