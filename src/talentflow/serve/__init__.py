"""The command line and, later, API and pages: parse, ask app, present."""
