"""Everything about one document that the rules of this stage look up, computed once."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.model.article import Article
from factcheck.model.claim import Argument, Attribution, Mention
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.readers.dates import read_dates
from factcheck.readers.quantities import read_quantities
from factcheck.stages.extract.appositions import appositions, is_land_of
from factcheck.stages.extract.attribution import Report, reports
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.entities import Entities, entities
from factcheck.stages.extract.pronouns import resolve
from factcheck.stages.extract.quotes import Quotation, quotations
from factcheck.stages.extract.referents import Referent
from factcheck.stages.extract.tree import inside, kid, noun_phrase, rel, source_text, text_of


@dataclass(frozen=True, slots=True)
class Context:
    """A parsed article with what was read off it: amounts, times, names, pronouns, quotations, and who says what."""

    doc: Doc
    article: Article
    quoted: list[Quotation]
    reports: list[Report]
    names: Entities
    pronouns: dict[int, Referent]
    described: dict[int, Token]
    quantities: list[Quantity]
    times: list[Time]
    quantity_starts: list[int]
    time_starts: list[int]
    report_index: dict[int, tuple[Report, ...]]
    reports_by_cue: dict[int, tuple[Report, ...]]

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The amounts that begin inside the stretch, in text order; amounts that are times are left out."""
        low, high = bisect_left(self.quantity_starts, start), bisect_left(self.quantity_starts, end)
        return [amount for amount in self.quantities[low:high] if amount.end <= end]

    def times_in(self, start: int, end: int) -> list[Time]:
        """The times that begin inside the stretch, in text order."""
        low, high = bisect_left(self.time_starts, start), bisect_left(self.time_starts, end)
        return [time for time in self.times[low:high] if time.end <= end]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds the character, if any."""
        position = bisect_right(self.quoted, Quotation(offset, 2**62, True)) - 1
        return self.quoted[position] if position >= 0 and self.quoted[position].end > offset else None

    def reports_over(self, token: Token) -> list[Report]:
        """The reports whose content holds the token, innermost first, of speech, belief and fear."""
        holding = [report for report in self.report_index.get(token.sent.start, ()) if report.covers(token.idx)]
        return sorted(
            (report for report in holding if report.manner in {"speech", "belief", "fear"} and report.cue.i != token.i),
            key=lambda report: (sum(end - start for start, end in report.content), report.cue.i),
        )

    def reports_in(self, first: int) -> tuple[Report, ...]:
        """The reports whose content touches the sentence that begins with token `first`."""
        return self.report_index.get(first, ())

    def argument_is_place(self, head: Token) -> bool:
        """Whether the phrase names a place."""
        mention = self.names.of(head)
        return mention.type == "place" if mention is not None else type_of(head) == "place"

    def describe(self, head: Token) -> str:
        """A noun phrase as it can stand alone: an entity's full name, a pronoun's referent, or the phrase's
        own words.
        """
        head = self.described.get(head.i, head)
        mention = self.names.of(head)
        if (
            mention is not None
            and mention.type in {"person", "group", "organization", "place"}
            and _bare(head, mention.start)
        ):
            return mention.entity
        if head.i in self.pronouns:
            return self.name_of(self.pronouns[head.i])
        return self._owned(noun_phrase(head, lambda child: rel(child) == "conj" and _verbal(child)))

    def name_of(self, referent: Referent) -> str:
        """What to put for a pronoun: its referent's name or description, with the owner named ("Lee's lawyers")."""
        return name_of(referent, self.pronouns)

    def _owned(self, tokens: list[Token]) -> str:
        """A phrase in the text's words, with the owner named where it begins with one that is known ("her lawyer")."""
        owner = self.pronouns.get(tokens[0].i) if tokens and tokens[0].tag_ == "PRP$" else None
        text = text_of(tokens)
        return text if owner is None else f"{possessive(owner.text)}{text[len(tokens[0].text) :]}"

    def attribution(self, token: Token) -> Attribution | None:
        """Who vouches for the statement that the token heads: the innermost source of speech, else of belief or fear.

        The source around it is `via`.
        """
        chain = [
            r
            for r in self.reports_over(token)
            if r.source is not None and r.source_stretch is not None and r.source.text.lower() not in {"i", "we", "you"}
        ]
        if not chain:
            return None
        spoken = [report for report in chain if report.manner == "speech"]
        speaker, outer = (spoken or chain)[0], spoken[1] if len(spoken) > 1 else None
        return Attribution(
            self.speaker(speaker),
            source_text(self.doc)[speaker.cue_stretch[0] : speaker.cue_stretch[1]],
            *(speaker.source_stretch or (0, 0)),
            via=self.speaker(outer) if outer is not None else None,
        )

    def is_named_person(self, token: Token) -> bool:
        """Whether a token heads the name of a person."""
        mention = self.names.of(token)
        return mention is not None and mention.type == "person" and mention.proper

    def speaker(self, report: Report) -> str:
        """The source of a report by name, or in the text's words."""
        assert report.source is not None
        assert report.source_stretch is not None
        source = report.source
        if source.tag_ in {"WP", "WDT"}:
            source = clause_of(report.cue).antecedent or source
        source = self.described.get(source.i, source)  # "the president at the time, Ann Lee"
        town = self._town_before(source)
        if town is not None:  # "Springfield, Ill., police"
            start, end = min(town.idx, report.source_stretch[0]), report.source_stretch[1]
            return " ".join(source_text(self.doc)[start:end].split()).strip(" ,")
        mention = self.names.of(source)
        if mention is not None and mention.type in {"person", "organization", "group"}:
            return self._with_county(source, mention)
        if source.i in self.pronouns:
            return self.pronouns[source.i].text
        told = [t for t in noun_phrase(source) if not inside(report.cue, t) or t.i != report.cue.i]
        start, end = report.source_stretch
        restrictive = kid(source, "acl") is not None and source is report.source
        return " ".join(source_text(self.doc)[start:end].split()).strip(" ,") if restrictive else self._owned(told)

    def _with_county(self, source: Token, mention: Mention) -> str:
        """The name of a source, with the county before it that a body of that name is told apart by: "the Lane County
        Sheriff's Office"."""
        if mention.type != "organization" or not ("'s " in mention.entity or "’s " in mention.entity):
            return mention.entity
        before = [part for part in noun_phrase(source) if part.idx < mention.start and part.pos_ == "PROPN"]
        return source_text(self.doc)[before[0].idx : mention.end] if before else mention.entity

    def _town_before(self, source: Token) -> Token | None:
        """The town of a source that is named with town and state, wherever the parser put the pieces."""
        for state in self.doc[max(2, source.left_edge.i) : max(source.i + 3, source.right_edge.i)]:
            if is_land_of(state):
                return state.nbor(-2)
        return None


def name_of(referent: Referent, pronouns: Mapping[int, Referent]) -> str:
    """The name or description of a referent, with its owner named where `pronouns` tell who that is."""
    owner = kid(referent.head, "nmod:poss")
    if owner is None or owner.i not in pronouns or not referent.text.lower().startswith(f"{owner.text.lower()} "):
        return referent.text
    return f"{possessive(pronouns[owner.i].text)}{referent.text[len(owner.text) :]}"


def possessive(text: str) -> str:
    """ "Ann Lee’s", "the workers’"."""
    return text + ("’" if text.endswith("s") else "’s")


def _bare(head: Token, start: int) -> bool:
    """Whether the phrase of `head` has no words before the name at `start` that would be lost ("the late")."""
    return (
        all(
            child.idx >= start
            or rel(child)
            in {"det", "case", "compound", "flat", "punct", "cc", "nmod", "appos", "amod", "mark", "advmod"}
            for child in head.children
        )
        and kid(head, "conj", "nummod") is None
    )


def _verbal(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}


def read_context(doc: Doc, article: Article) -> Context:
    """Read everything that the rules look up; linear in the length of the document but for very long sentences."""
    quoted = quotations(source_text(doc))
    names = entities(doc)
    described = appositions(doc, names)
    found = reports(doc, quoted)
    amounts = sorted(read_quantities(doc), key=lambda amount: (amount.start, amount.end))
    times = sorted(read_dates(doc, article.published), key=lambda time: (time.start, time.end))
    amounts = [amount for amount in amounts if not _is_time(amount, times)]
    index: dict[int, list[Report]] = {}
    starts = [sentence.start_char for sentence in doc.sents]
    firsts = [sentence.start for sentence in doc.sents]
    by_cue: dict[int, list[Report]] = {}
    for report in found:
        by_cue.setdefault(report.cue.i, []).append(report)
        for start, end in report.content:
            for position in range(max(0, bisect_right(starts, start) - 1), min(len(starts), bisect_left(starts, end))):
                bucket = index.setdefault(firsts[position], [])
                if not bucket or bucket[-1] is not report:
                    bucket.append(report)
    return Context(
        doc,
        article,
        quoted,
        found,
        names,
        resolve(doc, names, quoted, described),
        described,
        amounts,
        times,
        [amount.start for amount in amounts],
        [time.start for time in times],
        {key: tuple(value) for key, value in index.items()},
        {cue: tuple(group) for cue, group in by_cue.items()},
    )


def _is_time(amount: Quantity, times: list[Time]) -> bool:
    position = (
        bisect_right([time.start for time in times], amount.start) - 1
        if len(times) < 50
        else _before(times, amount.start)
    )
    if position >= 0 and times[position].end >= amount.end and times[position].kind != "duration":
        return True
    following = times[position + 1] if position + 1 < len(times) else None  # "around five" of the time "five"
    return following is not None and following.kind == "time" and following.end == amount.end


def _before(times: list[Time], offset: int) -> int:
    return bisect_right(times, offset, key=lambda time: time.start) - 1


def argument(context: Context, role: str, head: Token) -> Argument:
    """A participant or circumstance with its words, its head, and what is known of the head."""
    head = context.described.get(head.i, head)
    tokens = noun_phrase(head)
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    mention = context.names.of(head)
    referent = context.pronouns.get(head.i)
    entity = mention.entity if mention is not None else (referent.text if referent is not None else None)
    kind = mention.type if mention is not None else (referent.type if referent is not None else type_of(head))
    lemma_ = (referent.head if referent is not None else head).lemma_ or head.text
    return Argument(role, source_text(context.doc)[start:end], start, end, lemma_.lower(), entity, kind)


def type_of(head: Token) -> str | None:
    """What kind of thing a common noun names, or None."""
    word = (head.lemma_ or head.text).lower()
    plural = head.tag_ in {"NNS", "NNPS"}
    if word in words("people", "people") or word in words("people", "roles") or word in words("people", "kin"):
        return "group" if plural else "person"
    if word in words("people", "organizations"):
        return "organization"
    if word in words("people", "places"):
        return "place"
    return "thing" if head.pos_ in {"NOUN", "PROPN"} else None
