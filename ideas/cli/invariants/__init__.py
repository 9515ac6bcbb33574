"""What must hold in the database at any moment; each broken rule is one sentence."""

from ideas.cli.invariants import company, files, house, ideas, merging, steering
from ideas.maturation.queries import checks as maturation

CHECKS = (
    house.file,
    house.journal,
    house.people,
    house.programme,
    house.notices,
    files.contents,
    ideas.counters,
    ideas.states,
    ideas.numbers,
    ideas.texts,
    merging.links,
    company.company,
    company.parts,
    steering.scores,
    steering.results,
    steering.decisions,
    maturation.invariants,
)
