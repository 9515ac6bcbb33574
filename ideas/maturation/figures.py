"""The order of cards in a lane: whole numbers with gaps, so that a move touches one card."""

GAP = 1024


def between(left: int | None, right: int | None) -> int | None:
    """Return a number between two neighbours, None when there is no room left."""
    if left is None:
        return GAP if right is None else right - GAP
    if right is None:
        return left + GAP
    return (left + right) // 2 if right - left > 1 else None


def spread(count: int) -> list[int]:
    """Return the numbers of a lane that is numbered anew."""
    return [GAP * n for n in range(1, count + 1)]


def neighbours(lane: list[int], at: int) -> tuple[int | None, int | None]:
    """Return what stands left and right of a place in the lane, 0 being its start."""
    return lane[at - 1] if at > 0 else None, lane[at] if at < len(lane) else None
