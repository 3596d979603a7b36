"""Readers of one kind of value each: a spaCy Doc in, frozen values with verbatim spans out."""
