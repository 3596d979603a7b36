"""What one text says of another one's sentences: each rule on both sides of its boundary."""

import pytest

import factcheck
from factcheck.model.support import Verdict


def verdict(source: str, checked: str) -> tuple[Verdict, str]:
    (found,) = factcheck.compare(source, checked).support
    return found.verdict, found.rule


@pytest.mark.parametrize(
    ("source", "checked", "expected"),
    [
        (
            "The ferry sank near Batangas on Monday and 14 people died.",
            "A ferry sank near Batangas.",
            Verdict.SUPPORTED,
        ),
        ("The ferry sank near Batangas on Monday.", "The captain of the tanker wrote a book.", Verdict.UNTOLD),
        ("Mills in Ostrava employ 300 weavers.", "Mills in Ostrava employ more than 200 weavers.", Verdict.SUPPORTED),
        (
            "Mills in Ostrava employ 300 weavers.",
            "Mills in Ostrava employ more than 400 weavers.",
            Verdict.CONTRADICTED,
        ),
        ("Mills in Ostrava employ over 300 weavers.", "Mills in Ostrava employ 400 weavers.", Verdict.UNTOLD),
        ("Mills in Ostrava employ 300 weavers.", "Mills in Ostrava employ more than 300 weavers.", Verdict.UNTOLD),
        ("The pass is 3 miles from the lake.", "The pass is 4.8 kilometers from the lake.", Verdict.SUPPORTED),
        ("In 2021 the mill sold 300 looms.", "In 2022 the mill sold 400 looms.", Verdict.UNTOLD),
        (
            "The mill in Ostrava lost $1.845 million last year.",
            "The mill in Ostrava lost $1.8 million last year.",
            Verdict.SUPPORTED,
        ),
        (
            "The mill in Ostrava lost $1.8 million last year.",
            "The mill in Ostrava lost $1.845 million last year.",
            Verdict.UNTOLD,
        ),
        (
            "The mill in Ostrava lost $1.845 million last year.",
            "The mill in Ostrava lost $1.9 million last year.",
            Verdict.CONTRADICTED,
        ),
        ("More than 6,400 geese died at the ponds.", "Thousands of geese died at the ponds.", Verdict.SUPPORTED),
        ("Mills in Ostrava employ more than 300 weavers.", "Mills in Ostrava employ 300 weavers.", Verdict.UNTOLD),
        ("Seventeen sailors died and 47 were hurt.", "Seventeen sailors died and 47 were wounded.", Verdict.SUPPORTED),
        ("Police found stolen lithographs in Tarn.", "Police found 81 stolen lithographs in Tarn.", Verdict.UNTOLD),
        ("Both vessels at Tarn were damaged.", "Two vessels at Tarn were damaged.", Verdict.SUPPORTED),
    ],
)
def test_amounts(source: str, checked: str, expected: Verdict) -> None:
    found = verdict(source, checked)[0]
    assert found is expected


@pytest.mark.parametrize(
    ("source", "checked", "supported"),
    [
        ("Dina has 12 goats and she bought 5 more goats.", "Dina has 17 goats now.", True),
        ("Dina has 12 goats and she sold 5 of the goats.", "Dina has 7 goats now.", True),
        ("Dina has 12 goats and she sold 5 of the goats.", "Dina has 17 goats now.", False),
        ("The barn has 6 stalls and each stall holds 4 goats.", "The barn holds 24 goats.", True),
        ("The barn has 6 stalls and 4 goats.", "The barn holds 24 goats.", False),
        ("Dina put 48 bells on belts, 8 bells on each belt.", "Dina put bells on 6 belts.", True),
        ("Dina put 48 bells on belts, 8 bells on each belt.", "Dina put bells on 7 belts.", False),
        ("Dina rode 30 kilometers at 10 kilometers per hour.", "Dina rode for 3 hours.", True),
        ("Dina rode 30 kilometers at 10 kilometers per hour.", "Dina rode for 4 hours.", False),
        ("Dina rode at 10 miles per hour for 3 hours.", "Dina rode 30 miles.", True),
    ],
)
def test_what_follows_from_several_amounts(source: str, checked: str, supported: bool) -> None:
    assert (verdict(source, checked)[0] is Verdict.SUPPORTED) is supported


@pytest.mark.parametrize(
    ("source", "checked", "rule"),
    [
        (
            "Lena Hart defeated Olga Brandt in the final.",
            "Lena Hart was defeated by Olga Brandt in the final.",
            "FC115",
        ),
        ("Lena Hart was elected by defeating Olga Brandt.", "Lena Hart was defeated by Olga Brandt.", "FC115"),
        (
            "Lena Hart won the seat by defeating the mayor, Olga Brandt.",
            "Lena Hart was defeated by Olga Brandt.",
            "FC115",
        ),
        (
            "Two clerks, Lena Hart and Olga Brandt, were sentenced to 21 months and 18 months, respectively.",
            "Lena Hart was sentenced to 18 months.",
            "FC112",
        ),
        (
            "Lena Hart and Olga Brandt admitted theft and were sentenced to 21 months and 18 months, respectively.",
            "Lena Hart was sentenced to 21 months.",
            None,
        ),
        (
            "Tarn and Ostrava have 4,000 and 300,000 people respectively.",
            "Ostrava has 4,000 people.",
            "FC112",
        ),
        ("Lena Hart met Olga Brandt in the final.", "Olga Brandt met Lena Hart in the final.", None),
        ("Villagers in Tarn have strong boats.", "Villagers in Tarn do not have strong boats.", "FC113"),
        ("Villagers in Tarn fear that the dam would break.", "The dam in Tarn did not break.", None),
        ("Lena Hart does not plan to sell the mill.", "Lena Hart plans to sell the mill.", "FC113"),
        ("The council in Tarn passed a ban on boats.", "A ban on boats was rejected by the council in Tarn.", "FC114"),
        ("The council in Tarn may pass a ban on boats.", "The council in Tarn rejected a ban on boats.", None),
    ],
)
def test_contradictions(source: str, checked: str, rule: str | None) -> None:
    found = verdict(source, checked)
    if rule is None:
        assert found[0] is not Verdict.CONTRADICTED
    else:
        assert found[0] is Verdict.CONTRADICTED


def test_a_contradiction_is_a_finding_with_its_words() -> None:
    report = factcheck.compare("Lena Hart defeated Olga Brandt.", "Lena Hart was defeated by Olga Brandt.")
    (finding,) = [item for item in report.findings if item.kind.value == "conflict"]
    assert finding.rule == "FC115"
    assert [mark.text for mark in finding.marks] == ["defeated", "defeated"]
    assert all(span.text for span in finding.spans)


@pytest.mark.parametrize(
    ("source", "checked", "marks"),
    [
        (
            "Mills in Ostrava employ 300 weavers.",
            "Mills in Ostrava employ more than 400 weavers.",
            ["300", "more than 400"],
        ),
        (
            "\n Mills in Ostrava employ 300 weavers.",
            "Mills in Ostrava employ more than 400 weavers.",
            ["300", "more than 400"],
        ),
        (
            "Mills in Ostrava made 1,250 cloths in 40 days.",
            "Mills in Ostrava made 1,250 cloths in 30 days.",
            ["40 days", "30 days"],
        ),
    ],
)
def test_amounts_that_clash_are_marked(source: str, checked: str, marks: list[str]) -> None:
    (found,) = factcheck.compare(source, checked).support
    assert found.verdict is Verdict.CONTRADICTED
    assert [mark.text for mark in found.marks] == marks
    for mark in found.marks:
        assert (source if mark.source == "a" else checked)[mark.start : mark.end] == mark.text


def test_a_folder_is_not_judged_sentence_by_sentence() -> None:
    articles = [
        factcheck.Article("a", "Mills employ 300 weavers."),
        factcheck.Article("b", "Mills employ 400 weavers."),
    ]
    assert factcheck.reconcile(articles).support == ()


@pytest.mark.parametrize(
    ("source", "checked", "expected"),
    [
        ("Lena Hart won first place in the regatta.", "Lena Hart won second place in the regatta.", True),
        ("Lena Hart won first place in the regatta.", "Lena Hart won 1st place in the regatta.", False),
        ("A French tourist drowned in the Tarn.", "A German tourist drowned in the Tarn.", True),
        ("A French and a German tourist drowned in the Tarn.", "A German tourist drowned in the Tarn.", False),
    ],
)
def test_another_of_a_kind(source: str, checked: str, expected: bool) -> None:
    assert (verdict(source, checked)[0] is Verdict.CONTRADICTED) is expected


@pytest.mark.parametrize(
    ("source", "checked", "expected"),
    [
        ("The names of the divers are still unknown.", "The names of the divers are not known.", Verdict.SUPPORTED),
        ("The names of the divers are still unknown.", "The names of the divers are known.", Verdict.UNTOLD),
        (
            "NATO is to send more ships to the Baltic in June.",
            "The North Atlantic Treaty Organization is to send ships to the Baltic.",
            Verdict.SUPPORTED,
        ),
        (
            "OPEC is to send more ships to the Baltic in June.",
            "The North Atlantic Treaty Organization is to send ships to the Baltic.",
            Verdict.UNTOLD,
        ),
    ],
)
def test_negated_forms_and_initials_tell_what_they_stand_for(source: str, checked: str, expected: Verdict) -> None:
    found = verdict(source, checked)[0]
    assert found is expected or (expected is Verdict.UNTOLD and found is Verdict.CONTRADICTED)


def test_a_sentence_bears_itself_out() -> None:
    for text in ("They have since pleaded not guilty to theft.", "No mill in Ostrava makes less than 40 cloths a day."):
        assert verdict(f"Two men were held in Tarn. {text}", text.rstrip("."))[0] is Verdict.SUPPORTED


def test_a_mother_is_no_father_though_both_are_parents() -> None:
    assert verdict("The girl thanked her mother.", "The girl thanked her father.")[0] is not Verdict.SUPPORTED


ARTICLE = (
    "Marta Silva wounded two guards. The bank was shut. A crowd stood outside. Rain fell all day. The mayor came by. "
    "Buses were late. Schools stayed open. A dog barked. The guards said later that they had seen it coming. "
)


def test_an_article_contradicts_only_what_is_all_of_its_sentence() -> None:
    turned = "Other guards wounded Marta Silva."
    assert verdict("Marta Silva wounded two guards.", turned)[0] is Verdict.CONTRADICTED
    longer = ARTICLE.replace("two guards.", "two guards, the deputy chief Joao Reis told reporters on the steps.", 1)
    assert verdict(longer, turned)[0] is Verdict.UNTOLD


def test_a_sentence_without_words_is_judged_like_any_other() -> None:
    verdicts = [
        item.verdict for item in factcheck.compare("The ferry sank. \u2014 \u2014.", "* * *. A ferry sank.").support
    ]
    assert verdicts[-1] is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("source", "checked", "supported"),
    [
        ("Tom Reyes owed the bank $300.", "The bank owed Tom Reyes $300.", False),
        ("Lee arrived in Oslo from Rome.", "Lee arrived in Rome from Oslo.", False),
        ("The train from Lund to Malmo was late.", "The train from Malmo to Lund was late.", False),
        ("The train from Lund to Malmo was late.", "The Lund to Malmo train was late.", True),
        (
            "He worked for Corvex before he joined the police.",
            "He joined the police before he worked for Corvex.",
            False,
        ),
        (
            "Before he joined the police he worked for Corvex.",
            "He worked for Corvex before he joined the police.",
            True,
        ),
        ("The strike began before the talks ended.", "The strike began after the talks ended.", False),
        ("Lee said Roe had stolen the car.", "Roe said Lee had stolen the car.", False),
        ("Lee met Roe in Oslo.", "Roe met Lee in Oslo.", True),
        (
            "Lee went from Oslo to Lund by car and from Lund to Oslo by train in May.",
            "Lee went from Oslo to Lund by car and from Lund to Oslo by train.",
            True,
        ),
        ("Acme hired Ann Lee.", "Ann Lee was hired by Acme.", True),
        ("On Monday Lee won the race in Oslo.", "Lee won the race in Oslo on Monday.", True),
        ("All passengers survived.", "Not all passengers survived.", False),
        ("Not all passengers survived.", "All passengers survived.", False),
        ("Few members voted.", "Most members voted.", False),
        ("All members voted.", "Most members voted.", True),
        ("Many of the members voted.", "Several members voted.", True),
        ("The plant might close.", "The plant will close.", False),
        ("The plant will close in May.", "The plant closed in May.", False),
        ("The company said it would close the plant.", "The company said it will close the plant.", True),
        ("Police believe the fire was an accident.", "The fire was an accident.", False),
        ("The fire was an accident, police believe.", "Police believe the fire was an accident.", True),
        ("Ann Lee was elected mayor.", "Ann Lee was re-elected mayor.", False),
        ("Ann Lee was re-elected mayor on Sunday.", "Ann Lee was reelected mayor.", True),
    ],
)
def test_the_same_words_told_of_others_or_of_more_are_not_borne_out(source: str, checked: str, supported: bool) -> None:
    assert (verdict(source, checked)[0] is Verdict.SUPPORTED) is supported


@pytest.mark.parametrize(
    ("source", "checked", "supported"),
    [
        ("Kalmar Rail denied that it planned to sell the line.", "Kalmar Rail plans to sell the line.", False),
        ("There was no evidence that Ann Lee had known of the leak.", "Ann Lee knew of the leak.", False),
        ("The board ruled out a price increase.", "The board announced a price increase.", False),
        ("The board ruled out a price increase.", "A price increase was ruled out by the board.", True),
        ("Lee is accused of hiding the letters.", "Lee hid the letters.", False),
        ("Lee is accused of hiding the letters.", "Lee is accused of hiding letters.", True),
        ("Kalmar Rail plans to close the line in May.", "Kalmar Rail closed the line in May.", False),
        ("Her lawyer said she would appeal in May.", "She appealed in May.", False),
        ("The port should first sell two cranes.", "The port sold two cranes.", False),
        (
            "The firm will cut 90 jobs, but no drivers will be dismissed.",
            "Drivers will be dismissed by the firm.",
            False,
        ),
        ("The prosecutor said that Lee had taken the car.", "The judge said that Lee had taken the car.", False),
        ("Officials said that Lee had taken the car.", "Police said that Lee had taken the car.", True),
        ("Talks could resume if both sides agreed to a truce.", "Both sides agreed to a truce.", False),
        ("Her term, which ends in May, can be renewed.", "Her term was renewed.", False),
        ("According to the prosecution, Lee was given a car.", "Lee was given a car.", False),
        ("According to the prosecution, Lee was given a car.", "The prosecution says Lee was given a car.", True),
        ("According to the ministry, Lee was given a car.", "Lee was given a car.", True),
    ],
)
def test_what_stands_under_a_denial_a_plan_or_another_speaker(source: str, checked: str, supported: bool) -> None:
    assert (verdict(source, checked)[0] is Verdict.SUPPORTED) is supported


@pytest.mark.parametrize(
    ("source", "checked", "supported"),
    [
        ("The mill, which was built in 1974 and closed in 2022, is empty.", "The mill was closed in 1974.", False),
        ("The mill, which was built in 1974 and closed in 2022, is empty.", "The mill was closed in 2022.", True),
        ("Exports rose by 6 percent to 2 billion crowns.", "Exports rose to 6 percent.", False),
        ("Exports rose by 6 percent to 2 billion crowns.", "Exports rose by 6 percent.", True),
        ("The firm will cut 90 of its 800 jobs.", "The firm will cut 90 jobs.", True),
        ("The mayor, Ida Roe, criticised the trainer, Per Dahl.", "Per Dahl is the mayor.", False),
        ("The mayor, Ida Roe, criticised the trainer, Per Dahl.", "Ida Roe is the mayor.", True),
        ("Ida Roe won the race ahead of Per Dahl.", "Per Dahl won the race.", False),
        ("Ida Roe won the race ahead of Per Dahl.", "The race was won by Ida Roe.", True),
        ("Ida Roe, who took over from Per Dahl in May, resigned.", "Per Dahl took over from Ida Roe in May.", False),
        ("Ida Roe, who took over from Per Dahl in May, resigned.", "Ida Roe took over from Per Dahl in May.", True),
        ("A cyclist knocked down a woman, and a plumber helped her.", "A plumber knocked down a woman.", False),
        ("Lin Roe, who beat Bea Lund on Monday, resigned before she left.", "Bea Lund resigned.", False),
        ("Ann Roe spoke after Per Dahl. He had sold the mill.", "Ann Roe had sold the mill.", False),
        ("Ann Roe spoke after Per Dahl. He had sold the mill.", "Per Dahl had sold the mill.", True),
        ("Ann Roe praised Per Dahl for having locked the gate.", "Per Dahl locked the gate.", True),
        ("Ann Roe praised Per Dahl for having locked the gate.", "Ann Roe locked the gate.", False),
        ("The coach hit a lorry, which was carrying pigs.", "The coach was carrying pigs.", False),
        ("The number of wolves doubled, while the number of lynx fell.", "The number of lynx doubled.", False),
        ("The number of wolves doubled, while the number of lynx fell.", "The number of wolves doubled.", True),
        ("Gold went to Ann Roe, silver to Bea Lund.", "Gold went to Bea Lund.", False),
        ("The motion was rejected by the council by 52 votes to 47.", "The motion was rejected by 52 votes.", True),
        ("The barn has 6 stalls and each stall holds 4 goats.", "The barn holds 24 goats.", True),
    ],
)
def test_years_amounts_offices_and_deeds_of_somebody_else(source: str, checked: str, supported: bool) -> None:
    assert (verdict(source, checked)[0] is Verdict.SUPPORTED) is supported


@pytest.mark.parametrize(
    ("source", "checked", "told"),
    [
        (
            "The council voted 7-2 to ask Mayor Roe to resign.",
            "The council asked Mayor Roe to resign by a vote of 6-3.",
            False,
        ),
        ("The council voted 7-2 to ask Mayor Roe to resign.", "The council voted 7-2 to ask her to resign.", True),
        (
            "Police found the watchman's body two days later.",
            "The watchman's body was recovered the following day.",
            False,
        ),
        ("Police found the watchman's body the next day.", "The watchman's body was found the following day.", True),
        ("Ada Roe won her second Lisbrook title in March.", "It was the third Lisbrook title for Ada Roe.", False),
        ("Ada Roe won her second Lisbrook title in March.", "It was the second Lisbrook title for Ada Roe.", True),
        ("Roe was hit twice in the leg by shots from a car.", "Roe was hit three times in the leg by shots.", False),
        ("Roe was hit twice in the leg by shots from a car.", "Roe was hit twice in the leg by shots.", True),
        ("The ship left Tolna on 3 May with grain.", "The grain ship left Tolna on 9 May.", False),
        ("The ship left Tolna on 3 May with grain.", "The grain ship left Tolna on May 3.", True),
    ],
)
def test_another_figure_of_the_kind_bears_nothing_out(source: str, checked: str, told: bool) -> None:
    assert (verdict(source, checked)[0] is Verdict.SUPPORTED) is told
