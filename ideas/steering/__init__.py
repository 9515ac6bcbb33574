"""How the group screens, scores and selects."""
