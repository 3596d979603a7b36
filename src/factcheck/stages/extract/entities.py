"""Named people, organisations and places of one article, each mention linked to the article's fullest name for it.

The recogniser's entities are cleaned (titles, possessives, nicknames between quotation marks), names without an entity
are added from runs of proper nouns, and short names join the longest name that they can stand for. A short name that
fits two people goes to whom a sentence just before is about, else to whom the article named first; brothers keep their
own names and share a group.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Mention
from factcheck.stages.extract.groups import add_groups
from factcheck.stages.extract.linking import genders_of, link_names
from factcheck.stages.extract.naming import Name, names_of
from factcheck.stages.extract.tree import kids, lemma, rel, source_text


@dataclass(frozen=True, slots=True)
class Entities:
    """The linked mentions of a document. `at` maps a token's index to its mention, `members` a group to its people."""

    mentions: tuple[Mention, ...]
    at: dict[int, Mention] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def of(self, head: Token) -> Mention | None:
        """The mention that a noun phrase's head word belongs to; a name inside the phrase does not count."""
        return self.at.get(head.i)


_CALLED = re.compile(r"\W*(?:who (?:is|was) )?(?:(?:also|better|widely|commonly) )?known as \W*")
_SEVERAL = re.compile(r"\W*(?:and|or) \W*[A-Z]")


def _called(doc: Doc, names: Sequence[Name]) -> dict[int, int]:
    """Which names say what a person is known as, each with that person's, by their places in the list: 'Ana Ruiz, known
    as "La Loba"'; not where two are given.
    """
    text = source_text(doc)
    called: dict[int, int] = {}
    for place, (person, alias) in enumerate(pairwise(names)):
        end, after = doc[person.last], doc[alias.last]
        between = text[end.idx + len(end.text) : doc[alias.first].idx]
        behind = text[after.idx + len(after.text) :][:12]
        if (
            person.type == "person"
            and alias.type != "place"
            and _CALLED.fullmatch(between)
            and not _SEVERAL.match(behind)
        ):
            called[place + 1] = place
    owners: dict[str, set[str]] = defaultdict(set)
    for nick, whose in called.items():
        owners[names[nick].text].add(names[whose].text)
    places = {name.text for name in names if name.type == "place"}
    return {
        nick: whose
        for nick, whose in called.items()
        if len(owners[names[nick].text]) == 1 and names[nick].text not in places
    }


def entities(doc: Doc) -> Entities:
    """Find and link the names of a document. Mentions are in text order and do not overlap."""
    names = names_of(doc)
    number = {sent.start: k for k, sent in enumerate(doc.sents)}
    starts = [doc[name.first].sent.start for name in names]
    places = [(number[start], name.first - start) for name, start in zip(names, starts, strict=True)]
    linked = link_names(names, places, _called(doc, names))
    at: dict[int, Mention] = {}
    mentions: list[Mention] = []
    members: dict[str, tuple[str, ...]] = {}
    genders = genders_of(names, linked)
    for name, entity in zip(names, linked, strict=True):
        start, last = doc[name.first], doc[name.last]
        end = last.idx + len(last.text)
        mention = Mention(start.idx, end, source_text(doc)[start.idx : end], entity, name.type, True)
        mentions.append(mention)
        for i in range(name.first, name.last + 1):
            at[i] = mention
    add_groups(doc, names, linked, mentions, at, members)
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    _add_described(doc, at, genders)
    return Entities(tuple(mentions), at, members, genders)


def _add_described(doc: Doc, at: dict[int, Mention], genders: dict[str, str]) -> None:
    """Add the sex of people who are called what only a woman or a man is ("Ann Lee, a 59-year-old grandmother")."""
    for token in doc:
        sex = (
            "f" if lemma(token) in words("people", "women") else "m" if lemma(token) in words("people", "men") else None
        )
        if sex is None or token.pos_ != "NOUN":
            continue
        after = token.i + 2 if token.i + 1 < len(doc) and doc[token.i + 1].text == "," else token.i + 1
        beside = next((child for child in kids(token, "appos", "flat") if child.left_edge.i == after), None)
        if beside is None and (rel(token) == "appos" or token.dep_ == "nmod:desc"):
            beside = token.head
        named = at.get(beside.i) if beside is not None else None
        if named is not None and named.type == "person":
            genders[named.entity] = sex  # more than a given name tells
