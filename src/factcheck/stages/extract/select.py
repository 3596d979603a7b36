"""Which sentences and clauses state something that could be checked, and why the others do not."""

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.coordination import is_counted, shared_object
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.embedded import LENGTHS, asserted_around, embedded_reason, is_question, preposition_of
from factcheck.stages.extract.members import OPEN_QUESTION, is_contrast, is_other_toll, own_tokens, set_off
from factcheck.stages.extract.predicates import first_conjunct, is_passive, mark_of
from factcheck.stages.extract.tree import RELATIVE_TAGS, kid, kids, lemma, phrase, rel

LONGEST = 250  # tokens; what is longer is a table or a list, not a sentence
_LIKE_PREPOSITIONS = frozenset({"according", "including", "regarding", "concerning", "following", "based", "given"})
_MANNERS = frozenset(["way", "manner", "extent", "degree", "reason", "fact"])
_UNKNOWN = frozenset({"idea", "clue", "question", "doubt", "inkling", "hint", "word", "mystery"})
_TIMES = frozenset({"time", "year", "day", "week", "month", "season", "moment", "night", "date"})
_POINTING = frozenset({"this", "that", "these", "those"})
_BESIDE = frozenset({"punct", "conj", "cc", "parataxis"})


def sentence_reason(context: Context, sentence: Sentence) -> str | None:
    """Why a sentence can hold no claim, or None if it can."""
    boiler = sum(
        max(0, min(part.end, sentence.end_char) - max(part.start, sentence.start_char))
        for part in context.article.boilerplate
    )
    if boiler * 2 > sentence.end_char - sentence.start_char:
        return "boilerplate"
    tokens = [token for token in sentence if not token.is_space]
    if len(tokens) > LONGEST:
        return "too long"
    if not any(token.is_alpha for token in tokens):
        return "fragment"
    text = sentence.text.strip(" \n\t”\"'’)")
    if text.endswith("?"):
        return "question"
    if _imperative(sentence):
        return "instruction"
    return None


def _imperative(sentence: Sentence) -> bool:
    root = sentence.root
    if root.tag_ != "VB" or kid(root, "nsubj", "aux", "expl", "mark", "csubj") is not None:
        return False
    return all(
        token.is_punct or token.pos_ in {"ADV", "INTJ", "AUX", "PART"} or token.text.lower() == "please"
        for token in sentence[: max(0, root.i - sentence.start)]
    )


def clause_reason(context: Context, clause: Clause) -> str | None:
    """Why a clause makes no claim of its own, or None if it makes one."""
    head = clause.head
    first = first_conjunct(head)
    if _is_report(context, head) or _says_nothing(head) or _introduces(head):
        return "reporting clause"
    if _only_introduces(context, clause) or _only_seems(head):
        return "reporting clause"
    if head.text.lower() in {"here", "there"} and (copula := kid(head, "cop")) is not None and head.i < copula.i:
        return "reporting clause"  # "here is the list": points at what follows
    if is_contrast(head):
        return "contrast"
    if is_other_toll(head):
        return "incomplete"  # told by itself (casualties.py)
    if head.tag_ == "VBD" and not clause.passive and _lacks_object(head):
        return "incomplete"
    if _shares_object(clause):
        return "incomplete"
    if head.pos_ == "NOUN" and kid(head, "nsubj") and kid(head, "cop") is None and _joins_verb(head):
        return "no predicate"  # "a car hit and injured a woman" with "hit" taken for a noun
    if head.tag_ == "VBN" and lemma(head) == "compare" and kid(head, "nsubj", "aux", "aux:pass") is None:
        return "comparison"  # "a drop of 3 %, compared with last year"
    if head.tag_ in {"VBG", "VBN"} and kid(head, "nsubj") is None and clause.base != "relcl":
        preposition = preposition_of(head)
        if preposition == "by" and head.tag_ == "VBG" and is_passive(head.head):
            return "manner or time"  # "it is caught by breathing in dust": who does so is not said
        if preposition in {"after", "by"} and asserted_around(head) and len(phrase(head)) > 3:
            return None
        if preposition:
            return "manner or time"
    if head.tag_ == "VBG" and clause.shared and clause.subject is not None and lemma(clause.subject) in LENGTHS:
        return "measure"  # "300 yards passing"
    if clause.antecedent is not None and clause.shared and _is_time(context, clause.antecedent):
        return "unclear antecedent"
    if clause.base == "relcl" and clause.antecedent is not None and lemma(clause.antecedent) in _TIMES:
        return "unclear antecedent"  # "the second year that he won": when, not whom
    if (
        clause.base == "relcl"
        and clause.antecedent is not None
        and lemma(clause.antecedent) in _MANNERS
        and not clause.shared
    ):
        return "unclear antecedent"  # "the way he has played": how, not what
    if clause.subject is not None and rel(head) == "ccomp" and _told_to(clause.subject, head.head):
        return "unclear subject"
    if clause.relation == "relcl" and not clause.shared and _apart(clause):
        return "unclear antecedent"
    if clause.relation == "conj" and clause.base == "relcl" and clause.shared and _after_relative(head, first):
        return "unclear antecedent"
    if clause.antecedent is not None and lemma(clause.antecedent) in _UNKNOWN and first.left_edge.tag_ in {"WRB", "WP"}:
        return "indirect question"  # "no idea where they were sent"
    if (
        head.tag_ == "VB"
        and mark_of(head) in {"to", "for", "for to"}
        and kid(head, "nsubj")
        and not kid(head, "aux", "cop")
    ):
        return "infinitive"  # "it is common for students to leave"
    if clause.subject is None and not _subjectless(head):
        return "no subject"
    if clause.subject is not None and clause.subject.text.lower() in {"i", "we", "you", "me", "us"}:
        return "addressed to the reader"
    if clause.subject is not None and any(part.tag_ in {"WP", "WDT"} for part in kids(clause.subject, "nmod")):
        return "unclear antecedent"  # "all of which"
    if (
        clause.subject is not None
        and clause.subject.text.lower() in _POINTING
        and kid(clause.subject, "acl", "nmod", "amod") is None  # "those in charge"
    ):
        return "unresolved subject"
    if clause.subject is not None and _empty_it(context, clause):
        return "unresolved subject"
    if is_question(first):
        return "indirect question"
    if first.text.lower() in _LIKE_PREPOSITIONS and kid(first, "nsubj", "aux") is None:
        return "preposition"
    if first.text.lower() == "meaning" and kid(first, "ccomp") is not None:
        return "reporting clause"  # ", meaning (that) it will close": what is stated is the clause after it
    return embedded_reason(context, clause, first)


_LISTENERS = frozenset(
    {
        "reporter",
        "court",
        "jury",
        "paper",
        "newspaper",
        "judge",
        "inquest",
        "hearing",
        "committee",
        "tribunal",
        "inquiry",
    }
)


def _told_to(subject: Token, teller: Token) -> bool:
    """Whether a subject begins with who is told it, taken for part of its name: "told the court fires were common"."""
    if lemma(teller) != "tell" or kid(teller, "obj", "iobj") is not None or subject.i < teller.i:
        return False
    return any(lemma(part) in _LISTENERS for part in kids(subject, "compound"))


def _apart(clause: Clause) -> bool:
    """Whether a clause without "who" or "which" follows a comma: "(praised Lee,) the man sent home" describes no noun
    before it, for a clause that does so never has a comma.
    """
    head, subject = clause.head, clause.subject
    if subject is None or subject.i > head.i or any(part.tag_ in RELATIVE_TAGS for part in phrase(head)):
        return False
    edge = head.left_edge
    opening = edge if edge.text == "," else edge.nbor(-1) if edge.i > 0 else edge
    return opening.text == "," and subject.left_edge.i == opening.i + 1


def _after_relative(head: Token, first: Token) -> bool:
    """Whether a verb after ", and" may go on with the main clause and not with the relative one between the commas:
    "will miss the match, which is on Friday, and could not play".
    """
    joint = kid(head, "cc")
    ended = joint is not None and joint.i > first.i and joint.nbor(-1).text in {",", "—", "–"}
    return ended and set_off(first) and kid(head, "nsubj") is None and _tense(head) != _tense(first)


def _tense(head: Token) -> str:
    """Which auxiliary or ending makes a verb finite: "modal", "past", "present", or "" for none of its own."""
    tags = {part.tag_ for part in (head, *kids(head, "aux", "cop"))}
    if "MD" in tags:
        return "modal"
    return "past" if "VBD" in tags else "present" if tags & {"VBZ", "VBP"} else ""


def _empty_it(context: Context, clause: Clause) -> bool:
    """ "It was a mess": a description of something that is not known."""
    subject = clause.subject
    if subject is None or subject.text.lower() != "it" or rel(subject) == "expl" or subject.i in context.pronouns:
        return False
    return kid(clause.head, "cop") is not None and kid(clause.head, "csubj", "ccomp", "advcl", "acl") is None


def _only_seems(head: Token) -> bool:
    """ "It looks like she will go": what seems so is the clause after it."""
    subject = kid(head, "nsubj", "expl")
    if subject is None or subject.lower_ != "it" or lemma(head) not in words("predicates", "seem"):
        return False
    return any(mark_of(child) in {"like", "as if", "as though", "as"} for child in kids(head, "advcl", "ccomp"))


_DOING = frozenset(
    {
        "show",
        "rule",
        "charge",
        "plead",
        "counter",
        "answer",
        "reply",
        "respond",
        "yell",
        "scream",
        "protest",
        "post",
        "testify",
    }
)


def _says_nothing(head: Token) -> bool:
    """A bare reporting verb: "she said in an interview", "experts warned", whose words are elsewhere."""
    if lemma(head) == "ask" and kid(head, "obj", "iobj", "xcomp") is None and _quotes(head):
        return True  # "'Where is he?' she asked"
    if head.pos_ != "VERB" or kid(head, "obj", "xcomp", "nsubj:pass", "ccomp") is not None:
        return lemma(head) in {"say", "tell", "add", "according"} and kid(head, "obj", "xcomp", "nsubj:pass") is None
    if lemma(head) in {"say", "tell", "add", "according"}:
        return True
    return lemma(head) in words("speech", "report") - _DOING and kid(head, "obl") is None


def _quotes(head: Token) -> bool:
    """Whether a quotation belongs to the clause of a verb."""
    return any(part.tag_ in {"``", "''"} for part in phrase(head))


def _only_introduces(context: Context, clause: Clause) -> bool:
    """ "The coach decided (the team would leave)": nothing is left once what it introduces is told by itself."""
    head = clause.head
    inner = kid(head, "ccomp")
    if inner is None or inner.i < head.i or kid(inner, "nsubj") is None:
        return False
    after = [token for token in own_tokens(context, clause) if token.i > head.i and not token.is_punct]
    return all(
        rel(token) in {"compound", "advmod", "mark"} and token.pos_ in {"ADP", "ADV", "SCONJ"} for token in after
    )


def _lacks_object(head: Token) -> bool:
    """ "(Police found a man dead and a nurse) injured": nobody injures without somebody whom he injures."""
    return (
        lemma(head) in words("predicates", "only_undergone")
        and kid(head, "obj", "ccomp") is None
        and shared_object(head) is None
        and kid(head, "conj") is None
    )


def _shares_object(clause: Clause) -> bool:
    """One of two verbs side by side that has nothing of its own: "found" in "found and arrested the driver"."""
    head = clause.head
    if shared_object(head) is not None:
        return False
    others = [child for child in kids(head, "conj") if child.pos_ == "VERB"]
    end = others[0].i if others else len(head.doc)
    if (
        clause.passive
        or head.pos_ != "VERB"
        or any(head.i < child.i < end and rel(child) not in _BESIDE for child in head.children)
    ):
        return False
    own = kid(head, "obj")
    if own is not None and own.i > end:
        joint = kid(others[0], "cc")  # "found and arrested two men": more may have been found
        return is_counted(own) or (joint is not None and joint.text.lower() in {"or", "nor"})
    if kid(head, "nsubj", "nsubj:pass") is not None and all(kid(other, "obj") is None for other in others):
        return False  # "34 people died and scores more were hurt": no object anywhere to share
    return (clause.relation == "conj" and clause.shared) or any(0 < other.i - head.i <= 3 for other in others)


def _joins_verb(noun: Token) -> bool:
    return any(child.tag_ in {"VBD", "VBZ", "VBP"} for child in kids(noun, "conj"))


def _introduces(head: Token) -> bool:
    """ "It is clear that ...", "it seems that ...": what is stated is the clause after it."""
    inner = kid(head, "csubj", "ccomp")
    if lemma(head) in OPEN_QUESTION:
        return False
    return kid(head, "expl") is not None and inner is not None and kid(inner, "nsubj") is not None


def _is_time(context: Context, token: Token) -> bool:
    return any(
        time.start <= token.idx < time.end for time in context.times_in(token.sent.start_char, token.sent.end_char)
    )


def _is_report(context: Context, head: Token) -> bool:
    if manner_of(head) is None and head.pos_ != "ADJ":
        return False
    return any(
        report.cue.i == head.i
        and report.manner in {"speech", "belief", "fear"}
        and (report.direct or _has_clause(report.content, head))
        for report in context.reports_by_cue.get(head.i, ())
    )


def _has_clause(content: tuple[tuple[int, int], ...], head: Token) -> bool:
    """Whether what is reported is a statement, not a thing talked about."""
    if kid(head, "ccomp", "parataxis") is not None or rel(head) in {"parataxis", "advcl"}:
        return True
    start, end = content[0]
    return not any(child.idx >= start and child.idx < end for child in kids(head, "obj", "obl", "xcomp", "nsubj:pass"))


def _subjectless(head: Token) -> bool:
    return kid(head, "expl") is not None or kid(head, "aux:pass") is not None
