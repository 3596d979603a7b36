"""Each claim as one short sentence that stands alone: names in full, pronouns resolved, shared subjects repeated.

Nothing is added that the text does not say: the words are the text's own but for the subject put in the place of a
gap, a finite form in the place of a participle, and the attitude ("officials feared that") that a clause stands
under.
"""

import re

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.attitudes import attitude_over
from factcheck.stages.extract.clauses import Clause, clause_of
from factcheck.stages.extract.context import Context, possessive
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.inflect import be, past, present
from factcheck.stages.extract.members import own_tokens
from factcheck.stages.extract.predicates import (
    complements,
    first_conjunct,
    in_the_perfect,
    is_general,
    is_predicate,
    mark_of,
)
from factcheck.stages.extract.subjects import strayed_subject
from factcheck.stages.extract.tree import (
    RELATIVE_TAGS,
    ancestors,
    inside,
    kid,
    kids,
    lemma,
    noun_phrase,
    phrase,
    rel,
)
from factcheck.stages.extract.wording import sentence, words_of

_MODALS = frozenset({"would", "could", "may", "might"})


def is_plural(token: Token | None) -> bool:
    """Whether a subject takes a plural verb."""
    if token is None:
        return False
    if any(is_predicate(child) is False for child in kids(token, "conj")):
        return True
    return (
        token.tag_ in {"NNS", "NNPS"}
        or (token.pos_ == "NUM" and token.text.lower() not in {"one", "1"})  # "and more than 40 (were) injured"
        or "Plur" in token.morph.get("Number", [])
        or token.text.lower() in {"they", "we", "these", "those"}
    )


def is_past(token: Token) -> bool:
    """Whether the clause, or the nearest finite clause that governs it, is told in the past (perfects included)."""
    for verb in (token, *ancestors(token)):
        helpers = kids(verb, "aux", "cop")
        if verb.tag_ == "VBN" and any(lemma(part) == "have" for part in helpers):
            return True
        for part in (verb, *helpers):
            morph = part.morph
            if part.tag_ == "VBD" or ("Past" in morph.get("Tense", []) and "Fin" in morph.get("VerbForm", [])):
                return True
            if part.tag_ in {"VBZ", "VBP", "MD"}:
                return part.text.lower() in {"would", "could", "might"}
    return True


def restate(context: Context, clause: Clause) -> str:
    """The clause as a sentence of its own."""
    tokens = _by_name(context, clause, own_tokens(context, clause))
    head = clause.head
    subject = ""
    if clause.shared and clause.subject is not None and clause.subject.i not in {token.i for token in tokens}:
        subject = subject_words(context, clause, tokens)
    attitude = attitude_over(context, clause)
    known = f"{attitude}{subject}"
    prefix = _verb_prefix(context, clause)
    finite = _finite(clause) if not prefix else None
    if finite is not None:
        verb, helpers = finite
        rest = [token for token in tokens if token.i != head.i and token.i not in helpers]
        before = words_of(context, [token for token in rest if token.i < head.i], known)
        subject = _what_happened(context, clause) or subject
        known = f"{attitude}{subject} {before}"
        after = words_of(context, [token for token in rest if token.i > head.i], known)
        tied = before.endswith("-") and " " not in verb and not head.nbor(-1).whitespace_  # "half-joked"
        text = f"{subject} {before}{'' if tied else ' '}{verb} {after}"
    elif clause.relation == "relcl" and clause.antecedent is not None and not clause.shared:
        text = _relative(context, clause, tokens)
    elif head.tag_ == "VBG" and (prefix.lower().split() or [""])[-1] in _MODALS | {"will", "can", "should"}:
        left = words_of(context, [token for token in tokens if token.i < head.i], known)
        right = words_of(context, [token for token in tokens if token.i > head.i], known)
        text = f"{subject} {prefix} {left} {lemma(head)} {right}"  # "would block roads and stirring fear"
    else:
        text = f"{subject} {prefix} {words_of(context, tokens, known)}"
    leading = _condition(head, tokens)
    if leading:
        text = f"{words_of(context, leading).strip(' ,')}, {text.strip()}"
    return sentence(f"{attitude}{text}")


def _by_name(context: Context, clause: Clause, tokens: list[Token]) -> list[Token]:
    """The tokens without a description of the subject whose owner is not known ("its founder, Ann Lee, left")."""
    described = clause.subject
    name = context.described.get(described.i) if described is not None else None
    if described is None or name is None or name.i < described.i or context.names.of(name) is None:
        return tokens
    owner = kid(described, "nmod:poss")
    if owner is None or owner.tag_ != "PRP$" or owner.i in context.pronouns:
        return tokens
    named = {token.i for token in phrase(name)}
    dropped = {token.i for token in phrase(described)} - named
    after = max(named) + 1
    kept = [token for token in tokens if token.i not in dropped]
    return [token for token in kept if not (token.i == after and token.text == ",")] if kept else tokens


def _what_happened(context: Context, clause: Clause) -> str:
    """ "That ...": the clause before "triggering", "allowing" and the like, which is what triggers or allows."""
    head = clause.head
    if clause.relation != "advcl" or head.tag_ != "VBG" or lemma(head) not in words("predicates", "consequence"):
        return ""
    if kid(head, "mark", "case") is not None:
        return ""  # "after setting the record"
    governor = head.head
    if governor.i > head.i or not is_predicate(governor) or kid(governor, "nsubj") is None:
        return ""
    matrix = restate(context, clause_of(governor)).strip(" .")
    if not matrix:
        return ""
    start = matrix.split()[0]
    named = any(token.text == start and (token.ent_type_ or token.pos_ == "PROPN") for token in governor.sent)
    named = named or not any(token.lower_ == start.lower() for token in governor.sent)  # a name in a pronoun's place
    return f"That {matrix if named else matrix[0].lower() + matrix[1:]}"


def subject_words(context: Context, clause: Clause, own: list[Token]) -> str:
    """The subject that a clause shares with another, in words that stand alone."""
    assert clause.subject is not None
    subject = context.described.get(clause.subject.i, clause.subject)
    mention = context.names.of(subject)
    if mention is not None and mention.type in {"person", "group"} and kid(subject, "conj") is None:
        return mention.entity
    if subject.i in context.pronouns:
        return context.name_of(context.pronouns[subject.i])
    mine = {token.i for token in own}
    tokens = [
        token
        for token in noun_phrase(
            subject,
            lambda child: (
                (rel(child) == "amod" and inside(clause.head, child))  # "leaders responsible for smuggling"
                or (
                    rel(child) == "conj"
                    and (is_predicate(child) or (clause.antecedent is not None and child.i > clause.head.i))
                )
            ),
        )
        if token.i not in mine
    ]
    measures = [noun for noun in kids(subject.head, "nsubj") if tokens and tokens[0].i < noun.i < subject.i]
    if measures:  # "a magnitude 6.4 quake" with two subjects
        tokens = sorted(
            [*tokens, *(part for noun in measures for part in phrase(noun) if part not in tokens)],
            key=lambda token: token.i,
        )
    return words_of(context, tokens).strip()


def _condition(head: Token, tokens: list[Token]) -> list[Token]:
    """An if-clause before the clause: without it the claim would say more than its source."""
    kept = {token.i for token in tokens}
    first = first_conjunct(head)
    own = [*kids(head, "advcl"), *kids(first, "advcl"), *_before_the_speaker(first)]
    for child in own:
        if child.i not in kept and (mark_of(child) in {"if", "unless"} or is_general(child)):
            return phrase(child)
    return []


def _before_the_speaker(first: Token) -> list[Token]:
    """The if-clause of "If more fail, Lee warned, the cost will rise", which the parse hangs on the verb of saying."""
    teller = first.head
    if rel(first) not in {"ccomp", "parataxis"} or manner_of(teller) != "speech" or first.i < teller.i:
        return []
    return [child for child in kids(teller, "advcl") if mark_of(child) in {"if", "unless"} and child.i < teller.i]


def _verb_prefix(context: Context, clause: Clause) -> str:
    """Auxiliaries, or a governing verb, that a conjoined predicate shares with the first one."""
    head = clause.head
    first = first_conjunct(head)
    alleged = _alleged(head, first)
    if alleged:
        return alleged
    finite = head.tag_ in {"VBD", "VBZ", "VBP"} and not in_the_perfect(head)
    if first.i == head.i or finite or kid(head, "aux", "cop", "nsubj") is not None:
        return ""
    if strayed_subject(head) is not None:
        return ""
    shared = [
        child
        for child in first.children
        if rel(child) in {"aux", "mark"}
        and child.i < first.i
        and not (rel(child) == "mark" and child.text.lower() != "to")
    ]
    joint = kid(head, "cc")
    if joint is not None and joint.text.lower() in {"or", "nor"}:  # "did not stop or help her"
        denied = [child for child in kids(first, "advmod") if child.text.lower() in {"not", "n't", "n’t", "never"}]
        shared = sorted([*shared, *denied], key=lambda token: token.i)
    if first.pos_ not in {"VERB", "AUX"}:
        shared = kids(first, "aux", "cop")
    if rel(first) == "xcomp":
        verbs = [verb for verb in ancestors(first) if verb.pos_ in {"VERB", "AUX", "ADJ"}][:1]
        governed = [child for verb in verbs for child in (*kids(verb, "aux", "cop"), verb)]
        shared = sorted({token.i: token for token in (*governed, *shared)}.values(), key=lambda token: token.i)
    having = any(lemma(part) == "have" for part in shared) and not any(part.lower_ == "been" for part in shared)
    if head.tag_ == "VBG" and having:
        return ""  # "having left the clinic and committing herself"
    return words_of(context, shared).strip() if shared else ""


def _alleged(head: Token, first: Token) -> str:
    """The "allegedly" that a finite verb shares with the one that it is joined to: "allegedly hit him and fled"."""
    if first.i == head.i or head.tag_ not in {"VBD", "VBZ", "VBP"} or kid(head, "nsubj", "aux", "cop") is not None:
        return ""
    adverbs = [child for child in kids(first, "advmod") if lemma(child) in words("speech", "allege_adverbs")]
    return adverbs[0].text.lower() if adverbs and adverbs[0].i < first.i else ""


def _finite(clause: Clause) -> tuple[str, frozenset[int]] | None:
    """A finite form for a participle, with the auxiliaries that it takes the place of; None where the verb is
    finite.
    """
    head = clause.head
    helpers = [child for child in kids(head, "aux") if child.pos_ == "AUX"]
    if (
        head.pos_ not in {"VERB", "AUX"}
        or kid(head, "cop") is not None
        or any(part.tag_ != "VBG" for part in helpers[:1])
    ):
        return None
    told_in_past, plural = is_past(head), is_plural(clause.subject)
    taken = frozenset(part.i for part in helpers)
    if helpers and clause.subject is None and clause.relation == "ccomp":
        return None  # "denied ever having been fined"
    if helpers:
        if lemma(helpers[0]) == "have":
            been = " been" if len(helpers) > 1 else ""
            return f"{'had' if told_in_past else present('have', plural)}{been} {head.text}", taken
        return (f"{be(plural, told_in_past)} {_inside(head)}", taken) if clause.passive else None
    if head.tag_ == "VBD" and clause.passive and not helpers and kid(head, "aux:pass") is None:
        return f"{be(plural, True)} {head.text}", taken  # "a woman shot and injured"
    first = first_conjunct(head)
    own = kid(head, "nsubj") or strayed_subject(head)
    if head.tag_ == "VBN" and first.i != head.i and own and not helpers and kid(first, "aux:pass"):
        return f"{be(plural, is_past(first))} {head.text}", taken  # "two were burned and three people killed"
    if head.tag_ == "VBG" and rel(head) == "ccomp" and clause.subject is not None:
        return f"{be(plural, told_in_past)} {head.text}", taken  # "polls show Lee leading Roe"
    if clause.base not in {"advcl", "acl", "csubj", "relcl"} and kid(head, "nsubj") is not None:
        return None
    modal = next((part.text for part in kids(head.head, "aux") if part.text.lower() in _MODALS), None)
    if head.tag_ == "VBG" and modal is not None and clause.base in {"advcl", "acl"}:
        return f"{modal.lower()} {lemma(head)}", taken  # "could storm the jail, blocking roads"
    denied = [part for part in kids(head, "advmod") if part.text.lower() == "not" and part.i < head.i]
    if head.tag_ == "VBG" and denied:
        does = "did" if told_in_past else ("do" if plural else "does")
        return f"{does} not {lemma(head)}", taken | {part.i for part in denied}  # "not wanting to stay"
    if head.tag_ == "VBG":
        return (past(lemma(head)) if told_in_past else present(lemma(head), plural)), taken
    if head.tag_ == "VBN" and clause.passive:
        told_in_past = told_in_past or _dated(head)
        return f"{be(plural, told_in_past)} {_inside(head)}", taken
    return None


def _dated(participle: Token) -> bool:
    """ "Founded in 1990": what a participle puts into a year is over, whatever the clause around it tells."""
    return any(
        token.ent_type_ == "DATE" or re.fullmatch(r"1\d{3}|20\d\d", token.text) for token in phrase(participle)
    ) and lemma(participle) not in words("predicates", "scheduling")


def _inside(verb: Token) -> str:
    """The verb as it is written within a sentence."""
    return verb.text.lower() if verb.is_sent_start else verb.text


def _spreads(context: Context, place: Token) -> bool:
    """Whether one is in a place and not at it: a town, a country, "areas"."""
    mention = context.names.of(place)
    if mention is not None and mention.type == "place":
        return mention.text.split()[-1].lower() not in words("people", "facilities")
    return lemma(place) in words("people", "regions")


def _is_nobody_s_place(antecedent: Token) -> bool:
    """Whether "where" was hung on people, who are no place."""
    return any(lemma(antecedent) in words("people", name) for name in ("people", "roles", "kin"))


def _relative(context: Context, clause: Clause, tokens: list[Token]) -> str:
    """A relative clause whose gap is no subject: what it describes goes where the gap is."""
    assert clause.antecedent is not None
    if clause.subject is None or clause.subject.tag_ in RELATIVE_TAGS:
        return ""
    noun = subject_words(context, Clause(clause.head, "relcl", "relcl", clause.antecedent, True, False), tokens)
    if noun.startswith(("The ", "A ", "An ")):
        noun = noun[:1].lower() + noun[1:]  # it began the sentence
    pronoun = next((token for token in phrase(clause.head) if token.tag_ in RELATIVE_TAGS), None)
    rest = [token for token in tokens if pronoun is None or token.i != pronoun.i]
    if pronoun is not None and pronoun.tag_ == "WP$":
        return f"{possessive(noun)} {words_of(context, rest)}"
    if pronoun is not None and pronoun.tag_ == "WRB":
        if kid(pronoun, "case") is not None:
            return ""  # "the house from where he shot"
        inside = {"where": "in" if _spreads(context, clause.antecedent) else "at", "when": "in"}
        place = inside.get(pronoun.text.lower())
        if pronoun.text.lower() == "where" and _is_nobody_s_place(clause.antecedent):
            return ""  # "officials in Ostrania, where she went"
        return f"{words_of(context, rest)} {place} {noun}" if place else words_of(context, tokens)
    if pronoun is not None and kid(pronoun, "case") is not None and rest and rest[0].pos_ == "ADP":
        return f"{words_of(context, rest[1:])} {rest[0].text.lower()} {noun}"
    if rest and rest[-1].pos_ == "ADP":
        return f"{words_of(context, rest)} {noun}"
    chain = list(complements(clause.head))
    if kid(clause.head, "obj") is not None and kid(chain[-1], "obj") is not None:
        return ""  # "the gun that she has a permit to carry": the gap is further down
    bare = len(chain) > 1 and chain[-1].tag_ == "VBN" and kid(chain[-1], "mark", "aux", "aux:pass") is None
    if bare:
        chain = chain[:1]  # "a house he kept locked": he kept it
    elif kid(chain[-1], "obj") is not None:
        chain = chain[:1]  # "a lie he told to win votes": what he told is the lie
    last = chain[-1].i if chain[-1].pos_ in {"VERB", "AUX"} else clause.head.i
    left, right = [t for t in rest if t.i <= last], [t for t in rest if t.i > last]
    return f"{words_of(context, left)} {noun} {words_of(context, right)}"
