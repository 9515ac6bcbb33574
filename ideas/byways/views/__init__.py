"""The pages of the ways beside the main one."""

from ideas.byways.views import fast_lane, forwarding, objecting, panels, resubmission
from ideas.byways.views.blueprint import byways

__all__ = ["byways", "fast_lane", "forwarding", "objecting", "panels", "resubmission"]
