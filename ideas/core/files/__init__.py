"""Files that people bring: which kind they are by their content, and freed of what they tell."""

from ideas.core.files.kinds import LARGEST, Kind, clean_name, kind_of
from ideas.core.files.neutral import Neutral, neutralise

__all__ = ["LARGEST", "Kind", "Neutral", "clean_name", "kind_of", "neutralise"]
