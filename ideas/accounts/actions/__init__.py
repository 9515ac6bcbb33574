"""The verbs of accounts: come in, change a password, manage people."""
