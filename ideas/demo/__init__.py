"""The demonstration: a believable Jobcenter whose states were reached by real actions."""
