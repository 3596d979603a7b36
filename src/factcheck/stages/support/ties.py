"""Who is what to whom in a sentence: "A owns B", "B, a subsidiary of A", "A's takeover of B" tell one relation.

Verbs tell it by their subject and object whatever the voice, nouns by whom they describe and whose they are. Only what
is told as so counts: nothing that is denied, planned, alleged, asked or a condition.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.ties import Ways, ties
from factcheck.stages.support.circumstances import case_of
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.statement import Statement, Word

_UP = 6  # heads up to which what leaves a word open is looked for
_RULED = frozenset({"of", "with", "for", "from", "against"})
_WHOSE = frozenset({"of", "to", "for"})  # "the owner of B", "assistant to B"
_BE = frozenset({"become", "remain", "be", "stay"})
_NAMED = frozenset({"name", "appoint", "make", "elect", "call"})
_LIGHT = frozenset(
    {"win", "claim", "score", "secure", "launch", "make", "have", "express", "give", "voice", "lead", "wage", "declare"}
)
_UNSURE = frozenset({"intent", "feared", "possible", "likely", "believed", "seeming"})
_MATTERS = frozenset({"of", "for", "from", "over"})  # "convicted of fraud", "acquitted of perjury"
_PAST = frozenset({"was", "were", "been", "had", "has", "have", "'d", "’d", "’ve", "'ve"})
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation: its id in lexicon/ties.toml, who is above and who below, and the word that tells it.

    `things` are what else it is about: what somebody sells to another, of what a court clears him.
    """

    kind: str
    above: Party
    below: Party
    word: Word
    statement: Statement
    things: tuple[Word, ...] = ()


def is_past(statement: Statement, word: Word) -> bool:
    """Whether a word tells what was so, and may be so no longer."""
    near = [child.norm for child in statement.children(word.place, "aux", "cop", "aux:pass")]
    if word.dep == "xcomp" and statement.words[word.head].lemma == "use":
        return True  # "used to employ him"
    if word.pos != "VERB" or near:
        return not _PAST.isdisjoint(near)
    return word.norm != word.lemma and not word.norm.endswith(("s", "ing"))


def of_two_times(one: Statement, word: Word, other: Statement, its: Word) -> bool:
    """Whether two verbs tell a relation that lasts for a time, one of them of the past: "employs", "used to employ"."""
    standing = any(kind in ties().standing for w in (word, its) for kind, _, _ in ties().verbs.get(w.lemma, ()))
    return standing and is_past(one, word) != is_past(other, its)


def tied(statement: Statement, text: Sequence[Statement]) -> Iterator[Tie]:
    """The relations of two parties that a sentence tells as so, in order.

    `text` are all sentences of the same text, since a pronoun can stand for what an earlier one names.
    """
    for word in statement.words:
        found = [*_by_verb(statement, word), *_by_noun(statement, word), *_by_finding(statement, word)]
        found += [*_by_stand(statement, word), *_by_grant(statement, word)]
        if not found or not told_as_so(statement, word):
            continue
        for kind, is_above, bearer, other in found:
            parties = [party_of(statement, _meant(statement, head), text) for head in (bearer, other)]
            if parties[0] is None or parties[1] is None or bearer.place == other.place:
                continue
            if any(some_of(statement, head) for head in (bearer, other)):
                continue
            above, below = parties if is_above else parties[::-1]
            if above is not None and below is not None:
                yield Tie(kind, above, below, word, statement, _things(statement, word, bearer, other))


def _things(statement: Statement, word: Word, bearer: Word, other: Word) -> tuple[Word, ...]:
    """What a relation is about beside its two: the object of a verb, and what stands behind "of", "for" or "from"."""
    if word.pos != "VERB":
        return ()
    done = object_of(statement, word)
    found = [] if done is None else [done]
    found += statement.children(word.place, "iobj", "obl", "obl:arg")
    for name in (bearer, other):  # "convicted Lee of fraud", read as a Lee of that kind
        found += statement.children(name.place, "nmod") if name.name else ()
    return tuple(
        item
        for item in found
        if item.place not in (bearer.place, other.place)
        and (item.dep in ("obj", "iobj", "xcomp") or case_of(statement, item) in _MATTERS)
    )


def told_as_so(statement: Statement, word: Word) -> bool:
    """Whether what a word says is told as so: not denied, planned, alleged, asked, or under a condition."""
    return not word.denied and put_forward(statement, word)


def put_forward(statement: Statement, word: Word) -> bool:
    """Whether what a word says or denies is put forward as fact: not planned, alleged, asked, or under a condition."""
    if not word.real or statement.text.endswith("?"):
        return False
    hedges = lexicon.words().hedges
    for _ in range(_UP):
        marks = {child.norm for child in statement.children(word.place, "mark")}
        head = statement.words[word.head]
        if marks & {"if", "unless", "whether"} or head.place == word.place:
            return not marks & {"if", "unless", "whether"}
        if word.dep == "advcl" and marks & _RULED and marks <= _RULED and head.lemma in listed("support", "alleging"):
            return False  # "charged him with opening the gate"
        below = word.dep in ("xcomp", "ccomp", "acl", "csubj", "advcl") or (word.dep == "obj" and head.pos == "VERB")
        if below and word.dep != "advcl":
            if head.lemma in listed("support", "denying") | listed("support", "alleging"):
                return False
            if word.dep != "obj" and (head.lemma in listed("support", "wanting") or hedges.get(head.lemma) in _UNSURE):
                return False
            if head.denied and word.dep != "obj":
                return False
        word = head
    return True


Found = tuple[str, bool, Word, Word]


def _by_verb(statement: Statement, word: Word) -> Iterator[Found]:
    """Relations that a verb tells, with who does it and the other party."""
    if word.pos != "VERB":
        return
    particle = "".join(f"_{child.norm}" for child in statement.children(word.place, "compound:prt"))
    passive = is_passive(statement, word)
    subject = subject_of(statement, word)
    for kind, ruled, above in ties().verbs.get(word.lemma + particle, ()):
        if passive and ruled:
            continue
        done = subject if passive else next(iter(statement.children(word.place, "obj")), None)
        doer = _behind(statement, word, "by") if passive else subject
        if ruled:
            done = _behind(statement, word, ruled)
            if done is None and ruled == "to":
                done = next(iter(statement.children(word.place, "iobj")), None)
        if kind == "accept" and word.lemma == "sign" and (done is None or done.lemma not in ties().lists["signed"]):
            continue  # who signs a petition asks for something
        if doer is not None and done is not None:
            yield kind, above, doer, done
    if passive:
        for kind, ruled, above in ties().passives.get(word.lemma + particle, ()):
            other = _behind(statement, word, ruled)
            if subject is not None and other is not None:
                yield kind, above, subject, other


def _by_noun(statement: Statement, word: Word) -> Iterator[Found]:
    """Relations that a noun tells: of whom it is said and whose, or who does it to whom."""
    if word.pos not in _NOUNS:
        return
    before = statement.children(word.place, "compound", "amod")
    not_so = listed("support", "not_yet") | listed("support", "stages") | listed("support", "unsuccessful")
    if any(child.norm in not_so for child in statement.children(word.place)) or _joined(statement, word):
        return
    ways: Ways = ()
    for key in (*(f"{child.norm}_{word.lemma}" for child in before), word.lemma):
        ways = ways or ties().nouns.get(key, ())
    whose = [*statement.children(word.place, "nmod:poss")]
    whose += [item for item in statement.children(word.place, "nmod") if set(_cases(statement, item)) & _WHOSE]
    if whose:  # "of drugs such as aspirin"
        whose += [item for item in statement.children(word.place, "nmod") if _cases(statement, item)[:1] == ["such"]]
    for kind, _, above in ways:
        for bearer in bearers(statement, word):
            for other in whose:
                yield kind, above, bearer, other
    over = statement.words[word.head]
    undone = listed("support", "undoing") | listed("support", "denying")
    if word.dep in ("nsubj", "nsubj:pass", "obj") and over.lemma in undone:
        return  # "the takeover of Marlow collapsed"
    for kind, ruled, above in ties().deeds.get(word.lemma, ()):
        doer = next(iter(statement.children(word.place, "nmod:poss")), None) or _behind(statement, word, "by")
        if doer is None and word.dep == "obj" and over.lemma in _LIGHT and not is_passive(statement, over):
            doer = subject_of(statement, over)
        done = _behind(statement, word, ruled)
        if doer is None and done is not None:
            doer = _behind(statement, done, "by")  # "the takeover of Marlow by Arlund"
        if doer is not None and done is not None:
            yield kind, above, doer, done


def _joined(statement: Statement, word: Word) -> bool:
    """Whether a noun is a part of another by a hyphen: a father-in-law is no father, nor is a step-father."""
    at, text = word.start - statement.start, statement.text
    return text[word.end - statement.start :][:1] == "-" or (at > 0 and text[at - 1] == "-")


_FINDING = frozenset({"say", "find", "rule", "conclude", "decide", "determine", "declare", "state", "hold"})
_WRONG = frozenset({"wrong", "illegal", "improper", "unlawful", "inappropriate", "unethical", "untoward"})
_CRIMES = frozenset({"crime", "offence", "offense", "wrongdoing", "fraud", "misconduct", "perjury"})
_FREE = frozenset({"innocent", "blameless", "faultless"})
_BLAMED = frozenset({"guilty", "responsible", "liable", "culpable"})


def _by_finding(statement: Statement, word: Word) -> Iterator[Found]:
    """Who says that somebody did nothing wrong, and of whom: "the panel found that she had committed no crime"."""
    if word.lemma not in _FINDING or is_passive(statement, word):
        return
    speaker = subject_of(statement, word)
    for said in statement.children(word.place, "ccomp"):
        subject = next(iter(statement.children(said.place, "nsubj")), None)
        if speaker is None or subject is None:
            continue
        done = next(iter(statement.children(said.place, "obj")), None)
        nothing = done is not None and said.lemma == "do" and done.norm == "nothing"
        if (
            (nothing and done is not None and any(c.norm in _WRONG for c in statement.children(done.place)))
            or (said.lemma == "commit" and said.denied and done is not None and done.lemma in _CRIMES)
            or (said.norm in _FREE and not said.denied)
            or (said.norm in _BLAMED and said.denied)
        ):
            yield "clear", True, speaker, subject


def _by_stand(statement: Statement, word: Word) -> Iterator[Found]:
    """What somebody is to another, in an adjective, or for or against it: "was unaware of", "was against the plan"."""
    if not any(child.dep == "cop" for child in statement.children(word.place)) and not is_passive(statement, word):
        return
    cases = _cases(statement, word)
    for subject in statement.children(word.place, "nsubj", "nsubj:pass"):
        for kind, ruled, above in ties().adjectives.get(word.norm, ()):
            other = _behind(statement, word, ruled)
            if other is not None:
                yield kind, above, subject, other
        if word.pos in _NOUNS and cases == ["against"]:
            yield "oppose", True, subject, word
        if cases == ["in"] and word.lemma in ("favour", "favor"):
            yield from (("support", True, subject, item) for item in statement.children(word.place, "nmod"))


def _by_grant(statement: Statement, word: Word) -> Iterator[Found]:
    """Who was granted or refused what: "was granted bail", "was refused entry", "his request for bail was rejected"."""
    lists = ties().lists
    if word.pos != "VERB" or not is_passive(statement, word):
        return
    subject = subject_of(statement, word)
    particle = "".join(f"_{child.norm}" for child in statement.children(word.place, "compound:prt"))
    given = object_of(statement, word)
    if subject is None:
        return
    if given is not None and word.lemma in lists["grants"] | lists["denies"]:
        yield "granted" if word.lemma in lists["grants"] else "refused", True, subject, given
    if subject.lemma in lists["asking"] and word.lemma + particle in lists["turning_down"]:
        whose = next(iter(statement.children(subject.place, "nmod:poss")), None)
        wanted = _behind(statement, subject, "for")
        if whose is not None and wanted is not None:
            yield "refused", True, whose, wanted


_MOST = frozenset({"majority", "most"})


def _meant(statement: Statement, head: Word) -> Word:
    """Those who are spoken of by how many they are: "61.6% of voters", "a majority of voters" are the voters."""
    amounts = [statement.amounts[n] for n in [head.amount] if n is not None]
    more = any(amount.kind == "percent" and amount.low > 50 for amount in amounts)
    if not more and head.norm not in _MOST:
        return head
    return next((item for item in statement.children(head.place, "nmod") if "of" in _cases(statement, item)), head)


def some_of(statement: Statement, head: Word) -> bool:
    """Whether a party is so many of others, of whom the rest may do otherwise: "38 members", "some members"."""
    if _meant(statement, head) is not head:
        return False
    counted = [head, *statement.children(head.place, "nummod", "det", "amod")]
    return any((w.amount is not None or w.norm in listed("support", "some_of")) and not w.name for w in counted)


def bearers(statement: Statement, noun: Word) -> Iterator[Word]:
    """The words of which a noun is said: its subject where it is a predicate, or whom it stands beside."""
    if any(child.dep == "cop" for child in statement.children(noun.place)):
        yield from statement.children(noun.place, "nsubj")
        return
    head = statement.words[noun.head]
    if noun.dep == "conj" and head.pos in _NOUNS and head.pos != "PROPN":
        yield from bearers(statement, head)  # "a lawyer and the owner of the mill"
        return
    if noun.dep == "nmod" and head.norm == "one":
        yield from bearers(statement, head)  # "is one of the subsidiaries of B"
        return
    yield from (item for item in statement.children(noun.place, "appos") if item.pos == "PROPN")
    if noun.dep in ("appos", "nmod:desc") and noun.head != noun.place:
        yield head
    elif head.pos == "VERB" and (
        (noun.dep in ("xcomp", "obj") and head.lemma in _BE | _NAMED)
        or (noun.dep in ("obl", "xcomp") and "as" in _cases(statement, noun))
    ):
        subject = subject_of(statement, head)
        if subject is not None:
            yield subject


def object_of(statement: Statement, verb: Word) -> Word | None:
    """The object of a verb; a bare noun is parsed as a complement now and then ("refused entry")."""
    found = statement.children(verb.place, "obj")
    nouns = (word for word in statement.children(verb.place, "xcomp") if word.pos == "NOUN")
    return next(iter(found), None) or next(nouns, None)


def subject_of(statement: Statement, verb: Word) -> Word | None:
    """The subject of a verb, in whatever clause it stands."""
    start = statement.parties.subjects.get(verb.start)
    found = next((word for word in statement.words if word.start == start), None)
    if found is None:
        found = next(iter(statement.children(verb.place, "nsubj", "nsubj:pass")), None)
    if found is not None and found.norm in ("who", "which", "that") and verb.dep == "acl:relcl":
        return statement.words[verb.head]
    return found


def is_passive(statement: Statement, verb: Word) -> bool:
    """Whether a verb is told from the side of what it is done to; so is a participle behind a noun ("owned by")."""
    if verb.start in statement.parties.passive:
        return True
    if any(child.dep in ("nsubj:pass", "aux:pass") for child in statement.children(verb.place)):
        return True
    return verb.dep == "acl" and verb.norm != verb.lemma and not verb.norm.endswith("ing")


def _behind(statement: Statement, word: Word, ruled: str) -> Word | None:
    """What stands behind a preposition of a word."""
    wanted = ruled.split("_")
    for child in statement.children(word.place, "obl", "obl:agent", "nmod", "obl:arg"):
        cases = _cases(statement, child)
        if cases == wanted or (len(wanted) == 1 and cases[:1] == wanted):
            return child
    return None


def _cases(statement: Statement, word: Word) -> list[str]:
    return [child.norm for child in statement.children(word.place, "case")]
