"""What sentences tell: a frame a trigger, its ends and posts, what is denied, reported or dated, groups and lists."""
