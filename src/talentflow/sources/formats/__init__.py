"""One file a format, found by being here: each defines `FORMAT`, a `talentflow.sources.format.Format`."""
