"""What must hold in the database at any moment; each broken rule is one sentence."""

from ideas.cli.invariants import house, ideas, seals, steering
from ideas.maturation.queries import checks as maturation

CHECKS = (
    house.file,
    house.journal,
    house.people,
    house.programme,
    house.notices,
    ideas.counters,
    ideas.states,
    ideas.numbers,
    ideas.texts,
    seals.seals,
    seals.pseudonyms,
    steering.scores,
    steering.results,
    steering.decisions,
    maturation.invariants,
)
