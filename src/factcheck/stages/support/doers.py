"""Who does what in a sentence, and whether it is somebody else who does it in the source.

"Tanui won the race" has all its words in "Brandt won the race ahead of Tanui". Compared are doers with doers and those
that it is done to with those that it is done to, whatever the voice, in relative clauses and joined verbs too.
"""

from dataclasses import dataclass

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.match import tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_SAME = 0.8  # likeness of verbs that tell one deed
_OTHER = 0.5  # likeness under which two nouns are of two things
_UP = 4
_RELATIVE = frozenset({"who", "which", "that"})
_DESCRIBES = frozenset({"conj", "appos", "flat", "flat:name", "compound", "nmod:desc", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb's doer and whom it is done to; None where the sentence does not say, or says it by a pronoun."""

    doer: Word | None
    done_to: Word | None


def others_deed(reading: Reading) -> str | None:
    """Why a deed is another one's in the source, in words; None if it may be the same one's."""
    checked = reading.checked
    for item in reading.told:
        verb = item.word
        if verb.pos != "VERB" or item.likeness < _SAME or verb.lemma in listed("support", "mutual"):
            continue
        mine = _deed(checked, verb)
        found = [
            (statement, _deed(statement, word))
            for statement in reading.pool
            for word in statement.words
            if word.content and tells(word, verb)[0] >= _OTHER and word.pos in ("VERB", "NOUN", "ADJ")
        ]
        for role in ("doer", "done_to"):
            asked = getattr(mine, role)
            told = [(statement, getattr(deed, role)) for statement, deed in found]
            if asked is None or not told or any(word is None for _, word in told):
                continue
            if all(_another(reading, asked, statement, word, verb) for statement, word in told):
                return f"In the source it is “{told[0][1].norm}” of whom “{verb.norm}” is told, not “{asked.norm}”."
    return None


def _deed(statement: Statement, verb: Word) -> _Deed:
    if verb.pos != "VERB":
        return _Deed(None, None)
    subject, passive = _subject(statement, verb)
    objects = [word for word in statement.children(verb.place, "obj") if word.pos in ("NOUN", "PROPN")]
    agents = [
        word
        for word in statement.children(verb.place, "obl", "obl:agent")
        if any(child.norm == "by" for child in statement.children(word.place, "case"))
    ]
    doer = (agents[0] if agents else None) if passive else subject
    done_to = subject if passive else (objects[0] if objects else None)
    nouns = ("NOUN", "PROPN")
    return _Deed(doer if doer and doer.pos in nouns else None, done_to if done_to and done_to.pos in nouns else None)


def _subject(statement: Statement, verb: Word) -> tuple[Word | None, bool]:
    """The subject of a verb, its own or that of what it is joined to, and whether the verb is passive."""
    passive = bool(statement.children(verb.place, "aux:pass", "nsubj:pass"))
    word = verb
    for _ in range(_UP):
        own = statement.children(word.place, "nsubj", "nsubj:pass")
        if own:
            if own[0].norm in _RELATIVE:
                return (statement.words[word.head] if word.dep == "acl:relcl" else None), passive
            return own[0], passive
        if word.dep != "conj" or word.head == word.place:
            return None, passive
        word = statement.words[word.head]
    return None, passive


def _another(reading: Reading, asked: Word, statement: Statement, told: Word, verb: Word) -> bool:
    """Whether two parties are two for certain: two names without a common word, or two nouns for things apart, and the
    one that is asked for stands in the source too, as somebody else.
    """
    checked = reading.checked
    mine, theirs = _words(checked, asked), _words(statement, told)
    if asked.pos != told.pos or asked.stem in theirs or told.stem in mine:
        return False
    if asked.pos == "NOUN" and not (asked.person and told.person):
        return False  # "the law is changing as operations become common": things share deeds, people seldom do
    anybody = verb.lemma in lexicon.words().cues and bool({asked.lemma, told.lemma} & listed("support", "any_speaker"))
    alike = max(tells(told, asked)[0], tells(asked, told)[0])
    if mine & theirs if asked.pos == "PROPN" else anybody or alike >= _OTHER:
        return False
    return any(
        word.stem == asked.stem and (part is not statement or word.place != told.place) and word.pos == asked.pos
        for part in reading.pool
        for word in part.words
    )


def _words(statement: Statement, word: Word) -> frozenset[str]:
    """The stems of a party's words: its head, and what names or describes it."""
    beside = [child for child in statement.children(word.place) if child.dep in _DESCRIBES]
    beside += [below for child in beside for below in statement.children(child.place) if below.dep in _DESCRIBES]
    head = statement.words[word.head]
    if word.dep.startswith("nsubj"):  # "sprinter Tessa Marlow", parsed as two subjects
        beside += [other for other in statement.children(head.place, word.dep) if other.place != word.place]
    if word.dep in ("conj", "appos", "flat", "nmod:desc") and head.place != word.place:
        beside.append(head)
    return frozenset(part.stem for part in [word, *beside])
