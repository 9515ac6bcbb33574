"""Ideas beyond the written ones, by the thousand: the rows that real actions would leave."""

from ideas.demo.bulk.writer import YEARS, write

__all__ = ["YEARS", "write"]
