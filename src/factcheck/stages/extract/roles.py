"""Roles and descriptions that stand beside a name: appositions, titles before it, "as" phrases, "known as".

One claim for each person and role: subject the person, predicate "be", object the role phrase.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon.drift import relations
from factcheck.lexicon.lists import words
from factcheck.model.claim import Argument, Kind
from factcheck.stages.extract.appositions import by_name
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.inflect import be
from factcheck.stages.extract.members import set_off
from factcheck.stages.extract.restate import is_past, is_plural
from factcheck.stages.extract.tree import bounds, kid, kids, lemma, noun_phrase, phrase, rel, source_text, text_of
from factcheck.stages.extract.wording import sentence, words_of

_SINGLE = frozenset(  # one at a time holds the office
    [
        *("chief", "head", "president", "chairman", "chairwoman", "leader", "director", "boss", "founder", "ceo"),
        *("coach", "mayor", "governor", "minister", "owner", "secretary", "commissioner", "chancellor", "premier"),
        *("speaker", "treasurer", "sheriff", "queen", "king", "pope", "emperor", "chairperson"),
    ]
)
_BARE_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr.", "sir", "st.", "st"})


def role_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """The roles and descriptions of a sentence, in text order."""
    for token in tokens:
        if context.quotation_at(token.idx) is not None:
            continue
        name = context.described.get(token.i)
        if name is not None and kid(token, "cop") is None:
            if _tells(context, token):
                for role in (
                    token,
                    *(
                        child
                        for child in kids(token, "conj")
                        if child.pos_ == "NOUN" and child.i > token.i and child.i not in context.described
                    ),
                ):
                    yield from _claims(context, name, role, with_name=role is token)
        elif name is None and token.pos_ == "PROPN" and rel(token) not in {"flat", "compound"}:
            yield from _title_before(context, token)


def _tells(context: Context, description: Token) -> bool:
    """Whether a description is more than an amount."""
    start, end = bounds(noun_phrase(description))
    word = lemma(description)
    amounts = context.quantities_in(start, end)
    if word == "one" or word in words("people", "roles") or not amounts:
        return True
    person = word in words("people", "women") | words("people", "men") | words("people", "people")
    return not person and all(amount.kind == "age" for amount in amounts)  # "a 40-year-old welder", and no mere "man"


def _claims(context: Context, name: Token, role: Token, with_name: bool) -> Iterator[Draft]:
    """One claim for each person that the role is said of."""

    far = min((child.i for child in kids(role, "nmod") if child.i > role.i and set_off(child)), default=len(role.doc))

    def beside(child: Token) -> bool:
        apart = rel(child) == "nmod" and child.head.i == role.i and child.i >= far
        return apart or (rel(child) == "conj" and child.pos_ == "NOUN")  # "a miner, at the mill": where he died

    tokens = noun_phrase(role, beside)
    if name.i > role.i:
        opening = name.left_edge.i if role.i < name.left_edge.i else name.i
        tokens = [token for token in tokens if token.i < opening]  # "the journal", not "the journal Weekly (Letters)"
        tokens = [token for token in tokens if not (token.is_punct and token.i > role.i)]
    if len(tokens) > 1 and tokens[0].text.lower() == "turned":
        tokens = tokens[1:]  # "the champion turned actress": she is one now
    mention = context.names.of(name)
    owners = {context.pronouns[token.i].text for token in tokens if token.i in context.pronouns}
    if mention is not None and mention.entity in owners:
        return  # "one of his sons, Lee": he is not his own son
    if any(token.pos_ == "AUX" for token in noun_phrase(name)):
        return  # the whole clause taken for a name
    if kid(role, "aux") is not None:
        return  # a clause taken for a title ("Lee has re-hired attorney Ann Roe")
    first, last = sorted((role.i, name.i))
    if any(part.text == ":" for part in role.doc[first:last]) and role.i > name.i:
        return  # "Police: boy shot": no name is what a headline says after it
    if role.i < name.i and mention is not None and mention.type == "person" and _no_person(role, name):
        return  # "transferred into custody Ann Roe"
    tokens = sorted({token.i: token for token in (*tokens, *_restricting(role))}.values(), key=lambda token: token.i)
    start, end = bounds(tokens)
    if with_name:
        named = noun_phrase(name, lambda child: rel(child) == "conj" or child.i == role.i)
        mention = context.names.of(name)
        first = mention.start if mention is not None and mention.start <= name.idx else named[0].idx
        if abs(first - start) < 200:
            start, end = min(start, first), max(end, name.idx + len(name.text), mention.end if mention else 0)
    mention = context.names.of(name)
    single = mention is not None and mention.type == "person" and kid(name, "conj") is None
    if single and role.tag_ == "NNS":
        return  # "critics of the host, Ann Lee": one person is not several
    for person in _people(context, name, role):
        yield _role(context, person, name, role, tokens, start, end)


_DEEDS = frozenset({"killing", "deed", "imprisonment", "obligation", "condition"})  # broader words, as WordNet has them


def _no_person(role: Token, name: Token) -> bool:
    """Whether a noun right before a name says what was done or how things stand: "into custody Ann Roe".

    All six that this leaves out in some 700 development articles are misread.
    """
    if any(token.is_punct for token in role.doc[role.i + 1 : name.i]):
        return False
    word = lemma(role)
    titles = words("people", "roles") | words("people", "titles") | words("people", "kin") | words("people", "people")
    return word not in titles and bool(relations().broader.get(word, frozenset()) & _DEEDS)


def _infinitive(clause: Token) -> bool:
    return clause.tag_ == "VB" and any(child.text.lower() == "to" for child in kids(clause, "mark"))


def _restricting(role: Token) -> list[Token]:
    """The clause without which "the first woman to fly" would say too much, and "an effort to fly" too little."""
    unique = any(
        child.tag_ in {"JJS", "RBS"} or child.text.lower() in {"first", "last", "only", "second", "third", "sole"}
        for child in role.children
    )
    clauses = [child for child in kids(role, "acl") if child.i > role.i and not set_off(child)]
    bare = kid(role, "amod", "nmod", "compound", "nummod", "conj") is None  # "the agency that hunted him"
    return [token for clause in clauses if unique or bare or _infinitive(clause) for token in phrase(clause)]


def _people(context: Context, name: Token, role: Token) -> list[str]:
    """The people that a plural description is said of, one by one where they are named."""
    mention = context.names.of(name)
    members = context.names.members.get(mention.entity, ()) if mention is not None and mention.type == "group" else ()
    if members:
        return list(members)
    joined = [part for part in by_name(name) if context.names.of(part) is not None]
    if (
        role.tag_ == "NNS"
        and len(joined) > 1
        and all((found := context.names.of(part)) is not None and found.type == "person" for part in joined)
    ):
        return [context.names.at[part.i].entity for part in joined]
    beside = role.head.i == name.i or name.head.i == role.i
    if mention is not None and mention.type == "person" and beside and kid(name, "conj") is not None:
        return [mention.entity]  # one of a list: what stands beside this name is said of nobody else
    return [context.describe(name)]


def _role(context: Context, person: str, name: Token, role: Token, tokens: list[Token], start: int, end: int) -> Draft:
    phrase_ = text_of(tokens)
    mention = context.names.of(name)
    alone = mention is not None and mention.type == "person" and kid(name, "conj") is None
    plural = is_plural(role) and not alone and len(_people(context, name, role)) == 1
    kind = _kind(role)
    verb = be(
        plural or (mention is not None and mention.type == "group"),
        _then(role) or (is_past(role) and not _lasting(role)),
    )
    said = _within(tokens, words_of(context, tokens).strip())
    if role.tag_ == "NNS" and not plural and role.text in said:  # one of several: "leaders" becomes "a leader"
        said = _without_count(tokens, said).replace(role.text, lemma(role), 1)
        phrase_ = _without_count(tokens, phrase_).replace(role.text, lemma(role), 1)
        if not said.startswith(("the ", "a ", "an ", "The ")):
            said = f"{_indefinite(said)}{said}"
    elif role.tag_ == "NN" and tokens[0].i > 0 and tokens[0].nbor(-1).text.lower() == "turned":
        said = f"{_indefinite(said)}{said}"
    else:
        titled = mention is not None and mention.type == "person" and _titles(tokens, role, mention.start)
        said = f"{_shared_start(context, tokens, role) or (_article(tokens, role, said) if titled else '')}{said}"
    text = sentence(f"{person} {verb} {said}")
    arguments: tuple[Argument, ...] = tuple(
        sorted(
            (argument(context, "subject", name), argument(context, "predicative", role)),
            key=lambda part: (part.start, part.end),
        )
    )
    return Draft(
        kind, role, start, end, text, person, "be", phrase_, attribution=None, arguments=arguments,
        quantity=next(iter(context.quantities_in(*bounds(tokens))), None) if kind is Kind.QUANTITY else None,
    )  # fmt: skip


def _within(tokens: list[Token], said: str) -> str:
    """The words of a description as they stand within a sentence: without the capital that began one."""
    first = tokens[0]
    began = first.is_sent_start and first.pos_ in {"ADJ", "NOUN"} and first.text.istitle() and not first.ent_type_
    after = next((part.text for part in tokens[1:] if part.is_alpha), "")
    common = after.islower() and first.text not in _PARTIES
    return said[:1].lower() + said[1:] if first.pos_ in {"DET", "NUM"} or (began and common) else said


def _without_count(tokens: list[Token], said: str) -> str:
    """A description without the number that opens it: "two leaders of the party" is "leaders of the party"."""
    opening = tokens[0]
    if rel(opening) == "det" and len(tokens) > 1 and rel(tokens[1]) == "nummod":
        both = f"{opening.text} {tokens[1].text}".lower()
        return said[len(both) :].lstrip() if said.lower().startswith(both) else said  # "the two leaders"
    counts = opening.like_num and rel(opening) == "nummod"
    return said[len(opening.text) :].lstrip() if counts and said.lower().startswith(opening.lower_) else said


_PARTIES = frozenset({"Democratic", "Republican", "Labour", "Conservative", "Liberal", "Green"})


def _titles(tokens: list[Token], role: Token, start: int) -> bool:
    """Whether a singular noun stands right before a name that begins at `start`, with nothing that makes it definite
    ("actress Ann Lee").
    """
    after = next((part for part in role.doc[role.i + 1 : role.i + 3] if not part.is_space), None)
    tight = after is not None and after.idx == start
    return tight and role.tag_ in {"NN", "NNP"} and _undetermined(tokens, role)


def _undetermined(tokens: list[Token], role: Token) -> bool:
    """Whether a noun phrase has no article, no number and no owner."""
    return tokens[0].pos_ not in {"DET", "NUM", "PRON"} and not any(
        part.dep_ == "nmod:poss" or part.tag_ in {"POS", "PRP$"} for part in (*tokens, *role.children)
    )


def _shared_start(context: Context, tokens: list[Token], role: Token) -> str:
    """The owner or "a" that a description has in common with the one it is joined to: "her ally and friend"."""
    first = role.head
    if (
        rel(role) != "conj"
        or kid(role, "cc") is None
        or role.tag_ != "NN"
        or not _undetermined(tokens, role)
        or kid(role, "nmod") is not None
    ):
        return ""
    owner = kid(first, "nmod:poss")
    if owner is not None and owner.i < first.i:
        return f"{words_of(context, phrase(owner)).strip()} "
    return _indefinite(role.text) if any(part.text.lower() in {"a", "an"} for part in kids(first, "det")) else ""


def _then(role: Token) -> bool:
    return any(child.text.lower() in {"then", "late"} for child in role.children)


def _lasting(role: Token) -> bool:
    """Former holders stay former, kin stay kin."""
    return (
        lemma(role) in words("people", "kin")
        or any(child.text.lower() in {"former", "ex", "retired", "founding"} for child in role.children)
        or lemma(role) in {"founder", "co-founder", "cofounder"}
    )


def _kind(role: Token) -> Kind:
    word = lemma(role)
    if word == "one":
        word = next((lemma(child) for child in kids(role, "nmod")), word)
    if word in words("people", "kin") or word in words("predicates", "be_relation"):
        return Kind.RELATION
    if word in words("people", "roles") or word.startswith(("co-", "ex-", "vice-")):
        return Kind.ROLE
    return Kind.ATTRIBUTE


def _title_before(context: Context, token: Token) -> Iterator[Draft]:
    """ "Secretary of State Ann Lee", "Former Acme chief Ann Lee", "Britain's prime minister, Ann Lee"."""
    mention = context.names.of(token)
    if mention is None or mention.type != "person" or context.quotation_at(token.idx) is not None:
        return
    if not token.ent_type_ and _is_office(mention.text):
        return
    if token.dep_ == "nmod:desc":
        return  # a title itself ("Greek Prime Minister Ann Lee"), however it is written
    before = [
        part
        for part in token.doc[token.sent.start : token.sent.end]
        if part.idx < mention.start and part.i >= _start_of(token)
    ]
    title = _adjacent_title(context, before)
    if not title:
        return
    head = next(
        (
            part
            for part in reversed(title)
            if lemma(part) in words("people", "roles") or lemma(part) in words("people", "titles")
        ),
        None,
    )
    if head is None or (len(title) == 1 and title[0].text.lower().strip(".") in _BARE_TITLES):
        return
    if title[0].i > 0 and title[0].nbor(-1).text == "Vice":
        title = [title[0].nbor(-1), *title]
    if title[-1].i + 1 < token.i and title[-1].nbor(1).text == "-":
        return  # "King-Lee"
    phrase_ = text_of(title)
    if head.tag_ in {"NNS", "NNPS"} and phrase_.endswith(head.text):  # "reporters Ann Lee and Bea Roe": each is one
        phrase_ = phrase_[: -len(head.text)] + (lemma(head).capitalize() if head.text.istitle() else lemma(head))
    arguments = (
        argument(context, "subject", token),
        Argument(
            "predicative", source_text(context.doc)[slice(*bounds(title))], *bounds(title), lemma(head), None, "person"
        ),
    )
    verb = be(False, _then(head) or (is_past(token) and not _lasting(head)))
    said = _within(title, phrase_)
    article = _article(title, head, said) if _undetermined(title, head) else ""
    yield Draft(
        Kind.ROLE, token, title[0].idx, mention.end, sentence(f"{mention.entity} {verb} {article}{said}"),
        mention.entity, "be", phrase_, arguments=tuple(sorted(arguments, key=lambda part: (part.start, part.end))),
    )  # fmt: skip


def _article(title: list[Token], head: Token, said: str) -> str:
    """ "A" for what many are ("agent Ann Lee"), "the" for an office of something named ("Acme chief Ann Lee") and for
    one with a capital ("President Lee").
    """
    beside = {part.text.lower() for part in title}
    several = bool(beside & {"deputy", "assistant"}) or "vice" in {part.text for part in title}
    bare = beside & {"former", "ex"} and all(part.pos_ != "PROPN" or part.i == head.i for part in title)
    office = (beside & {"attorney", "surgeon", "secretary"} and lemma(head) == "general") or said.endswith(
        "Chief Justice"
    )
    named = any(part.pos_ == "PROPN" for part in title)
    if named and not several and not bare and (office or lemma(title[-1]) in _SINGLE or lemma(head) in _SINGLE):
        return "the "
    return _indefinite(said)


def _indefinite(said: str) -> str:
    """ "A" or "an" by the sound of the word after it: "an MP", "a U.S. envoy", "a European"."""
    first = said.split()[0] if said else ""
    if first.isupper() or "." in first:
        spelt = len(first.strip(".")) < 4 or not any(vowel in first[1:] for vowel in "AEIOU")
        vowel = first[:1] in "AEFHILMNORSX" if spelt else first[:1] in "AEIOU"
    else:
        vowel = first[:1].lower() in "aeio" or (first[:1].lower() == "u" and not _LIKE_YOU.match(first))
        vowel = vowel and not first.lower().startswith(("euro", "one", "once", "eu"))
    return "an " if vowel else "a "


_LIKE_YOU = re.compile(r"u(?:n(?:i(?!n|m)|a$)|s[aeiu]|r[aou]|k|t[aeio])", re.IGNORECASE)


def _start_of(name: Token) -> int:
    """Where the phrase of a name begins; "Attorney General Ann Lee" may have "Attorney" on top and the name below."""
    above = name.head
    capital = above.tag_ == "NNP" and above.i < name.i and rel(name) == "appos"
    tight = capital and all(part.pos_ == "PROPN" for part in name.doc[above.i : name.i])
    return above.left_edge.i if tight else name.left_edge.i


def _is_office(name: str) -> bool:
    """Whether what was taken for somebody's name ends with a title: "General", "District Attorney"."""
    return name.split()[-1].lower() in words("people", "roles") | words("people", "titles")


def _adjacent_title(context: Context, before: list[Token]) -> list[Token]:
    """The words right before a name that make its title, back to the start of the noun phrase."""
    title: list[Token] = []
    for part in reversed(before):
        own = context.names.at.get(part.i)
        person = own is not None and own.type == "person"
        office = own is not None and person and not part.ent_type_ and _is_office(own.text)  # "District Attorney"
        role = office or bool({lemma(part), lemma(part).strip(".")} & words("people", "titles"))
        role = role or lemma(part) in words("people", "roles")
        if part.text == "-" and title and title[-1].text[:1].isupper() and part.nbor(-1).text[:1].isupper():
            title.append(part)  # "Secretary-General"
            continue
        if (
            part.is_punct
            or part.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "DET", "PRON"}
            or (part.pos_ == "ADP" and not title)
            or part.tag_ in {"VBZ", "VBD", "VBP", "MD"}
        ):
            break
        if person and not role:
            break
        if not title and not role:
            break
        title.append(part)
    title.reverse()
    while title and title[0].pos_ in {"ADP", "PART", "ADV"}:
        title.pop(0)
    return title
