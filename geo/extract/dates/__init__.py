"""When: words for days, months and years to `DateExpression`s, and those to the dates of an event."""
