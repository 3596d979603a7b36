"""Variants of the training blocks that look more like news on the web: curly quotes, headlines, line breaks between
paragraphs.
"""

from __future__ import annotations

import copy
import random

from treebank import Block, Sentence


def curly(sentence: Sentence, rng: random.Random) -> None:
    """Straight quotes and apostrophes become typographic ones."""
    inside = False
    for index, word in enumerate(sentence.words):
        if word in ('"', "``", "''"):
            closing = inside or (index > 0 and not sentence.spaces[index - 1] and index == len(sentence.words) - 1)
            sentence.words[index] = "”" if closing else "“"
            inside = not inside
        elif "'" in word:
            sentence.words[index] = word.replace("'", "’")


def headline(sentence: Sentence, rng: random.Random) -> None:
    """Drop the final full stop and, half of the time, write long words with capitals, as headlines do."""
    if sentence.words[-1] == "." and len(sentence.words) > 3 and sentence.heads is not None:
        last = len(sentence.words) - 1
        if last not in (head for index, head in enumerate(sentence.heads) if index != last):
            for name in ("words", "spaces", "lemmas", "upos", "xpos", "feats", "heads", "deprels", "names", "kinds"):
                values = getattr(sentence, name)
                if values is not None:
                    values.pop()
    if rng.random() < 0.5:
        sentence.words = [word[0].upper() + word[1:] if len(word) > 3 else word for word in sentence.words]


def dash(sentence: Sentence, rng: random.Random) -> None:
    """Dashes are written in all the ways that papers write them."""
    for index, word in enumerate(sentence.words):
        if word in ("--", "—", "–") and 0 < index < len(sentence.words) - 1:
            glued = rng.random() < 0.5
            sentence.words[index] = rng.choice(("—", "—", "–", "--"))
            sentence.spaces[index - 1] = not glued
            sentence.spaces[index] = not glued


def lower(sentence: Sentence, rng: random.Random) -> None:
    """All lower case, as on social media and in careless copies."""
    sentence.words = [word.lower() for word in sentence.words]


def upper(sentence: Sentence, rng: random.Random) -> None:
    """All capitals, as in headlines and datelines."""
    sentence.words = [word.upper() for word in sentence.words]


def variant(block: Block, rng: random.Random) -> Block:
    """A copy of the block with one or several changes, chosen by rng."""
    block = copy.deepcopy(block)
    make_curly = rng.random() < 0.7
    for sentence in block.sentences:
        if make_curly:
            curly(sentence, rng)
        dash(sentence, rng)
    draw = rng.random()
    if len(block.sentences) == 1 and draw < 0.5:
        headline(block.sentences[0], rng)
    elif draw > 0.97:
        for sentence in block.sentences:
            lower(sentence, rng)
    elif draw > 0.95:
        for sentence in block.sentences:
            upper(sentence, rng)
    return block
