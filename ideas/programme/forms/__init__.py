"""The forms of campaigns, pages and barriers."""

from ideas.programme.forms.house import (
    BarrierForm,
    CampaignForm,
    CloseForm,
    PageForm,
    RubricForm,
    differences,
    rubric_form,
    stored_campaign,
    stored_rubric,
)

__all__ = [
    "BarrierForm",
    "CampaignForm",
    "CloseForm",
    "PageForm",
    "RubricForm",
    "differences",
    "rubric_form",
    "stored_campaign",
    "stored_rubric",
]
