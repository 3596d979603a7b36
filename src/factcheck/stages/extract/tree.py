"""Small helpers on Universal Dependencies trees: relations, contiguous stretches, words of a phrase."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Token

_TEXT = "factcheck.text"
Cut = Callable[[Token], bool]

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_LIGHT = frozenset({"acl", "appos", "parataxis", "discourse", "vocative"})
_OPENING = frozenset({"“", '"', "‘", "``", "("})
_CLOSING = frozenset({"”", '"', "’", "''", ")"})


def source_text(doc: Doc) -> str:
    """The text of a document; spaCy joins it anew at every look, which makes looking it up by sentence quadratic."""
    text = doc.user_data.get(_TEXT)
    if not isinstance(text, str):
        text = doc.user_data[_TEXT] = doc.text
    return text


def rel(token: Token) -> str:
    """The universal relation of a token without its subtype, lower case ("nsubj:pass" gives "nsubj")."""
    relation = str(token.dep_).split(":", 1)[0].lower()
    return "nsubj" if relation == "dislocated" and _is_only_subject(token) else relation


def _is_only_subject(token: Token) -> bool:
    """Whether what was taken for a topic before a clause is its subject: "200 men, 12 dogs and two vans took part"."""
    return token.i < token.head.i and not any(
        child.dep_.startswith(("nsubj", "csubj", "expl")) for child in token.head.children
    )


def kids(token: Token, *relations: str) -> list[Token]:
    """The children with one of the relations, in text order; a relation may be given with or without subtype."""
    return [child for child in token.children if child.dep_ in relations or rel(child) in relations]


def kid(token: Token, *relations: str) -> Token | None:
    """The first child with one of the relations, or None."""
    return next((child for child in token.children if child.dep_ in relations or rel(child) in relations), None)


def phrase(head: Token, cut: Cut | None = None) -> list[Token]:
    """The tokens below `head`, itself included, in text order; children for which `cut` holds are left out whole."""
    kept, stack = [head], [head]
    while stack:
        for child in stack.pop().children:
            if cut is None or not cut(child):
                kept.append(child)
                stack.append(child)
    return sorted(kept, key=lambda token: token.i)


def bounds(tokens: Iterable[Token]) -> tuple[int, int]:
    """Character offsets from the first to the end of the last of the tokens (which need not be adjacent)."""
    listed = list(tokens)
    first, last = min(listed, key=lambda t: t.idx), max(listed, key=lambda t: t.idx)
    return first.idx, last.idx + len(last.text)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks and stray punctuation at its ends; a full stop of an abbreviation stays."""
    while start < end and text[start] in " ,;:.!?—–-)]\n\t\u00a0…":
        start += 1
    while end > start and text[end - 1] in " ,;:!?—–-([\n\t\u00a0…":
        end -= 1
    if end > start and text[end - 1] == "." and not _abbreviation(text, start, end):
        return trim(text, start, end - 1)
    return start, end


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the full stop that ends the stretch belongs to its last word ("U.S.", "Inc.", "Jr.")."""
    word = text[start:end].split()[-1] if text[start:end].split() else ""
    return "." in word[:-1] or word in {
        "Inc.",
        "Jr.",
        "Sr.",
        "Co.",
        "Corp.",
        "Ltd.",
        "No.",
        "Va.",
        "Md.",
        "Pa.",
        "Calif.",
        "Ill.",
    }


def noun_phrase(head: Token, cut: Cut | None = None) -> list[Token]:
    """The words of a noun phrase without its preposition, its clauses, its appositions unless they say which one
    is meant, and its own subject if it is
    a predicate; nothing that `cut` rejects either."""
    clausal = kid(head, "cop", "nsubj") is not None
    copula, before = kid(head, "cop"), kid(head, "case")
    own = {"case", "mark", "cc", "cop", "nsubj", "aux", "csubj", "advcl", "expl"} | (
        {"advmod", "obl"} if clausal else set()
    )

    def outside(child: Token) -> bool:
        if rel(child) == "appos" and _restrictive(child):
            return False
        if rel(child) == "acl" and child.head.i == head.i and _naming(child):
            return False
        if rel(child) == "acl" and child.head.tag_ == "WP" and child.head.i != head.i:
            return False  # "the head of what is now a clan"
        if rel(child) in _LIGHT or child.left_edge.text.lower() == "according" or (cut is not None and cut(child)):
            return True
        if rel(child) == "advmod" and child.head.i == head.i and before is not None and child.i < before.i:
            return True  # "primarily to the rich"
        return child.head.i == head.i and (rel(child) in own or (copula is not None and child.i < copula.i))

    tokens = phrase(head, outside)
    while len(tokens) > 1 and _dangling(tokens[-1]) and tokens[-1].i > head.i and tokens[-1].text not in _CLOSING:
        tokens.pop()
    while len(tokens) > 1 and _dangling(tokens[0]) and tokens[0].i < head.i and tokens[0].text not in _OPENING:
        tokens.pop(0)
    return tokens


def _dangling(token: Token) -> bool:
    """Whether a token at the edge of a phrase is none of its words: a line's end can hang on the last noun."""
    return token.is_punct or token.is_space


def _naming(clause: Token) -> bool:
    """Whether a participle right after a noun gives its name ("a group known as the Falcons")."""
    return (
        clause.tag_ == "VBN"
        and clause.i == clause.head.i + 1
        and lemma(clause) in {"know", "call", "name", "dub", "entitle", "title"}
    )


def _restrictive(apposition: Token) -> bool:
    """Whether a name right after its noun says which one is meant ("the brothers Ann and Bea Lee")."""
    head, first = apposition.head, apposition.left_edge
    return (
        head.pos_ in {"NOUN", "PROPN"} and apposition.pos_ == "PROPN" and first.i == head.i + 1 and not first.is_punct
    )


def text_of(tokens: list[Token]) -> str:
    """The text from the first to the last token, blanks squeezed, no comma at the end."""
    if not tokens:
        return ""
    doc: Doc = tokens[0].doc
    start, end = bounds(tokens)
    return " ".join(source_text(doc)[start:end].split()).strip(" ,;:")


def ancestors(token: Token) -> Iterator[Token]:
    """The governors of a token from the nearest to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def inside(token: Token, head: Token) -> bool:
    """Whether the token is `head` or below it."""
    return token.i == head.i or any(above.i == head.i for above in ancestors(token))


def lemma(token: Token) -> str:
    """The lemma in lower case, or the word itself where the pipeline gives none."""
    return str(token.lemma_ or token.text).lower()
