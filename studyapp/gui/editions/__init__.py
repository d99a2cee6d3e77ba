"""What to do when a course has changed: find the notes again, tell, and let the reader decide."""
