"""Under what the words that tell a sentence stand in the source: a denial, a plan, an accusation, another speaker.

"He denied reports that he planned to sell" has all the words of "He plans to sell". A sentence is borne out by such
words only if it has the denial, the plan or the accusation too.
"""

from collections.abc import Iterator

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.match import ENOUGH, Told
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_UP = 6  # heads up to which a word's governors are looked for
_BELOW = frozenset({"ccomp", "xcomp", "acl", "obj", "obl", "nmod", "nsubj:pass", "csubj", "csubj:pass"})
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "csubj", "csubj:pass"})
_RULED = frozenset({"of", "from", "against"})  # "accused of breaking", "kept from going": prepositions of the verb
_OPEN = frozenset({"possible", "likely", "seeming", "alleged", "believed", "feared"})
_AGREED = frozenset({"agree", "attempt", "try", "seek"})  # news tells it as done soon enough
_CONDITIONS = frozenset({"if", "unless", "whether", "provided"})
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})
_NOT_DONE = frozenset({"would", "should", "must", "will", "shall", "can", "could", "may", "might"})


def governed(reading: Reading) -> str | None:
    """The first reason, in words, why words that stand in the source do not say that it is so, or None."""
    for reason in (_under, _object_of_denial, _none_of, _not_done, _other_speaker, _of_a_party):
        found = reason(reading)
        if found is not None:
            return found
    return None


def _main(reading: Reading) -> Iterator[Told]:
    """The words that carry the sentence's own statement: its root, and what is joined to it."""
    words = reading.checked.words
    for item in reading.told:
        word = item.word
        while word.dep == "conj" and word.head != word.place:
            word = words[word.head]
        if word.head == word.place:
            yield item


def _governors(statement: Statement, word: Word) -> Iterator[tuple[Word, str]]:
    """The words above a word, nearest first, with how what is below hangs on each; a relative clause stands alone."""
    climbed = False
    for _ in range(_UP):
        if word.head == word.place:
            return
        head = statement.words[word.head]
        if word.dep == "conj":
            word = head
            continue
        marks = {child.norm for child in statement.children(word.place, "mark")}
        ruled = word.dep == "advcl" and marks <= _RULED and bool(marks)
        if word.dep not in _BELOW and not ruled:
            return
        if word.pos == "NOUN" and word.dep == "obj" and climbed and word.lemma not in listed("support", "reported"):
            return  # "released no list of how many were sold"
        yield head, "acl" if ruled else word.dep
        climbed = True
        word = head


def _negated(statement: Statement, word: Word) -> bool:
    negators = lexicon.words().negators
    return any(child.norm in negators and child.dep in ("advmod", "det") for child in statement.children(word.place))


def _denies(statement: Statement, word: Word) -> bool:
    """Whether what stands below a word is said not to be so: "denied", "ruled out", "no evidence that"."""
    particles = {child.norm for child in statement.children(word.place, "compound:prt")}
    phrases = {word.lemma, *(f"{word.lemma}-{particle}" for particle in particles)}
    return bool(phrases & listed("support", "denying")) or _negated(statement, word)


def _has(reading: Reading, statement: Statement, word: Word) -> bool:
    """Whether the sentence has a word of the source too, or one that is told by it."""
    return any(other.lemma == word.lemma for other in reading.checked.words) or any(
        item.by is not None and item.statement is statement and item.by.place == word.place and item.likeness >= ENOUGH
        for item in reading.told
    )


def _under(reading: Reading) -> str | None:
    """What the source denies, or has somebody plan, allege or believe, is told as so."""
    for item in _main(reading):
        by, statement = item.by, item.statement
        if by is None or statement is None or item.likeness < ENOUGH or item.word.denied or not item.word.real:
            continue
        if by.pos == "NOUN" and by.lemma in listed("support", "reported") | listed("support", "wanting"):
            continue  # a plea that is rejected was made
        for governor, how in _governors(statement, by):
            if _has(reading, statement, governor) or not _holds(by, governor, how):
                break
            done = _done(reading.checked, item.word)
            if _denies(statement, governor) and not by.denied:
                return f"In the source “{by.norm}” stands under “{governor.norm}”, which denies it."
            if how in _CLAUSES and _left_open(governor, done):
                return f"In the source “{by.norm}” stands under “{governor.norm}”, which leaves it open."
            if how in _CLAUSES and done and _wanted(governor):
                return f"In the source “{by.norm}” stands under “{governor.norm}”, and is not done."
    return None


def _holds(by: Word, governor: Word, how: str) -> bool:
    """Whether what a governor denies or leaves open is what stands below it, and nothing that it takes for granted."""
    if how in _CLAUSES:
        return True
    if how not in ("obj", "nsubj:pass"):
        return False  # "rejects demands to pay for the use of the base"
    return by.pos == "NOUN" or governor.pos == "VERB"


def _left_open(governor: Word, done: bool) -> bool:
    hedge = lexicon.words().hedges.get(governor.lemma)
    return governor.lemma in listed("support", "alleging") or (hedge in _OPEN and (done or hedge != "likely"))


def _wanted(governor: Word) -> bool:
    intended = lexicon.words().hedges.get(governor.lemma) == "intent" and governor.lemma not in _AGREED
    return intended or governor.lemma in listed("support", "wanting")


def _object_of_denial(reading: Reading) -> str | None:
    """What the source rules out is something that the sentence has happen: "ruled out an increase", "announced an
    increase".
    """
    for item in reading.told:
        word, by, statement = item.word, item.by, item.statement
        if word.dep not in ("obj", "nsubj:pass") or by is None or statement is None or item.likeness < ENOUGH:
            continue
        verb = reading.checked.words[word.head]
        if verb.head != verb.place or verb.denied or _denies(reading.checked, verb):
            continue
        if by.dep not in ("obj", "nsubj:pass"):
            continue
        over = statement.words[by.head]
        told = any(t.word.place == verb.place and t.by is not None and t.likeness >= ENOUGH for t in reading.told)
        if not told and _denies(statement, over) and not over.denied and not _has(reading, statement, over):
            return f"The source has “{over.norm}” where the sentence has “{verb.norm}”."
    return None


def _none_of(reading: Reading) -> str | None:
    """The source has "no" before a noun of the sentence, which denies nothing: "no pilots will be dismissed"."""
    negators = lexicon.words().negators
    if any(word.norm in negators or word.denied for word in reading.checked.words):
        return None
    for item in reading.told:
        if item.word.pos != "NOUN" or item.by is None or item.statement is None or item.likeness < ENOUGH:
            continue
        if any(child.norm == "no" for child in item.statement.children(item.by.place, "det")):
            return f"The source says “no {item.by.norm}”."
    return None


def _done(statement: Statement, word: Word) -> bool:
    """Whether a verb tells what has happened: a past form, or a perfect."""
    aux = {child.norm for child in statement.children(word.place, "aux", "aux:pass")}
    past = word.norm != word.lemma and not word.norm.endswith(("ing", "s"))
    return word.pos == "VERB" and past and not aux - _HAVE - {"was", "were", "been"}


def _not_done(reading: Reading) -> str | None:
    """What the source says should or would be is told as done: "should first sell", "sold"."""
    for item in _main(reading):
        by, statement = item.by, item.statement
        if by is None or statement is None or by.pos != "VERB" or not _done(reading.checked, item.word):
            continue
        if by.dep == "acl:relcl":
            continue  # "Pius, who would die in France"
        if any(child.norm in _CONDITIONS for child in statement.children(by.place, "mark")):
            return f"In the source “{by.norm}” is a condition."
        aux = {child.norm for child in statement.children(by.place, "aux")}
        if aux & _NOT_DONE and not aux & _HAVE:
            return f"The source does not say that it is done (“{' '.join([*sorted(aux), by.norm])}”)."
    return None


def _other_speaker(reading: Reading) -> str | None:
    """The sentence has one party say or find what the source has another one say."""
    cues = lexicon.words().cues
    words = reading.checked.words
    for item in reading.told:
        word, by, statement = item.word, item.by, item.statement
        if by is None or statement is None or item.likeness < ENOUGH or not word.dep == by.dep == "ccomp":
            continue
        mine, theirs = words[word.head], statement.words[by.head]
        if mine.lemma not in cues or theirs.lemma not in cues:
            continue
        one, other = (_subject(side, verb) for side, verb in ((reading.checked, mine), (statement, theirs)))
        if one is None or other is None or one.pos == "PRON" or other.pos == "PRON":
            continue
        if not _one_party(reading.checked, one, statement, other):
            return f"In the source it is “{other.norm}” who says so, not “{one.norm}”."
    return None


def _of_a_party(reading: Reading) -> str | None:
    """What a party to a dispute says in the source is told as so: "according to the prosecution"."""
    parties = lexicon.words().parties
    said = {word.lemma for word in reading.checked.words}
    for item in _main(reading):
        by, statement = item.by, item.statement
        if by is None or statement is None or item.likeness < ENOUGH:
            continue
        speakers = [
            word
            for word in statement.children(by.place, "obl")
            if any(child.norm == "according" for child in statement.children(word.place))
        ]
        over = statement.words[by.head]
        if by.dep == "ccomp" and over.lemma in lexicon.words().cues:
            speakers += [word for word in [_subject(statement, over)] if word is not None]
        for speaker in speakers:
            if speaker.lemma in parties and speaker.lemma not in said:
                return f"The source has it from “{speaker.norm}”, a party to the matter, and does not say it itself."
    return None


def _subject(statement: Statement, verb: Word) -> Word | None:
    return next(iter(statement.children(verb.place, "nsubj", "nsubj:pass")), None)


def _one_party(mine: Statement, one: Word, theirs: Statement, other: Word) -> bool:
    """Whether two subjects can be one party: a word in common, one is a name and the other is not, or one is any."""
    if (one.pos == "PROPN") != (other.pos == "PROPN") or {one.lemma, other.lemma} & listed("support", "any_speaker"):
        return True
    names = [
        {part.stem for part in side.words if part.place == word.place or side.words[part.head].place == word.place}
        for side, word in ((mine, one), (theirs, other))
    ]
    return bool({name for name in names[0] if name.isalnum()} & names[1] - {"the", "a"})
