"""The frozen nouns that the stages hand to one another."""
