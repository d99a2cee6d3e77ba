"""The notebook: what a learner marked and wrote, in plain files, and found again in the text."""
