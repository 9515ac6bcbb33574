"""How news leave the house: mails by lease and retry, and the jobs that come round."""
