"""The commands, one file each: parse, ask the library, present."""
