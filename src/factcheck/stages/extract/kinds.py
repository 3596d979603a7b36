"""What the point of a clause is: an amount, a date, a role, a link between two things, a state, or an event.

The criteria are about English, after Vendler's classes (Verbs and Times, 1957) and Talmy's kinds of causation:

- A date is the point where a clause is dated more exactly than news dates everything ("on Monday"), or says of
  something that it is scheduled, or when it was first or last done.
- A relation links two things or two events: membership and kinship always; causing, allowing and forcing only where
  what causes is no agent ("the storm forced them to land"): what an agent does is an event ("the mayor let them in").
- A state has no end in itself: stative verbs, copulas, participles of position or dress without an agent, "keep" or
  "stay" with an adjective, and what is told in the simple present, unless it is a headline, whose present tense tells
  of events.
- "Under discussion", "in talks", "involved in the search" name events that are going on, though their verb is "be".
"""

import re

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping, words
from factcheck.model.claim import Kind, Modality
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.stages.extract.context import Context, type_of
from factcheck.stages.extract.frames import ClauseFrame, case
from factcheck.stages.extract.members import placed_by
from factcheck.stages.extract.predicates import complements
from factcheck.stages.extract.tree import kid, kids, lemma, rel, source_text

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_RELATIVE_DATES = frozenset({"ago", "last", "next", "before", "earlier", "later", "previous", "following"})
EXACT_ENOUGH = frozenset(
    {"day", "week", "month", "quarter", "season", "half", "year", "decade", "hour", "minute", "century", "weekend"}
)
_AGENTS = frozenset({"person", "group", "organization", "place"})  # "Mexico expelled them": a place acts for its people
_INTENDING = frozenset({"hope", "seek", "aim", "intend", "attempt", "try", "wish"})
_COUNTED_FROM = re.compile(
    r"the (?:(?:night|day|morning|evening|week|month|year) (?:before|after)"
    r"|(?:next|following|previous|same) (?:night|day|morning|afternoon|evening|week|month|year))\b",
    re.IGNORECASE,
)
_NONE = frozenset({"none", "neither"})
_SOME = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"})


def dates_it(time: Time | None) -> bool:
    """Whether a time is exact enough to be the point of a claim: a date or a month or a year, not "on Monday"."""
    if time is None or time.kind not in {"date", "time"}:
        return False
    if counts_from(time):
        return True
    if time.precision not in EXACT_ENOUGH:
        return False
    words_ = time.text.lower().split()
    if words_[0] in _SOME:
        return False  # "days before the vote": nobody says how many
    return (
        any(char.isdigit() for char in time.text)
        or any(word.strip(".,")[:3] in _MONTHS for word in words_)
        or not _RELATIVE_DATES.isdisjoint(words_)
    )


def counts_from(time: Time) -> bool:
    """ "The night before", "the next morning": a time told by another event."""
    return _COUNTED_FROM.match(time.text) is not None


def kind_of(context: Context, item: ClauseFrame, amount: Quantity | None, time: Time | None) -> Kind:
    """What the point of a clause is."""
    if _quotes(context, item):
        return Kind.QUOTE
    counted = amount is not None and _counts(item, amount)
    if _dated(context, item, time) and not (counted and _since(item, time)):
        return Kind.DATE  # an amount beside it makes a claim of its own
    if counted:
        return Kind.QUANTITY
    head = item.clause.head
    inner = list(complements(head))[-1]
    if item.predicate == "be":
        return _copular(inner)
    word = lemma(inner)
    if _states_role(context, item, word):
        return Kind.ROLE
    if {word, lemma(head)} & words("predicates", "linking") and _lists_doings(head):
        return Kind.EVENT
    if _links(context, item, head, inner):
        return Kind.RELATION
    if _names_it(head) or word in words("predicates", "stative") or _lasting(head) or _stays(inner) or _posed(item):
        return Kind.ATTRIBUTE
    return Kind.EVENT


# ---------------------------------------------------------------- quotations, amounts, dates


def _quotes(context: Context, item: ClauseFrame) -> bool:
    """Whether a clause is told partly in the words of the one who says it ("was done “for the good of the
    country”").
    """
    for quotation in context.quoted:
        if quotation.start >= item.end:
            break
        if (
            quotation.start >= item.start
            and len(source_text(context.doc)[quotation.start : quotation.end].split()) >= 5
        ):
            return context.attribution(item.clause.head) is not None
    return False


def _counts(item: ClauseFrame, amount: Quantity) -> bool:
    """Whether an amount is the point: it is not spoken of as known, and is more than a negation ("none came")."""
    if amount.text.lower() in _NONE:
        return False
    if amount.kind == "age":
        return item.predicate == "be"  # "a 40-year-old climber died" is about the death
    if amount.kind == "duration":
        return item.mood.modality is Modality.ACTUAL
    return not _known(item, amount)


def _known(item: ClauseFrame, amount: Quantity) -> bool:
    """Whether the amount is spoken of as known ("the 55 prisoners"), so that it is not the point of the clause."""
    span = item.clause.head.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    noun = span.root if span.root.pos_ == "NOUN" else span.root.head
    return any(
        child.text.lower() in {"the", "these", "those", "both"} and child.i < span.start for child in kids(noun, "det")
    )


def _dated(context: Context, item: ClauseFrame, time: Time | None) -> bool:
    if dates_it(time):
        return True
    if _scheduled(item) and (time is not None or item.times):
        return True
    return _at_earliest(item, time) or _occasion(context, item) or _first_done(item)


def _since(item: ClauseFrame, time: Time | None) -> bool:
    """Whether a time only bounds the stretch over which something was counted ("sold 12 since 2010")."""
    if time is None:
        return False
    doc = item.clause.head.doc
    before = source_text(doc)[max(item.start, time.start - 60) : time.start].lower().split()
    return "since" in before or "until" in before or time.text.lower().startswith(("since ", "until "))


def _scheduled(item: ClauseFrame) -> bool:
    """ "The trial is set for March", "has a hearing scheduled this week": what is told is when."""
    scheduling = words("predicates", "scheduling")
    head = item.clause.head
    return any(
        lemma(token) in scheduling and token.tag_ in {"VBN", "VBD", "JJ"} and not (token.tag_ == "VBD" and _acts(token))
        for token in (head, *kids(head, "xcomp", "obj", "acl"), *(c for o in kids(head, "obj") for c in kids(o, "acl")))
    )


def _at_earliest(item: ClauseFrame, time: Time | None) -> bool:
    """ "As early as Friday": how soon is the point."""
    if time is None:
        return False
    before = source_text(item.clause.head.doc)[max(0, time.start - 16) : time.start].lower().split()
    return before[-1:] == ["as"] and before[-2:-1] in (["early"], ["soon"], ["late"], ["recently"])


def _acts(token: Token) -> bool:
    return kid(token, "obj") is not None


def _occasion(context: Context, item: ClauseFrame) -> bool:
    """ "At a Jan. 13 hearing": an occasion with its date dates what happens at it."""
    events = mapping("events", "object").keys() | mapping("events", "subject").keys() | words("predicates", "occasions")
    for child in item.clause.head.children:
        if rel(child) != "obl" or case(child) not in {"at", "during", "in"} or lemma(child) not in events:
            continue
        start = child.left_edge.idx
        if any(dates_it(time) and time.start < child.idx for time in context.times_in(start, child.idx)):
            return True
    return False


def _first_done(item: ClauseFrame) -> bool:
    """ "Was first proposed during the war": when something was first or last done."""
    head = item.clause.head
    if not any(child.text.lower() in {"first", "last", "originally"} for child in kids(head, "advmod")):
        return False
    return any(case(child) in {"during", "under", "before", "after"} for child in kids(head, "obl"))


# ---------------------------------------------------------------- roles and relations


def _states_role(context: Context, item: ClauseFrame, word: str) -> bool:
    if (
        word in {"lead", "head", "chair", "command", "captain", "found", "cofound", "co-found"}
        and item.object is not None
        and item.subject is not None
    ):
        mention, target = context.names.of(item.subject), context.names.of(item.object)
        kind = mention.type if mention is not None else type_of(item.subject)
        people = kind in {"person", "group"}
        group = (target is not None and target.type == "organization") or lemma(item.object) in words(
            "people", "organizations"
        )
        return people and group
    return word in {"serve", "act", "work"} and any(part.role == "as" for part in item.arguments)


def _links(context: Context, item: ClauseFrame, head: Token, inner: Token) -> bool:
    """Whether a clause ties two things or two events together."""
    linking, causal = words("predicates", "linking"), words("predicates", "causal")
    if lemma(inner) in linking or lemma(head) in linking:
        return True
    if _aims(item, head) or any(placed_by(child) for child in kids(head, "advcl")):
        return True
    if lemma(head) in words("predicates", "seeing_as") and _seen_as_link(head):
        return True
    if lemma(inner) not in causal and lemma(head) not in causal:
        return False
    return not _agent(context, item)


def _lists_doings(head: Token) -> bool:
    """ "The measures included replacing the guards": what is listed is what was done."""
    return any(child.tag_ == "VBG" and child.i > head.i for child in kids(head, "obj", "xcomp", "ccomp", "advcl"))


def _agent(context: Context, item: ClauseFrame) -> bool:
    """Whether what causes something is somebody, so that it is done and not only brought about.

    In a passive the one who does it may be left out ("they were allowed to leave"); only events and things are said to
    "be caused".
    """
    clause = item.clause
    if item.subject is None:
        passive = clause.passive or kid(clause.head, "aux:pass") is not None
        return passive and lemma(clause.head) in {"allow", "let", "require", "force", "enable", "prevent", "signal"}
    if clause.relation == "advcl" and clause.head.tag_ == "VBG":
        return False  # its subject is what the clause before it tells
    mention = context.names.of(item.subject)
    referent = context.pronouns.get(item.subject.i)
    kind = mention.type if mention is not None else (referent.type if referent is not None else type_of(item.subject))
    return kind in _AGENTS or item.subject.text.lower() in {"he", "she", "they", "who"}


def _aims(item: ClauseFrame, head: Token) -> bool:
    """A participle of intention beside a clause ("..., hoping to avoid leaks"): what something is done for."""
    return (
        item.clause.relation == "advcl"
        and head.tag_ == "VBG"
        and lemma(head) in _INTENDING
        and (kid(head, "xcomp", "ccomp") is not None)
    )


def _seen_as_link(head: Token) -> bool:
    """ "Is viewed as a cause of", "served as a signal that", "framed it as part of a deal"."""
    return any(
        case(child) == "as"
        and ({lemma(child)} | {lemma(part) for part in kids(child, "nmod")}) & words("predicates", "be_relation")
        for child in kids(head, "obl", "xcomp")
    )


# ---------------------------------------------------------------- states


def _copular(inner: Token) -> Kind:
    word = lemma(inner)
    preposition = case(inner)
    if inner.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        if preposition == "among" and any(
            child.tag_ in {"JJS", "RBS"} for child in inner.subtree if child.i <= inner.i + 1
        ):
            return Kind.ATTRIBUTE  # "among the strongest opponents" judges; "among the dead" tells who belongs
        if word in words("predicates", "be_relation") or preposition in {"among", "between"}:
            return Kind.RELATION
        if (
            word in words("people", "roles")
            and kid(inner, "nmod", "compound", "nmod:poss", "amod") is not None
            and not preposition
        ):
            return Kind.ROLE
        if (preposition == "under" and word in words("predicates", "under_way")) or (
            preposition == "in" and word in {"talk", "talks", "negotiation", "discussion"}
        ):
            return Kind.EVENT
    if word in {"among", "because"}:
        return Kind.RELATION
    if word in {"involve", "involved", "engage", "engaged"} and any(
        case(child) == "in" for child in kids(inner, "obl")
    ):
        return Kind.EVENT
    return Kind.ATTRIBUTE


def _lasting(head: Token) -> bool:
    """Whether the clause is in the simple present, active or passive: what holds or recurs, not what happened."""
    if _headline(head):
        return False
    helpers = kids(head, "aux")
    if any(child.dep_ == "aux:pass" for child in helpers):
        return all(child.tag_ in {"VBZ", "VBP"} for child in helpers)
    if head.tag_ == "VBP" and lemma(head) in words("inflection", "invariant"):
        return False  # "officers put up a fence": past as much as present
    return head.tag_ in {"VBZ", "VBP"} and not helpers


def _names_it(head: Token) -> bool:
    """ "Residents call it the maze", "was dubbed a hero": what something goes by."""
    return lemma(head) in words("predicates", "naming") and any(
        child.i > head.i and child.pos_ in {"NOUN", "PROPN", "ADJ"} for child in kids(head, "xcomp")
    )


def _headline(head: Token) -> bool:
    """Whether a sentence is a headline: no full stop, and told in the present for what has just happened."""
    last = next((token for token in reversed(head.sent) if not token.is_space), head)
    return not any(char in ".!?:;\"”'’)" for char in last.text[-1:]) and last.pos_ != "PUNCT"


def _stays(inner: Token) -> bool:
    """ "Kept quiet", "stayed open"."""
    if lemma(inner) not in {"keep", "stay", "lie", "go"} or kid(inner, "aux:pass") is not None:
        return False
    return any(
        (child.pos_ == "ADJ" or child.text.lower() in {"mum", "quiet", "silent", "still", "calm"})
        and child.i == inner.i + 1
        for child in kids(inner, "xcomp", "obj")
    )


def _posed(item: ClauseFrame) -> bool:
    """A participle of dress, bonds or position without one who does it ("shackled and dressed in blue")."""
    head = item.clause.head
    going = lemma(head) in {"head", "bind"} and kid(head, "aux:pass") is not None  # "were headed home"
    if head.tag_ != "VBN" or not (lemma(head) in words("predicates", "posed") or going):
        return False
    return kid(head, "obj") is None and not any(case(child) == "by" for child in kids(head, "obl"))


def telling(amount: Quantity) -> bool:
    """Whether an amount says how many or how much, and is no article-like "one", ordinal, or "for years"."""
    if amount.kind in {"ordinal", "year", "label"} or (amount.kind == "duration" and amount.value is None):
        return False
    lower = amount.text.lower()
    if lower.split()[0] == "one" and amount.counted in {"person", "people"}:
        return True  # "one person was killed" answers how many
    return not (amount.value == 1 and not lower[:1].isdigit() and "percent" not in lower)
