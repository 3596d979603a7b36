"""FC114, FC112: a profit told as a loss of the same sum, and another price of the same thing.

Both ask for one bearer by name on both sides. A price is compared with a price alone: what something was sold for with
what it was bought for or cost, and not with what it is worth, and only where the source gives one price of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon.lists import words as listed
from factcheck.model.quantity import Quantity
from factcheck.stages.support.circumstances import all_matched, case_of, phrases
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import same, times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import is_passive, subject_of, told_as_so

_NEAR = 0.05  # share by which one price may differ from another and be a rounding of it
_DEALS = frozenset({"sell", "buy", "purchase", "acquire", "auction", "resell"})
_SELLING = frozenset({"sell", "auction", "resell", "fetch"})
_BUYING = frozenset({"buy", "purchase", "acquire", "pay"})
_WHERE = frozenset({"in", "at", "on", "near", "from", "with"})  # before what a price can hang on
_FOR = frozenset({"for", "at"})
_SALES = frozenset({"sale", "purchase", "acquisition", "takeover", "buyout"})


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money: what it is ("gain", "loss" or "price"), of whom or what (None: a pronoun that nobody knows), and
    the word that tells it.
    """

    what: str
    party: Party | None
    amount: Quantity
    doer: Party | None
    word: Word
    statement: Statement


def money(reading: Reading) -> Iterator[Clash]:
    """The sums of a checked sentence beside those of the source that exclude them."""
    mine = list(_sums(reading.checked, (reading.checked,)))
    if not mine or times_new(reading):
        return
    theirs = [item for statement in reading.source for item in _sums(statement, reading.source)]
    for one in mine:
        alike = [item for item in theirs if item.amount.unit == one.amount.unit and _of_one(one, item)]
        if one.what == "price":
            prices = {item.amount.low: item for item in alike if item.what == "price"}
            other = next(iter(prices.values()), None)
            if other is None or other.party is None or len(prices) > 1 or _two_deals(one, other):
                continue
            if _told_as_price(reading, one.amount) or not _one_occasion(one, other):
                continue
            if _apart(one.amount.low, other.amount.low):
                step = f"The source gives “{other.amount.text}” as the price, the sentence “{one.amount.text}”."
                yield _clash("FC112", step, one, other, _place(one), _place(other))
            continue
        equal = [item for item in alike if item.what != "price" and item.amount.low == one.amount.low]
        if equal and all(item.party is not None and item.what != one.what and _one_result(one, item) for item in equal):
            other = equal[0]
            step = f"“{other.word.norm}” in the source and “{one.word.norm}” exclude each other, of the same sum."
            mine_, their = (one.word.start, one.word.end), (other.word.start, other.word.end)
            yield _clash("FC114", step, one, other, mine_, their)


def _of_one(one: Sum, other: Sum) -> bool:
    """Whether two sums are of one party, or the source's may be."""
    return one.party is not None and (other.party is None or same(one.party, other.party))


def _clash(rule: str, step: str, one: Sum, other: Sum, mine: tuple[int, int], theirs: tuple[int, int]) -> Clash:
    return Clash(rule, 0.6, step, mine, theirs, other.statement)


def _place(item: Sum) -> tuple[int, int]:
    return item.amount.start, item.amount.end


def _told_as_price(reading: Reading, amount: Quantity) -> bool:
    """Whether the source has the number by a verb: what something was bought or sold for, in whatever unit."""
    for statement in reading.source:
        for word in statement.words:
            told = None if word.amount is None else statement.amounts[word.amount]
            over = statement.words[word.head]
            if told is not None and told.low == amount.low and over.pos == "VERB":
                return True
    return False


def _two_deals(one: Sum, other: Sum) -> bool:
    """Whether one tells of buying and the other of selling, which can be years apart, or of two who bought or sold."""
    kinds = [{item.word.lemma} & _SELLING or {item.word.lemma} & _BUYING for item in (one, other)]
    if all(kinds) and (kinds[0] <= _SELLING) != (kinds[1] <= _SELLING):
        return True
    if one.doer is None or other.doer is None:
        return False
    return not same(one.doer, other.doer) or (one.word.lemma in _SELLING) != (other.word.lemma in _SELLING)


def _one_occasion(one: Sum, other: Sum) -> bool:
    """Whether two prices hang on the same: a phone is not as dear in the US as in Norway.

    A price of which only one side says on what it hangs can be another.
    """
    mine, theirs = ([(way, word) for way, word in _beside(item) if way in _WHERE] for item in (one, other))
    return all_matched(one.statement, mine, other.statement, theirs) and all_matched(
        other.statement, theirs, one.statement, mine
    )


def _one_result(one: Sum, other: Sum) -> bool:
    """Whether two results can be of one time and sort: no pretax and no net one, not of two quarters or products."""
    mine, theirs = _beside(one), _beside(other)
    if not all_matched(one.statement, mine, other.statement, theirs):
        return False
    sorts, others = _sort_of_result(one), _sort_of_result(other)
    if one.word.pos == other.word.pos == "NOUN" and not _told(others, sorts):
        return False
    return _told(sorts, others)


def _told(asked: list[Word], told: list[Word]) -> bool:
    return all(any(tells(b, a)[0] >= ENOUGH for b in told) for a in asked)


def _sort_of_result(item: Sum) -> list[Word]:
    """The words before a noun of a result that say of what sort it is: "a pretax loss"."""
    if item.word.pos != "NOUN":
        return []
    before = item.statement.children(item.word.place, "amod", "compound")
    return [word for word in before if word.amount is None]


def _beside(item: Sum) -> list[tuple[str, Word]]:
    """The circumstances of a sum, but for the sum itself; of a noun those of its verb as well."""
    statement, word = item.statement, item.word
    found = phrases(statement, word)
    if word.pos == "NOUN":
        found += [(case_of(statement, child), child) for child in statement.children(word.place, "nmod")]
        found += phrases(statement, statement.words[word.head])
    inside = range(item.amount.start, item.amount.end)
    return [(way, child) for way, child in found if child.start not in inside]


def _apart(price: float, other: float) -> bool:
    return abs(price - other) > _NEAR * max(price, other)


def _sums(statement: Statement, text: tuple[Statement, ...]) -> Iterator[Sum]:
    for number, amount in enumerate(statement.amounts):
        if amount.kind != "money" or not amount.exact:
            continue
        inside = [word for word in statement.words if word.amount == number]
        top = next((word for word in inside if statement.words[word.head].amount != number), None)
        if top is None:
            continue
        found = [*_result(statement, top), *_price(statement, top)]
        for what, word, head in found:
            party = party_of(statement, head, text)
            if told_as_so(statement, word):
                doer = None if is_passive(statement, word) else subject_of(statement, word)
                whose = None if doer is None or doer is head else party_of(statement, doer, text)
                yield Sum(what, party, amount, whose, word, statement)


def _result(statement: Statement, top: Word) -> Iterator[tuple[str, Word, Word]]:
    """What a sum says of somebody's result: "earned $5m", "a loss of $5m", with whose it is."""
    over = statement.words[top.head]
    if top.dep == "obj" and over.pos == "VERB" and not is_passive(statement, over):
        what = _sign(over.lemma, "gain", "loss")
        subject = subject_of(statement, over)
        if what and subject is not None and not statement.children(over.place, "xcomp"):
            yield what, over, subject
    if over.pos == "NOUN" and top.dep in ("nmod", "compound", "nummod", "appos"):
        what = _sign(over.lemma, "earnings", "losses")
        whose = next(iter(statement.children(over.place, "nmod:poss")), None)
        verb = statement.words[over.head]
        if whose is None and over.dep == "obj" and verb.lemma in listed("support", "results"):
            whose = subject_of(statement, verb)
        if what and whose is not None:
            yield what, over, whose


def _sign(lemma: str, gain: str, loss: str) -> str:
    return "gain" if lemma in listed("support", gain) else "loss" if lemma in listed("support", loss) else ""


def _price(statement: Statement, top: Word) -> Iterator[tuple[str, Word, Word]]:
    """Of what a sum is the price: "sold the mill for $5m", "the mill cost $5m", "the $5m sale of the mill"."""
    over = statement.words[top.head]
    cases = {child.norm for child in statement.children(top.place, "case")}
    passive = is_passive(statement, over)
    thing = None
    if over.lemma in _DEALS and top.dep.startswith("obl") and cases <= _FOR and cases:
        done = next(iter(statement.children(over.place, "obj")), None)
        thing = subject_of(statement, over) if passive else done
    elif over.lemma in ("cost", "fetch") and over.pos == "VERB" and top.dep in ("obj", "xcomp"):
        to_do = statement.children(over.place, "xcomp", "advcl")  # "cost $2 million to build"
        thing = None if to_do else subject_of(statement, over)
    elif over.lemma == "pay" and top.dep == "obj" and not passive:
        for child in statement.children(over.place, "obl"):
            if [case.norm for case in statement.children(child.place, "case")] == ["for"]:
                thing = child
    elif over.lemma in _SALES and top.dep in ("compound", "nummod", "nmod"):
        for child in statement.children(over.place, "nmod"):
            if [case.norm for case in statement.children(child.place, "case")] == ["of"]:
                thing = child
    if thing is not None and not _part(thing):
        yield "price", over, thing


def _part(thing: Word) -> bool:
    return thing.lemma in ("stake", "share", "part", "half", "interest", "portion", "unit", "right", "ticket", "copy")
