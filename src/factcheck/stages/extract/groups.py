"""Groups of people: "the Lee brothers", "the Lees", "the brothers", with their members where the article names them."""

from spacy.tokens import Doc, Token

from factcheck.model.claim import Mention
from factcheck.names import name_parts
from factcheck.stages.extract.naming import Name
from factcheck.stages.extract.tree import kid, kids, lemma, rel, source_text
from factcheck.text import fold

_SIBLINGS = frozenset({"brother", "sister", "sibling", "twin"})


def add_groups(
    doc: Doc,
    names: list[Name],
    linked: list[str],
    mentions: list[Mention],
    at: dict[int, Mention],
    members: dict[str, tuple[str, ...]],
) -> None:
    """Groups of people: "the Lee brothers", "the Lees", "the brothers"; members are known if they were named
    together.
    """
    people = sorted({entity for name, entity in zip(names, linked, strict=True) if name.type == "person"})
    known: str | None = None
    for token in doc:
        end = token.idx + len(token.text)
        if lemma(token) in _SIBLINGS and token.tag_ in {"NNS", "NNPS"}:
            surname = _surname(token)
            named = [at[child.i].entity for child in _named_below(token) if child.i in at]
            group = _siblings(token, surname, named, people)
            if group is not None:
                known = group[0]
                members[known] = group[1]
            if known is not None and surname is not None:
                text = source_text(doc)[surname.idx : end]
                _put(Mention(surname.idx, end, text, known, "group", True), surname.i, token.i, mentions, at)
            elif known is not None and not named:  # "the brothers", of whom the text has told
                at[token.i] = Mention(token.idx, end, source_text(doc)[token.idx : end], known, "group", False)
                mentions.append(at[token.i])
        elif token.tag_ == "NNPS" and token.i in at and kid(token, "det") is not None and token.text.endswith("s"):
            family = [person for person in people if fold(token.text[:-1]) in name_parts(person)[1:]]
            if len(family) > 1:
                called = _group_of(family, members) or f"the {token.text}"
                members.setdefault(called, tuple(family))
                _put(Mention(token.idx, end, token.text, called, "group", True), token.i, token.i, mentions, at)


def _surname(token: Token) -> Token | None:
    """The name before a plural noun of kinship: "the Lee brothers"."""
    before = [child for child in kids(token, "compound", "amod", "nmod:poss", "flat") if child.i < token.i]
    return next((child for child in before if child.pos_ == "PROPN"), None)


def _siblings(
    token: Token, surname: Token | None, named: list[str], people: list[str]
) -> tuple[str, tuple[str, ...]] | None:
    """What siblings are called and who they are, by their surname or by the names beside them; else None."""
    if surname is not None:
        parts = name_parts(surname.text)
        named = named or [person for person in people if parts and parts[-1] in name_parts(person)[1:]]
        return f"the {surname.text} {token.text}", tuple(named)
    if len(named) < 2:
        return None
    shared = [part for part in name_parts(named[0]) if all(part in name_parts(other) for other in named[1:])]
    title = next((word for word in named[0].split() if shared and fold(word) == shared[0]), None)
    return f"the {title} {token.text}" if title else " and ".join(named), tuple(dict.fromkeys(named))


def _group_of(family: list[str], members: dict[str, tuple[str, ...]]) -> str | None:
    """The first group, by its name, that some of a family belong to."""
    return next((name for name in sorted(members) if set(members[name]) & set(family)), None)


def _put(mention: Mention, first: int, last: int, mentions: list[Mention], at: dict[int, Mention]) -> None:
    """Put a mention in the place of those that the tokens `first` to `last` belong to."""
    for old in {at[i] for i in range(first, last + 1) if i in at}:
        if old in mentions:
            mentions.remove(old)
    for i in range(first, last + 1):
        at[i] = mention
    mentions.append(mention)


def _named_below(token: Token) -> list[Token]:
    """The names in apposition to, or flat with, a plural noun of kinship, with their conjuncts."""
    heads = [child for child in kids(token, "appos", "flat", "nmod") if child.pos_ == "PROPN" and child.i > token.i]
    if not heads and token.head.pos_ == "PROPN" and rel(token) in {"compound", "nmod", "amod"}:
        heads = [token.head]
    return [part for head in heads for part in (head, *kids(head, "conj"))]
