"""The ways beside the main one: another office, the fast lane, an objection, resubmission."""
