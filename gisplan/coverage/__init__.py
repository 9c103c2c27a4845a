"""Who is served and who is not."""
