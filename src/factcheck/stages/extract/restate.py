"""Each claim as one short sentence that stands alone: names in full, pronouns resolved, shared subjects repeated.

Nothing is added that the text does not say: the words are the text's own but for the subject put in the place of a gap, a
finite form in the place of a participle, and the attitude ("officials feared that") that a clause stands under.
"""

from spacy.tokens import Token

from factcheck.stages.extract.attribution import manner_of
from factcheck.stages.extract.clauses import Clause, first_conjunct, is_predicate, mark_of
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.frames import own_tokens
from factcheck.stages.extract.inflect import be, past, present
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, noun_phrase, phrase, rel

_ATTITUDES = frozenset({"belief", "fear", "want"})
_OPEN = frozenset('([“"‘$£€#')


def sentence(text: str) -> str:
    """The words as a sentence: blanks squeezed, a capital first, a full stop last."""
    words = " ".join(text.split()).strip(" ,;:—–-")
    words = words.replace(" ,", ",").replace(" ’s", "’s").replace(" 's", "'s")
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?" else ".")


def words_of(context: Context, tokens: list[Token], skip: frozenset[int] = frozenset()) -> str:
    """The tokens as text, with entities in full and pronouns replaced by what they stand for."""
    parts: list[str] = []
    done: set[tuple[int, int]] = set()
    doc = context.doc
    for position, token in enumerate(tokens):
        if token.i in skip:
            continue
        text = token.text
        mention = context.names.at.get(token.i)
        referent = context.pronouns.get(token.i)
        if referent is not None:
            text = _possessive(referent.text) if token.tag_ in {"PRP$", "WP$"} else referent.text
        elif mention is not None and mention.type in {"person", "group"} and mention.text not in mention.entity:
            key = (mention.start, mention.end)
            if key in done:
                continue
            done.add(key)
            text = mention.entity
            if parts and parts[-1].strip().rstrip(".").lower() in {"mr", "mrs", "ms", "dr", "miss"}:
                parts.pop()
            parts.append(text + (" " if doc.text[mention.end : mention.end + 1].isspace() else ""))
            continue
        gap = position + 1 < len(tokens) and tokens[position + 1].i > token.i + 1
        parts.append(text + (" " if token.whitespace_ or gap else ""))
    return "".join(parts)


def _possessive(text: str) -> str:
    return text + ("’" if text.endswith("s") else "’s")


def is_plural(token: Token | None) -> bool:
    """Whether a subject takes a plural verb."""
    if token is None:
        return False
    if any(is_predicate(child) is False for child in kids(token, "conj")):
        return True
    return (
        token.tag_ in {"NNS", "NNPS"}
        or "Plur" in token.morph.get("Number", [])
        or token.text.lower() in {"they", "we", "these", "those"}
    )


def is_past(token: Token) -> bool:
    """Whether the clause, or the nearest finite clause that governs it, is told in the past."""
    for verb in (token, *ancestors(token)):
        for part in (verb, *kids(verb, "aux", "cop")):
            if part.tag_ in {"VBD"} or (
                "Past" in part.morph.get("Tense", []) and "Fin" in part.morph.get("VerbForm", [])
            ):
                return True
            if part.tag_ in {"VBZ", "VBP", "MD"}:
                return part.text.lower() in {"would", "could", "might"}
    return True


def restate(context: Context, clause: Clause) -> str:
    """The clause as a sentence of its own."""
    tokens = own_tokens(clause)
    head = clause.head
    leading = _condition(head, tokens)
    body_skip: set[int] = set()
    subject_text = ""
    if clause.shared and clause.subject is not None:
        if clause.subject.i not in {token.i for token in tokens}:
            subject_text = subject_words(context, clause, tokens)
        own = kid(head, "nsubj")
        if own is not None and clause.base == "relcl":
            body_skip.update(token.i for token in phrase(own))
    elif clause.base == "relcl":
        body_skip.update(token.i for token in tokens if token.tag_ in {"WDT", "WP"} and token.i < head.i)
    prefix = _verb_prefix(context, clause, tokens)
    inflected = _finite(clause) if not prefix else None
    body = []
    for token in tokens:
        if inflected is not None and token.i == head.i:
            continue
        body.append(token)
    before = [token for token in body if token.i < head.i and token.i not in body_skip]
    if inflected is not None:
        after = [token for token in body if token.i > head.i]
        adverbs = words_of(context, before)
        text = f"{subject_text} {adverbs} {inflected} {words_of(context, after)}"
    else:
        text = f"{subject_text} {prefix} {_relative_gap(context, clause, body, frozenset(body_skip))}"
    if leading:
        text = f"{words_of(context, leading).strip(' ,')}, {text.strip()}"
    return sentence(f"{_attitude(context, clause)}{text}")


def subject_words(context: Context, clause: Clause, own: list[Token]) -> str:
    """The subject that a clause shares with another, in words that stand alone."""
    subject = clause.subject
    assert subject is not None
    mention = context.names.of(subject)
    if mention is not None and mention.type in {"person", "group"} and kid(subject, "conj") is None:
        return mention.entity
    if subject.i in context.pronouns:
        return context.pronouns[subject.i].text
    mine = {token.i for token in own}
    tokens = [
        token
        for token in noun_phrase(subject, lambda child: rel(child) == "conj" and is_predicate(child))
        if token.i not in mine
    ]
    return words_of(context, tokens).strip()


def _condition(head: Token, tokens: list[Token]) -> list[Token]:
    """An if-clause before the clause: without it the claim would say more than its source."""
    kept = {token.i for token in tokens}
    for child in kids(first_conjunct(head), "advcl"):
        if mark_of(child) in {"if", "unless"} and child.i not in kept:
            return phrase(child)
    return []


def _verb_prefix(context: Context, clause: Clause, tokens: list[Token]) -> str:
    """Auxiliaries, or a governing verb, that a conjoined predicate shares with the first one."""
    head = clause.head
    first = first_conjunct(head)
    if first.i == head.i or head.tag_ in {"VBD", "VBZ", "VBP"} or kid(head, "aux", "cop", "nsubj") is not None:
        return ""
    shared = [
        child
        for child in first.children
        if rel(child) in {"aux", "mark"}
        and child.i < first.i
        and not (rel(child) == "mark" and child.text.lower() != "to")
    ]
    if first.pos_ not in {"VERB", "AUX"}:
        shared = kids(first, "aux", "cop")
    if rel(first) == "xcomp":
        verbs = [verb for verb in ancestors(first) if verb.pos_ in {"VERB", "AUX", "ADJ"}][:1]
        governed = [child for verb in verbs for child in (*kids(verb, "aux", "cop"), verb)]
        shared = sorted({token.i: token for token in (*governed, *shared)}.values(), key=lambda token: token.i)
    return words_of(context, shared).strip() if shared else ""


def _finite(clause: Clause) -> str | None:
    """A finite form for a participle without auxiliary, or None where the verb is finite already."""
    head = clause.head
    if kid(head, "aux", "cop") is not None or head.pos_ not in {"VERB", "AUX"}:
        return None
    told_in_past, plural = is_past(head), is_plural(clause.subject)
    if head.tag_ == "VBG":
        return past(lemma(head)) if told_in_past else f"{be(plural, False)} {head.text}"
    if head.tag_ == "VBN" and clause.passive:
        return f"{be(plural, told_in_past)} {head.text}"
    if head.tag_ == "VB" and clause.base in {"advcl", "acl", "xcomp"} and clause.shared:
        return None
    if head.tag_ == "VB" and clause.base == "csubj":
        return present(lemma(head), plural)
    return None


def _relative_gap(context: Context, clause: Clause, body: list[Token], skip: frozenset[int]) -> str:
    """The words of a clause; in a relative clause the relative pronoun gives way to what it stands for."""
    text = words_of(context, body, skip)
    antecedent = clause.antecedent
    if clause.base != "relcl" or antecedent is None or clause.relation != "relcl":
        return text
    noun = subject_words(context, Clause(clause.head, "relcl", "relcl", antecedent, True, False, antecedent), body)
    pronoun = next(
        (
            token
            for token in phrase(clause.head)
            if token.tag_ in {"WDT", "WP", "WP$", "WRB"} and inside(token, clause.head)
        ),
        None,
    )
    if clause.shared:
        return text
    if pronoun is not None and pronoun.tag_ == "WP$":
        rest = [token for token in body if token.i != pronoun.i]
        return f"{_possessive(noun)} {words_of(context, rest)}" if pronoun.i <= body[0].i + 1 else text
    if pronoun is not None and pronoun.tag_ == "WRB":
        place = {"where": "at", "when": "in"}.get(pronoun.text.lower())
        return f"{text} {place} {noun}" if place else text
    return (
        f"{text} {noun}" if kid(clause.head, "obj") is None or (pronoun is not None and rel(pronoun) == "obj") else text
    )


def _attitude(context: Context, clause: Clause) -> str:
    """ "Officials feared that ": the attitude that the clause stands under, unless it is plain speech."""
    first = first_conjunct(clause.head)
    if rel(first) != "ccomp":
        return ""
    governor = first.head
    if governor.pos_ == "ADJ" or manner_of(governor) in _ATTITUDES:
        holder = kid(governor, "nsubj")
        if holder is None:
            return ""
        verb = sorted([*kids(governor, "aux", "cop"), governor], key=lambda token: token.i)
        return f"{context.describe(holder)} {words_of(context, verb).strip()} that "
    return ""
