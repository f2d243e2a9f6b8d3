"""When a report was published: clues in its text, weighed against each other."""
