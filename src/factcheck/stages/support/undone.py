"""FC113: what the source tells as attempted, not reached, kept back or not needed is told as so.

An unsuccessful murder kills nobody; who is late in reaching an agreement has none; who would not say has told nothing;
and what one may do without a visa needs none. A source that tells it as so elsewhere leaves it open.
"""

from collections.abc import Iterator

from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import same, times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import is_passive, object_of, put_forward, subject_of, told_as_so

_ABOUT = frozenset({"on", "over", "about", "concerning", "regarding"})
_WHOSE = frozenset({"of", "on"})
_UP = 4
_DEAD = frozenset({"die", "dead", "death", "body", "late", "widow", "funeral", "kill", "murder", "assassinate", "slay"})
_NOT_DONE = frozenset({"decline", "refuse"})
_NEARLY = 0.8


def undone(reading: Reading) -> Iterator[Clash]:
    """What a checked sentence tells as so, beside what the source tells as not come about."""
    if times_new(reading):
        return
    for ask in (_attempted, _cancelled, _unreached, _withheld, _unneeded):
        yield from ask(reading)


def _clash(step: str, mine: Word, theirs: Word, statement: Statement) -> Clash:
    return Clash("FC113", 0.6, step, (mine.start, mine.end), (theirs.start, theirs.end), statement)


def _attempted(reading: Reading) -> Iterator[Clash]:
    """Somebody is killed whom the source has somebody try to kill."""
    checked = reading.checked
    for verb in checked.words:
        if verb.pos != "VERB" or verb.lemma not in listed("support", "killed") or not told_as_so(checked, verb):
            continue
        victim = _done_to(checked, verb)
        mine = None if victim is None else party_of(checked, victim, (checked,))
        if mine is None:
            continue
        for statement in reading.source:
            for word, head in _attempts(statement):
                theirs = party_of(statement, head, reading.source)
                if theirs is None or not same(mine, theirs) or _told_dead(reading, word):
                    continue
                yield _clash(f"The source tells of no more than an attempt (“{word.norm}”).", verb, word, statement)


def _attempts(statement: Statement) -> Iterator[tuple[Word, Word]]:
    """The words for an attempt on a life, each with whose life."""
    attempt = listed("support", "attempt")
    for word in statement.words:
        over = statement.words[word.head]
        if word.lemma in listed("support", "killing") and word.pos == "NOUN":
            # "Lee's attempted murder of Roe": who is killed stands behind the noun, if anything does
            whose = _behind(statement, word, _WHOSE) or next(iter(statement.children(word.place, "nmod:poss")), None)
            on_a_life = word.lemma == "life" and over.lemma in attempt
            if whose is not None and (on_a_life or _fails(statement, word)):
                yield word, whose
        elif word.lemma in listed("support", "killed") and word.dep in ("xcomp", "acl") and over.lemma in attempt:
            yield from ((word, victim) for victim in statement.children(word.place, "obj"))
        elif word.lemma in attempt and word.dep == "obj" and over.lemma in ("survive", "escape"):
            victim = subject_of(statement, over)
            before = statement.children(word.place, "compound")
            if victim is not None and any(child.lemma in listed("support", "killing") for child in before):
                yield word, victim


def _fails(statement: Statement, noun: Word) -> bool:
    """Whether a deed is said not to have succeeded: "a botched murder", "the murder - ultimately unsuccessful - of"."""
    about = statement.children(noun.place, "amod", "appos", "acl", "parataxis", "compound")
    return any(child.norm in listed("support", "unsuccessful") for child in about)


def _told_dead(reading: Reading, but: Word) -> bool:
    """Whether the source tells of a death anywhere, an attempt left aside."""
    words = (word for statement in reading.source for word in statement.words)
    return any(word.lemma in _DEAD and word.start != but.start for word in words)


def _cancelled(reading: Reading) -> Iterator[Clash]:
    """An event takes place that the source has called off."""
    checked = reading.checked
    mine = [(word, event) for word, event in _held(checked) if told_as_so(checked, word)]
    if not mine:
        return
    for word, event in mine:
        asked = party_of(checked, event, (checked,))
        for statement in reading.source:
            if asked is None or any(_about(asked, statement, other, reading.source) for _, other in _held(statement)):
                continue
            for off, other in _called_off(statement):
                if told_as_so(statement, off) and _about(asked, statement, other, reading.source):
                    yield _clash(f"The source has it “{off.norm}”.", word, off, statement)


def _held(statement: Statement) -> Iterator[tuple[Word, Word]]:
    """The words by which an event takes place, each with the event; only what has taken place by now."""
    for word in statement.words:
        place = any(child.norm == "place" for child in statement.children(word.place, "obj"))
        ahead = any(child.norm in ("will", "shall", "to") for child in statement.children(word.place, "aux", "mark"))
        takes_place = word.lemma in listed("support", "held") or (word.lemma == "take" and place)
        if word.pos != "VERB" or ahead or not takes_place:
            continue
        event = _done_to(statement, word) if word.lemma in ("hold", "stage") else subject_of(statement, word)
        if event is not None:
            yield word, event


def _called_off(statement: Statement) -> Iterator[tuple[Word, Word]]:
    for word in statement.words:
        particle = "".join(f"_{child.norm}" for child in statement.children(word.place, "compound:prt"))
        if word.pos == "VERB" and word.lemma + particle in listed("support", "called_off"):
            event = _done_to(statement, word)
            if event is not None:
                yield word, event


def _unreached(reading: Reading) -> Iterator[Clash]:
    """Terms are agreed on that the source has not come about, or has a dispute over."""
    checked = reading.checked
    terms = ((word, topic) for word, topic in _terms(checked) if told_as_so(checked, word))
    mine = [(word, topic) for word, topic in terms if not _put_off(checked, word)]
    if not mine:
        return
    theirs = [(s, word, topic) for s in reading.source for word, topic in _terms(s)]
    theirs += [(s, word, topic) for s in reading.source for word, topic in _quarrels(s)]
    for word, topic in mine:
        asked = party_of(checked, topic, (checked,))
        if asked is None:
            continue
        found = [(s, other) for s, other, about in theirs if _about(asked, s, about, reading.source)]
        if any(not _open(s, other) for s, other in found):
            continue
        for statement, other in found[:1]:
            yield _clash(f"The source has no such terms (“{other.norm}”).", word, other, statement)


def _about(asked: Party, statement: Statement, topic: Word, text: tuple[Statement, ...]) -> bool:
    told = party_of(statement, topic, text)
    return told is not None and same(asked, told)


def _open(statement: Statement, word: Word) -> bool:
    """Whether terms are told as not come to: a quarrel, a denial, or a delay above them."""
    quarrel = word.lemma in listed("support", "no_terms") or word.lemma in ("disagree", "differ")
    return quarrel or word.denied or _put_off(statement, word)


def _put_off(statement: Statement, word: Word) -> bool:
    """Whether a word stands under a delay, a failure, or the lack of something."""
    for _ in range(_UP):
        if word.head == word.place or word.dep in ("conj", "parataxis", "advcl"):
            return False
        word = statement.words[word.head]
        if word.lemma in listed("support", "absence") or word.lemma in ("fail", "refuse", "without"):
            return True
    return False


def _terms(statement: Statement) -> Iterator[tuple[Word, Word]]:
    """The words for coming to terms, each with what about."""
    for word in statement.words:
        over = statement.words[word.head]
        if word.pos == "VERB" and word.lemma in listed("support", "agreeing"):
            topic = _behind(statement, word, _ABOUT)
            if topic is None:  # "agree on EU budget" is parsed with an object now and then
                done = next(iter(statement.children(word.place, "obj")), None)
                topic = done if done is not None and _cases(statement, done) & _ABOUT else None
            if topic is not None:
                yield word, topic
        if word.pos == "NOUN" and word.lemma in listed("support", "terms"):
            topic = _behind(statement, word, _ABOUT) or _behind(statement, over, _ABOUT)
            reached = over.lemma in listed("support", "reaching") or _put_off(statement, word) or word.denied
            if topic is not None and reached:
                yield word, topic


def _quarrels(statement: Statement) -> Iterator[tuple[Word, Word]]:
    for word in statement.words:
        if word.lemma in listed("support", "no_terms") or (word.pos == "VERB" and word.lemma in ("disagree", "differ")):
            topic = _behind(statement, word, _ABOUT)
            if topic is not None and put_forward(statement, word):
                yield word, topic


def _withheld(reading: Reading) -> Iterator[Clash]:
    """Somebody tells what the source has him keep to himself."""
    checked = reading.checked
    for verb in checked.words:
        if verb.lemma not in listed("support", "telling") or not told_as_so(checked, verb) or is_passive(checked, verb):
            continue
        speaker = subject_of(checked, verb)
        mine = None if speaker is None else party_of(checked, speaker, (checked,))
        asked = [w for w in _below(checked, verb) if w.content and w.lemma not in listed("support", "known")]
        asked = [w for w in asked if speaker is None or w.start > speaker.start]
        if mine is None or len(asked) < 2:
            continue
        for statement in reading.source:
            for word in statement.words:
                theirs = _silent(statement, word, reading.source)
                if theirs is None or not same(mine, theirs):
                    continue
                kept = [w for w in _below(statement, word) if w.content]
                if all(any(tells(k, a)[0] >= _NEARLY for k in kept) for a in asked):
                    yield _clash(f"The source has it kept back (“{word.norm}”).", verb, word, statement)


def _silent(statement: Statement, word: Word, text: tuple[Statement, ...]) -> Party | None:
    """Who would not say what stands below a word; None where it is no refusal to tell."""
    if word.lemma not in listed("support", "telling") or word.pos != "VERB" or is_passive(statement, word):
        return None
    over = statement.words[word.head]
    aux = {child.norm for child in statement.children(word.place, "aux")}
    refused = word.dep == "xcomp" and over.lemma in _NOT_DONE
    if refused and any(child.norm == "not" for child in statement.children(over.place)):
        return None
    if not refused and not (word.denied and aux & {"would", "did", "'d", "has", "have", "will"}):
        return None
    speaker = subject_of(statement, over if refused else word)
    return None if speaker is None else party_of(statement, speaker, text)


def _unneeded(reading: Reading) -> Iterator[Clash]:
    """Something is required that the source lets one do without."""
    checked = reading.checked
    for word in checked.words:
        if word.norm not in listed("support", "needed") or not told_as_so(checked, word):
            continue
        subject = next(iter(checked.children(word.place, "nsubj", "nsubj:pass")), None)
        if subject is None or subject.pos not in ("NOUN", "PROPN"):
            continue
        asked = [w for w in checked.words if w.content and w.place not in (word.place, subject.place)]
        for statement in reading.source:
            for other in statement.words:
                if other.stem != subject.stem or "without" not in _cases(statement, other):
                    continue
                verb = statement.words[other.head]
                let = [statement.words[verb.head], *statement.children(verb.place, "aux")]
                if verb.denied or not any(w.lemma in listed("support", "letting") for w in let):
                    continue
                if asked and all(any(tells(w, a)[0] >= ENOUGH for w in statement.words) for a in asked):
                    yield _clash(f"The source has it done without “{other.norm}”.", word, other, statement)


def _done_to(statement: Statement, verb: Word) -> Word | None:
    if is_passive(statement, verb):
        return subject_of(statement, verb)
    return object_of(statement, verb)


def _behind(statement: Statement, word: Word, wanted: set[str] | frozenset[str]) -> Word | None:
    for child in statement.children(word.place, "obl", "nmod", "obl:arg"):
        if _cases(statement, child) & wanted:
            return child
    return None


def _cases(statement: Statement, word: Word) -> set[str]:
    return {child.norm for child in statement.children(word.place, "case")}


def _below(statement: Statement, top: Word) -> Iterator[Word]:
    """All words below a word, its own left out, down to clauses that are joined to it."""
    for child in statement.children(top.place):
        if child.dep in ("conj", "parataxis") or child.place == top.place:
            continue
        yield child
        yield from _below(statement, child)
