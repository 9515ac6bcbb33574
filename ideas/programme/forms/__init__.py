"""The forms of campaigns, pages and barriers."""

from ideas.programme.forms.answers import (
    AnswersForm,
    asking,
    stored_answers,
)
from ideas.programme.forms.calls import (
    CircleForm,
    CopyForm,
    PhasesForm,
    ProlongForm,
    QuestionForm,
    ReportForm,
    phases_form,
    stored_phases,
    stored_question,
)
from ideas.programme.forms.house import (
    BarrierForm,
    BlockForm,
    CampaignForm,
    CloseForm,
    PageForm,
    ReasonForm,
    RubricForm,
    check_gap,
    differences,
    rubric_form,
    stored_campaign,
    stored_rubric,
)

__all__ = [
    "AnswersForm",
    "BarrierForm",
    "BlockForm",
    "CampaignForm",
    "CircleForm",
    "CloseForm",
    "CopyForm",
    "PageForm",
    "PhasesForm",
    "ProlongForm",
    "QuestionForm",
    "ReasonForm",
    "ReportForm",
    "RubricForm",
    "asking",
    "check_gap",
    "differences",
    "phases_form",
    "rubric_form",
    "stored_answers",
    "stored_campaign",
    "stored_phases",
    "stored_question",
    "stored_rubric",
]
