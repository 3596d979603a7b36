"""What in a checked sentence cannot be so if the source is right: an amount, a denial, an opposite, a turned deed.

Each test asks that all else in the sentence is told by the source, so that both speak of one matter.
"""

import re
from collections.abc import Iterator

from factcheck.frames.limits import leaves_out, prices_a_deed
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.words import predicates
from factcheck.stages.support.amounts import Fit, same_thing
from factcheck.stages.support.circumstances import all_matched, case_of, two_matters, two_occasions
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.compared import compared_otherwise
from factcheck.stages.support.counterparts import another_time, times_new, told_too
from factcheck.stages.support.deeds import other_deed
from factcheck.stages.support.existence import existence
from factcheck.stages.support.how_many import other_share
from factcheck.stages.support.lives import other_life
from factcheck.stages.support.match import ENOUGH, opposed, tells
from factcheck.stages.support.money import money
from factcheck.stages.support.occasions import other_day
from factcheck.stages.support.qualities import other_quality
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.respective import respective
from factcheck.stages.support.seats import other_seat
from factcheck.stages.support.statement import DENYING, Statement, Word
from factcheck.stages.support.swaps import exclusive, swaps
from factcheck.stages.support.tied import tied_as_told, tied_otherwise
from factcheck.stages.support.ties import of_two_times
from factcheck.stages.support.trends import other_course
from factcheck.stages.support.undone import undone

_SHARED = 0.75  # share of the other words of the checked sentence that the source has to tell
_SAME = 0.9  # the same where the words are of one kind and not opposites
_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "who", "which"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_SORT = ("amod", "compound")
_SUBJECT = ("nsubj", "nsubj:pass")


# What is judged by who or what it is said of, however much else the two sentences share.
_FURTHER = (
    tied_otherwise,
    other_deed,
    other_course,
    other_share,
    compared_otherwise,
    other_quality,
    money,
    other_seat,
    other_day,
    other_life,
    undone,
    existence,
)


def clashes(reading: Reading) -> Iterator[Clash]:
    """The clashes between a checked sentence and the source, the surest first."""
    found = [*_turned(reading), *_denied(reading), *_opposites(reading), *_amounts(reading), *_others(reading)]
    found += _anothers(reading)
    for ask in _FURTHER:
        found += ask(reading)
    yield from sorted(found, key=lambda clash: (-clash.confidence, clash.rule, clash.checked, clash.told))


def _amounts(reading: Reading) -> Iterator[Clash]:
    for item in reading.amounts:
        if item.fit is not Fit.APART or item.by is None or item.statement is None or item.derived:
            continue
        if not item.amount.exact or not item.by.exact or item.amount.kind in ("ordinal", "rate", "duration"):
            continue
        if same_thing(item.amount, item.by) < 0.8 or item.near < 0.8:
            continue
        if any(word.likeness < ENOUGH for word in reading.told):
            continue
        if any(other is not item and other.fit is not Fit.TOLD for other in reading.amounts):
            continue
        if prices_a_deed(item.statement.text) != prices_a_deed(reading.checked.text):
            continue  # "cost $5 million to repair"
        if _names_missing(reading) or _times_differ(reading) or _reckoned(reading.checked) or _reckoned(item.statement):
            continue
        rivals = [other for statement in reading.pool for other in statement.amounts if other is not item.by]
        if any(same_thing(item.amount, other) >= 0.5 or other.value == item.amount.value for other in rivals):
            continue  # another amount of the source can be the one that is meant
        step = f"All else is told; the source gives “{item.by.text}” where the sentence has “{item.amount.text}”."
        yield Clash(
            "FC112", 0.65, step, (item.amount.start, item.amount.end), (item.by.start, item.by.end), item.statement
        )


def _anothers(reading: Reading) -> Iterator[Clash]:
    """The source says "respectively", and gives the amount of the sentence to another of those that it names."""
    asked = [item.amount for item in reading.amounts if item.amount.exact]
    if len(asked) != 1 or reading.share() < _SHARED:
        return
    names = {word.norm for word in reading.checked.words if word.name}
    for statement in reading.pool:
        shares = respective(statement)
        mine = [amount for party, amount in shares if any(word.norm in names for word in party)]
        if len(mine) != 1 or mine[0].low == asked[0].low or asked[0].unit != mine[0].unit:
            continue
        if any(amount.low == asked[0].low for _, amount in shares):
            step = f"Respectively: “{mine[0].text}” is theirs in the source, and “{asked[0].text}” another's."
            where = (asked[0].start, asked[0].end), (mine[0].start, mine[0].end)
            yield Clash("FC112", 0.65, step, *where, statement)


_RECKONED = re.compile(
    r"\b(?:total|altogether|together|combined|sum|each|every|per|average|times|including|among|"
    r"(?:so|thus) far|to date|in all|of (?:the|them|those|whom))\b",
    re.IGNORECASE,
)


def _reckoned(statement: Statement) -> bool:
    """Whether a sentence speaks of sums, shares or parts, so that two amounts need not answer one question."""
    return bool(_RECKONED.search(statement.text))


def _names_missing(reading: Reading) -> bool:
    return any(item.word.name and item.likeness < ENOUGH for item in reading.told)


def _times_differ(reading: Reading) -> bool:
    """Whether the checked sentence gives a time that the source does not."""
    told = {time.text.lower() for statement in reading.pool for time in statement.times}
    return any(time.text.lower() not in told for time in reading.checked.times)


def _denied(reading: Reading) -> Iterator[Clash]:
    """The source affirms what the sentence denies, or the other way round, of the same doer and the same thing."""
    if reading.share() < 0.8 or _names_missing(reading) or any(c.fit is Fit.APART for c in reading.amounts):
        return
    for word in reading.checked.words:
        if word.pos not in ("VERB", "ADJ", "NOUN") or not _states(reading.checked, word):
            continue
        for statement in reading.pool:
            if leaves_out(statement.text) or leaves_out(reading.checked.text):
                continue
            for by in statement.words:
                if by.denied == word.denied or by.pos != word.pos or not _states(statement, by):
                    continue
                if not (by.real and word.real) or _LIMITED.search((statement if by.denied else reading.checked).text):
                    continue
                if tells(by, word)[0] < 0.8 or not _same_doer(reading, word, statement, by):
                    continue
                if any(_tells_it(reading, word, statement, other) for other in statement.words):
                    continue  # "none of the crew survived, but three passengers survived"
                step = f"One has “{word.norm}” so, the other denies it."
                yield Clash("FC113", 0.65, step, (word.start, word.end), (by.start, by.end), statement)


def _tells_it(reading: Reading, word: Word, statement: Statement, other: Word) -> bool:
    """Whether a word of the source tells one of the sentence, denied or not as it is, of the same doer by name."""
    if other.denied != word.denied or other.pos != word.pos or tells(other, word)[0] < 0.8 or not other.real:
        return False
    doer, actor = parties(reading.checked, word)[0], parties(statement, other)[0]
    return doer is not None and actor is not None and not by_pronoun(actor) and _one(doer, actor)


# A denial of a part: "nobody was hurt at the port itself" leaves open who was hurt elsewhere.
_LIMITED = re.compile(r"\b(?:itself|themselves|alone|initially|at first|immediately|at the time|yet)\b", re.IGNORECASE)


def _states(statement: Statement, word: Word) -> bool:
    """Whether a word is what its sentence states: its root, or a clause joined or reported in it."""
    head = statement.words[word.head]
    if word.dep == "xcomp" and (head.lemma in DENYING or head.lemma == "find"):
        return True  # "refused to sign" says of the signing that it was not done
    if word.dep in ("ROOT", "root", "conj", "ccomp", "parataxis") or word.head == word.place:
        return word.pos == "VERB" or any(child.dep == "cop" for child in statement.children(word.place))
    return False


def _same_doer(reading: Reading, word: Word, statement: Statement, by: Word) -> bool:
    """Whether who does it answers who does it, and to whom to whom, where both are told; one has to be."""
    doer, done = parties(reading.checked, word)
    actor, patient = parties(statement, by)
    fits = [
        by_pronoun(theirs) or mine.norm in _NOBODY or _one(mine, theirs)
        for mine, theirs in ((doer, actor), (done, patient))
        if mine is not None and theirs is not None
    ]
    return bool(fits) and all(fits)


def by_pronoun(word: Word) -> bool:
    """Whether a party is named by a pronoun for somebody told of before, or for nobody: it can be anybody."""
    return word.norm in _PRONOUNS or word.norm in _NOBODY


def _opposites(reading: Reading) -> Iterator[Clash]:
    """A word of the sentence stands where the source has one that excludes it, and all else is told."""
    for item in reading.told:
        word = item.word
        if word.pos not in ("VERB", "ADJ", "NOUN", "ADV") or word.name or item.likeness >= ENOUGH:
            continue
        if reading.share(frozenset({word.place})) < _SHARED or _names_missing(reading):
            continue
        if any(counted.fit is Fit.APART for counted in reading.amounts) or _picks_out(reading.checked, word):
            continue
        for statement in reading.pool[:1]:
            if _twice_opposed(reading, word, statement):
                continue  # "rose in early trading", "fell in late trading"
            if told_too(statement, word):
                continue  # "had refused it in 1995, but accepted it"
            for other in statement.words:
                if other.pos != word.pos or not opposed(other, word) or other.denied != word.denied:
                    continue
                if not (other.real and word.real) or _ahead(reading.checked, word) != _ahead(statement, other):
                    continue
                if not _of_one_matter(reading.checked, word, statement, other):
                    continue
                if _in_place(reading, word, statement, other):
                    step = f"“{other.norm}” in the source and “{word.norm}” exclude each other, and all else is told."
                    yield Clash("FC114", 0.6, step, (word.start, word.end), (other.start, other.end), statement)


def _picks_out(statement: Statement, word: Word) -> bool:
    """Whether a word only says which of several is meant: a south plant, a second launch."""
    head = statement.words[word.head]
    if word.dep not in _SORT or head.pos != "NOUN":
        return False
    events = {name for names in listed("support", "occasions") for name in names.split("|")}
    in_a_row = word.lemma in listed("support", "in_a_row") and head.lemma in events
    return in_a_row or word.lemma in mapping("support", "kinds")["compass"].split()


def _twice_opposed(reading: Reading, word: Word, statement: Statement) -> bool:
    """Whether another word of the sentence has its opposite in the source as well: then they speak of two matters."""
    new = [item.word for item in reading.told if item.likeness < ENOUGH and item.word.place != word.place]
    return any(opposed(other, item) for item in new for other in statement.words if other.pos == item.pos)


def _of_one_matter(checked: Statement, word: Word, statement: Statement, other: Word) -> bool:
    """Whether two words that exclude each other are said of one matter, as far as what hangs on them tells."""
    if word.pos == "VERB":
        return not two_matters(checked, word, statement, other)
    if word.pos != "NOUN":
        return True
    mine = [(case_of(checked, item), item) for item in checked.children(word.place, "nmod")]
    theirs = [(case_of(statement, item), item) for item in statement.children(other.place, "nmod")]
    if not (all_matched(checked, mine, statement, theirs) and all_matched(statement, theirs, checked, mine)):
        return False  # "a liberal", "a conservative on tax"
    results = listed("support", "earnings") | listed("support", "losses")
    if {word.lemma, other.lemma} <= results:
        sorts, others = checked.children(word.place, *_SORT), statement.children(other.place, *_SORT)
        if {item.stem for item in sorts} != {item.stem for item in others}:
            return False  # "a profit", "a pretax loss"
    over, their = checked.words[word.head], statement.words[other.head]
    return not two_occasions(checked, over, statement, their)


def _ahead(statement: Statement, verb: Word) -> bool:
    return any(child.norm in ("will", "shall", "'ll", "’ll") for child in statement.children(verb.place, "aux"))


def _others(reading: Reading) -> Iterator[Clash]:
    """The source has another of a kind of which a thing has one, and all else is told: a French or a German tourist."""
    found = list(swaps(reading))
    places = frozenset(swap.word.place for swap in found)
    if len(found) != 1 or reading.share(places) < _SAME or any(item.fit is not Fit.TOLD for item in reading.amounts):
        return
    swap = found[0]
    if _picks_out(reading.checked, swap.word):
        return
    heads = reading.checked.words[swap.word.head], swap.statement.words[swap.other.head]
    if not all(word.real for word in heads) or heads[0].denied != heads[1].denied:
        return
    if exclusive(swap.word, swap.other) and not _conjoined(swap.statement, swap.other):
        step = f"The source has “{swap.other.norm}” where the sentence has “{swap.word.norm}”, and all else is told."
        where = (swap.word.start, swap.word.end), (swap.other.start, swap.other.end)
        yield Clash("FC116", 0.6, step, *where, swap.statement)


def _conjoined(statement: Statement, word: Word) -> bool:
    """Whether a word is one of several at its place: a French and a German tourist can both be meant."""
    return word.dep == "conj" or bool(statement.children(word.place, "conj"))


def _in_place(reading: Reading, word: Word, statement: Statement, other: Word) -> bool:
    """Whether two words stand at one place: of one head, or with one subject or object."""
    checked = reading.checked
    if word.pos == "VERB":
        if not predicates().contrary(_senses(word), _senses(other)):
            # opposites of other verbs hang on what they are said of: both parties have to be told
            ours, others = parties(checked, word), parties(statement, other)
            if None in ours or None in others:
                return False
        return _same_doer(reading, word, statement, other)
    if (word.head == word.place) or (other.head == other.place):
        if word.head != word.place or other.head != other.place:
            return False
        mine, theirs = checked.children(word.place, *_SUBJECT), statement.children(other.place, *_SUBJECT)
        return bool(mine and theirs) and tells(theirs[0], mine[0])[0] >= ENOUGH
    mine_head, their_head = checked.words[word.head], statement.words[other.head]
    if word.dep != other.dep:
        return False
    return tells(their_head, mine_head)[0] >= ENOUGH


def _senses(verb: Word) -> frozenset[str]:
    return predicates().senses.get(verb.stem, frozenset())


def _turned(reading: Reading) -> Iterator[Clash]:
    """Who did it to whom is the other way round."""
    if times_new(reading) or another_time(reading.checked):
        return
    for item in reading.told:
        word, by, statement = item.word, item.by, item.statement
        if word.pos != "VERB" or by is None or statement is None or item.likeness < 0.8 or item.how == "converse":
            continue
        if word.lemma in listed("support", "mutual") or by.lemma in listed("support", "mutual"):
            continue
        if word.denied != by.denied or not (word.real and by.real):
            continue
        if of_two_times(reading.checked, word, statement, by):
            continue
        if two_occasions(reading.checked, word, statement, by):
            continue  # who loses the primary can win the election
        doer, done = parties(reading.checked, word)
        actor, patient = parties(statement, by)
        if not (doer and done and actor and patient):
            continue
        mine = [_named(reading.checked, party) for party in (doer, done)]
        theirs = [_named(statement, party) for party in (actor, patient)]
        crossed = _meet(mine[0], theirs[1]) and _meet(mine[1], theirs[0])
        if crossed and not _meet(mine[0], theirs[0]) and not _meet(mine[1], theirs[1]) and not tied_as_told(reading):
            step = f"Who did it (“{word.norm}”) to whom is the other way round."
            yield Clash("FC115", 0.65, step, (word.start, word.end), (by.start, by.end), statement)


def parties(statement: Statement, verb: Word) -> tuple[Word | None, Word | None]:
    """Who does what a verb tells and to whom, whatever its voice; a deed that follows has its clause's subject."""
    passive = bool(statement.children(verb.place, "nsubj:pass")) or any(
        child.dep == "aux:pass" for child in statement.children(verb.place)
    )
    subject = next(iter(statement.children(verb.place, *_SUBJECT)), None)
    if passive:
        agent = next(
            (
                child
                for child in statement.children(verb.place, "obl", "obl:agent")
                if any(case.norm == "by" for case in statement.children(child.place, "case"))
            ),
            None,
        )
        return agent, subject
    done = next(iter(statement.children(verb.place, "obj")), None)
    if subject is None and verb.dep in ("conj", "xcomp", "advcl", "acl", "parataxis"):
        head = statement.words[verb.head]
        for _ in range(3):
            subject = next(iter(statement.children(head.place, *_SUBJECT)), None)
            if verb.dep == "acl" and head.pos in ("NOUN", "PROPN"):
                subject = head
            if subject is not None or head.head == head.place:
                break
            head = statement.words[head.head]
    if subject is not None and subject.norm in ("who", "which", "that") and verb.dep == "acl:relcl":
        subject = statement.words[verb.head]
    return subject, done


def _one(mine: Word, theirs: Word) -> bool:
    """Whether two heads name one party: the words are told, or a part of one name stands in the other's."""
    return tells(theirs, mine)[0] >= 0.75 or tells(mine, theirs)[0] >= 0.75


def _named(statement: Statement, head: Word) -> tuple[Word, ...]:
    """A party's head with the names that stand beside it: of "candidate Max Purnell" all three."""
    beside = statement.children(head.place, "flat", "appos")
    return (head, *beside, *(word for item in beside for word in statement.children(item.place, "flat")))


def _meet(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    return any(_one(left, right) for left in mine for right in theirs)
