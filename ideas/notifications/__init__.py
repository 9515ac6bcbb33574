"""Telling people: the inbox, the mails, and the jobs that come round."""
