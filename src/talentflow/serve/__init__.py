"""The command line and, later, API and pages: parse, ask app, present; no rules of their own."""
