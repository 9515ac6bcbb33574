"""What the coordinator, the members and the chair do with an idea."""
