"""`python -m talentflow`, where the command itself is not on the path."""

from talentflow.serve.cli import main

main()
