"""Tools for assistants, by the Model Context Protocol: short answers with links and quotes, status always in words."""
