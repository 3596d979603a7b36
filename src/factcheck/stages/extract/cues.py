"""Words of saying and holding: what kind of cue a word is, and the clause that a comment belongs to."""

from spacy.tokens import Token

from factcheck.lexicon.dates import date_words
from factcheck.lexicon.lists import words
from factcheck.stages.extract.tree import bounds, kid, kids, lemma, rel

Stretch = tuple[int, int]


def manner_of(token: Token) -> str | None:
    """What kind of cue a word is, or None."""
    word = lemma(token)
    if word in words("speech", "fear"):
        return "fear"
    if word in words("speech", "report"):
        return "speech"
    if word in words("speech", "belief"):
        return "belief"
    if word in words("speech", "want") or word in words("speech", "plan"):
        return "want"
    if word in words("speech", "stance"):
        return "stance"
    return None


def tells(token: Token) -> bool:
    """Whether a word is the subject of an act of saying."""
    return rel(token) == "nsubj" and manner_of(token.head) == "speech"


def stray_speaker(cue: Token) -> Token | None:
    """The speaker right before a cue where the parse took it for an apposition: "in Kelby, his son Rob said"."""
    if cue.tag_ not in {"VBD", "VBZ", "VBP"} or cue.i <= cue.sent.start or manner_of(cue) != "speech":
        return None
    if kid(cue, "nsubj", "csubj", "aux:pass") is not None:
        return None
    head = cue.nbor(-1)
    while rel(head) in {"flat", "compound", "appos"} and not _after_comma(head) and head.head.right_edge.i == cue.i - 1:
        head = head.head
    person = head.ent_type_ in {"PER", "PERSON"} or any(
        lemma(head) in words("people", name) for name in ("people", "roles", "kin")
    )
    return head if person and rel(head) in {"appos", "conj", "nmod", "dep"} and _after_comma(head) else None


def _after_comma(head: Token) -> bool:
    edge = head.left_edge
    return edge.text == "," or (edge.i > edge.sent.start and edge.nbor(-1).text == ",")


def cue_stretch(token: Token) -> Stretch:
    """The cue with its auxiliaries, particle and negation."""
    parts = [
        child
        for child in token.children
        if rel(child) == "aux"
        or child.dep_ in {"aux:pass", "compound:prt"}
        or (rel(child) == "advmod" and lemma(child) in {"not", "n't", "never"})
    ]
    near = [part for part in parts if abs(part.i - token.i) <= 3]
    return bounds([*near, token])


def scope(governor: Token) -> Token:
    """The clause that a comment belongs to: not an infinitive, a participle or a noun inside it that it
    happens to hang on.
    """
    for _ in range(8):
        relation = rel(governor)
        if governor.head.i == governor.i or relation in {"parataxis", "ccomp", "root"}:
            break
        if relation == "conj" and kid(governor, "nsubj") is not None:
            break
        if relation == "advcl" and kid(governor, "mark") is not None and kid(governor, "nsubj") is not None:
            break
        governor = governor.head
    return governor


def case_of(token: Token) -> str:
    """The preposition of a phrase in lower case, or the empty string."""
    found = kid(token, "case")
    return found.text.lower() if found is not None else ""


def mark_text(token: Token) -> str:
    """The subordinator of a clause in lower case, or the empty string."""
    found = kid(token, "mark")
    return found.text.lower() if found is not None else ""


def said_then(phrase_: Token) -> bool:
    """ "She said in a statement that ...", "said on Monday they ...": when or where it was said, though the parse hangs
    it on what was said. Without "that" only days and documents are so ("said around noon a man fired").
    """
    told = phrase_.head
    teller = told.head
    if (
        rel(told) != "ccomp"
        or not phrase_.i < told.i > teller.i
        or teller.tag_ == "VB"
        or manner_of(teller) != "speech"
    ):
        return False
    opening = kid(told, "mark")
    if opening is not None and opening.text.lower() == "that":
        return rel(phrase_) == "obl" and phrase_.right_edge.i < opening.i
    after = phrase_.right_edge.i + 1
    if phrase_.left_edge.i != teller.i + 1 or teller.tag_ != "VBD" or phrase_.doc[after].is_punct:
        return False
    day = phrase_.text.lower() in date_words().words["weekday"] or phrase_.text.lower() in {"today", "yesterday"}
    return day or lemma(phrase_) in words("speech", "documents") | {"interview", "conference"}


def said_in(noun: Token) -> bool:
    """ "Said in a letter that ...": what is said, hung on what it was said in."""
    teller = noun.head
    within = rel(noun) == "obl" and any(child.text.lower() in {"in", "during"} for child in kids(noun, "case"))
    return within and manner_of(teller) == "speech" and teller.tag_ != "VB" and kid(teller, "ccomp", "obj") is None
