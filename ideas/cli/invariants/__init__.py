"""What must hold in the database at any moment; each broken rule is one sentence."""

from ideas.cli.invariants import (
    byways,
    company,
    files,
    fingerprints,
    house,
    ideas,
    likeness,
    steering,
    talk,
)
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
    likeness.profiles,
    company.company,
    company.parts,
    talk.threads,
    talk.comments,
    talk.votes,
    fingerprints.versions,
    steering.scores,
    steering.results,
    steering.decisions,
    byways.byways,
    byways.waiting,
    maturation.invariants,
)
