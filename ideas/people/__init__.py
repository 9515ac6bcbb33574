"""Who works here: persons, their teams and their roles."""
