"""Groups of people: "the Lee brothers", "the Lees", "the brothers", with their members where the article names them."""

from spacy.tokens import Doc, Token

from factcheck.model.claim import Mention
from factcheck.names import name_parts
from factcheck.stages.extract.naming import Name
from factcheck.stages.extract.tree import kid, kids, lemma, rel, source_text
from factcheck.text import fold


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
        if lemma(token) in {"brother", "sister", "sibling", "twin"} and token.tag_ in {"NNS", "NNPS"}:
            start = token
            surname = next(
                (
                    child
                    for child in kids(token, "compound", "amod", "nmod:poss", "flat")
                    if child.pos_ == "PROPN" and child.i < token.i
                ),
                None,
            )
            named = [at[child.i].entity for child in _named_below(token) if child.i in at]
            if surname is not None:
                start = surname
                parts = name_parts(surname.text)
                named = named or [person for person in people if parts and parts[-1] in name_parts(person)[1:]]
                known = f"the {surname.text} {token.text}"
                members[known] = tuple(named)
            elif len(named) > 1:
                shared = [
                    part for part in name_parts(named[0]) if all(part in name_parts(other) for other in named[1:])
                ]
                title = next((word for word in named[0].split() if shared and fold(word) == shared[0]), None)
                known = f"the {title} {token.text}" if title else " and ".join(named)
                members[known] = tuple(dict.fromkeys(named))
            if known is not None:
                end = token.idx + len(token.text)
                mention = Mention(
                    start.idx, end, source_text(doc)[start.idx : end], known, "group", surname is not None
                )
                if surname is None and not named:
                    at[token.i] = mention
                    mentions.append(mention)
                elif surname is not None:
                    for old in {at[i] for i in range(surname.i, token.i + 1) if i in at}:
                        if old in mentions:
                            mentions.remove(old)
                    for i in range(surname.i, token.i + 1):
                        at[i] = mention
                    mentions.append(mention)
        elif token.tag_ == "NNPS" and token.i in at and kid(token, "det") is not None and token.text.endswith("s"):
            family = [person for person in people if fold(token.text[:-1]) in name_parts(person)[1:]]
            if len(family) > 1:
                group = next(
                    (
                        name
                        for name in sorted(members)
                        if set(family) <= set(members[name]) or set(members[name]) & set(family)
                    ),
                    f"the {token.text}",
                )
                members.setdefault(group, tuple(family))
                old = at[token.i]
                mention = Mention(token.idx, token.idx + len(token.text), token.text, group, "group", True)
                if old in mentions:
                    mentions.remove(old)
                mentions.append(mention)
                at[token.i] = mention


def _named_below(token: Token) -> list[Token]:
    """The names in apposition to, or flat with, a plural noun of kinship, with their conjuncts."""
    heads = [child for child in kids(token, "appos", "flat", "nmod") if child.pos_ == "PROPN" and child.i > token.i]
    if not heads and token.head.pos_ == "PROPN" and rel(token) in {"compound", "nmod", "amod"}:
        heads = [token.head]
    return [part for head in heads for part in (head, *kids(head, "conj"))]
