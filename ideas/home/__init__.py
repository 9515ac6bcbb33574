"""The start page, the navigation and the sign of life: what spans all rooms."""
