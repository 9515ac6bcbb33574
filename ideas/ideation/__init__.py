"""From the first thought to the hand-over to the steering group."""
