"""The notebook: what a learner marked and wrote, kept in plain files and found again in the text."""
