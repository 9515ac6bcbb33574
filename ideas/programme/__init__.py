"""What a Jobcenter sets itself: campaigns, criteria, deadlines, phases and the house's texts."""
