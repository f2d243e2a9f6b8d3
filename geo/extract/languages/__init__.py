"""Reports in Chinese, Russian and Japanese: their words, from data/rules/languages, to the nouns that English gives."""
