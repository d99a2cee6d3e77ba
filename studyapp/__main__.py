"""Lets `python -m studyapp` do what the `studyapp` command does."""

from studyapp.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
