"""What people look at: the web map, figures, reports, and the looks that they share."""
