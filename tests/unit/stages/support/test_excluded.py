"""Two texts that exclude each other by who or what they speak of, each rule on both sides of its boundary."""

import pytest

import factcheck
from factcheck.model.support import Verdict

Case = tuple[str, str]


def told(source: str, checked: str) -> str | None:
    """The rule by which the one sentence of a text is contradicted; None where it is not."""
    (found,) = factcheck.compare(source, checked).support
    return found.rule if found.verdict is Verdict.CONTRADICTED else None


TURNED = [
    ("Marlow Foods is a unit of the Danish group Arlund.", "Marlow Foods owns Arlund."),
    ("Arlund's subsidiary Marlow Foods said that profits rose.", "Arlund is a subsidiary of Marlow Foods."),
    ("Marlow Foods, which is owned by Arlund, closed a plant.", "Arlund belongs to Marlow Foods."),
    ("The takeover of Marlow Foods by Arlund was approved.", "Marlow Foods took over Arlund."),
    ("Lena Hart took over from Olga Brandt as mayor.", "Olga Brandt succeeded Lena Hart as mayor."),
    ("Lena Hart, the daughter of Jon Hart, opened the shop.", "Lena Hart is the mother of Jon Hart."),
    ("Jon Brandt was Lena Hart's teacher in Tarn.", "Jon Brandt studied under Lena Hart."),
    ("Jon Brandt works for Lena Hart.", "Jon Brandt employs Lena Hart."),
    ("Jon Brandt, Lena Hart's lawyer, called the verdict unjust.", "Lena Hart is Jon Brandt's lawyer."),
    ("The bank lent 4 million euros to Tarn Shipyard.", "Tarn Shipyard lent 4 million euros to the bank."),
    ("Lena Hart lost to Olga Brandt in the final.", "Lena Hart beat Olga Brandt in the final."),
    ("Norway's victory over Sweden put it in the semi-finals.", "Sweden beat Norway."),
    ("The town of Hartley was named after Lena Hartley.", "Lena Hartley was named after the town of Hartley."),
    ("The tunnel is longer than the bridge.", "The bridge is longer than the tunnel."),
    ("Lena Hart is less popular than Olga Brandt.", "Lena Hart is more popular than Olga Brandt."),
    ("Tarn lies 3 miles north of Arl.", "Tarn is south of Arl."),
    ("Women outnumber men in Tarn.", "Men outnumber women in Tarn."),
    ("Marlow Foods is one of Arlund's subsidiaries.", "Arlund is owned by Marlow Foods."),
]  # fmt: skip

NOT_TURNED = [
    ("Marlow Foods is a unit of the Danish group Arlund.", "Arlund owns Marlow Foods."),
    ("Lena Hart denied that Marlow Foods is a subsidiary of Arlund.", "Marlow Foods owns Arlund."),
    ("Arlund may take over Marlow Foods.", "Marlow Foods took over Arlund."),
    ("Lena Hart beat Olga Brandt in 2003.", "Olga Brandt beat Lena Hart in 2004."),
    ("Lena Hart beat Olga Brandt in the final.", "Olga Brandt had beaten Lena Hart before."),
    ("Lena Hart beat Olga Brandt in the final.", "Lena Hart lost to Olga Brandt in the group stage in Tarn."),
    ("Lena Hart is a colleague of Olga Brandt.", "Olga Brandt is a colleague of Lena Hart."),
    ("Lena Hart's lawyer spoke to Jon Brandt.", "Lena Hart is Jon Brandt's lawyer."),
    ("Lena Hart is taller than Olga Brandt.", "Olga Brandt is older than Lena Hart."),
    ("Tarn is north of Arl.", "Arl is south of Tarn."),
    ("Norway beat Sweden 3-1 in Oslo after losing to Sweden in Stockholm.", "Sweden beat Norway in Stockholm."),
    ("Norway, who lost to Sweden in May, beat Sweden in June.", "Sweden beat Norway."),
    ("Jon Hart is the son of Lena Hart and the father of Max Hart.", "Max Hart is the son of Jon Hart."),
    ("Lena Hart sold a boat to Olga Brandt and later bought it from Olga Brandt.",
     "Olga Brandt sold a boat to Lena Hart."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "checked"), TURNED)
def test_parties_the_other_way_round(source: str, checked: str) -> None:
    assert told(source, checked) == "FC115"


@pytest.mark.parametrize(("source", "checked"), NOT_TURNED)
def test_parties_that_may_be_as_told(source: str, checked: str) -> None:
    assert told(source, checked) is None


OPPOSITE = [
    ("Obesity can lead to diabetes.", "Obesity prevents diabetes."),
    ("Nausea can occur as a side effect of drugs such as lorazine or pentol.", "Lorazine prevents nausea."),
    ("Senator Hart voted against the treaty.", "Senator Hart supported the treaty."),
    ("The minister spoke of his fight against organised crime.", "The minister supports organised crime."),
    ("Brandt turned down both the Lind Prize and another Tarn Medal.", "Brandt received the Lind Prize."),
    ("The inquiry found that Lena Hart had committed no crime.", "The inquiry blamed Lena Hart."),
    ("About 62 per cent of voters in Tarn rejected the tunnel.", "Voters in Tarn approved the tunnel."),
    ("An appeals court overturned the conviction of Jon Hart.", "An appeals court upheld the conviction of Jon Hart."),
    ("Lena Hart kept the yellow jersey despite a fall.", "Lena Hart lost the yellow jersey."),
    ("There was a sharp fall in exports to Norway.", "Exports to Norway increased."),
    ("The firm raised its prices in May.", "The firm cut its prices in May."),
    ("The pilot survived the crash near Tarn.", "The pilot was killed in the crash."),
    ("Lena Hart was a liberal thinker who angered many.", "Lena Hart was a conservative politician."),
    ("The letter was written by House Minority Leader Lena Hart.", "Lena Hart is the Speaker of the House."),
    ("Lena Hart is an amateur golfer from Tarn.", "Lena Hart is a professional golfer."),
    ("Deputy mayor Lena Hart opened the fair.", "Lena Hart is the mayor."),
    ("Marlow Foods reported net earnings of $374m in the third quarter.", "Marlow Foods lost $374m."),
    ("Marlow Foods posted a $5 million loss.", "Marlow Foods earned $5 million."),
    ("The tunnel is longer than the bridge.", "The tunnel is shorter than the bridge."),
    ("The union was in favour of the plan.", "The union was against the plan."),
    ("Jon Hart was unaware of the payments to the party.", "Jon Hart knew of the payments to the party."),
    ("Jon Hart's request for bail was turned down.", "Jon Hart was granted bail."),
    ("Jon Hart was refused entry to the country.", "Jon Hart was granted entry to the country."),
    ("The striker missed the final because of an injury.", "The striker played in the final."),
    ("The dam withstood the earthquake.", "The earthquake destroyed the dam."),
    ("Aspirin is used to treat headaches.", "Aspirin causes headaches."),
    ("The council complied with the ruling.", "The council breached the ruling."),
]  # fmt: skip

NOT_OPPOSITE = [
    ("Obesity can lead to diabetes.", "A walk a day prevents diabetes."),
    ("Brandt received the offer on Monday.", "Brandt turned down the offer."),
    ("Brandt turned down the Lind Prize.", "Brandt received the Tarn Medal."),
    ("Only 42 per cent of voters rejected the tunnel.", "Voters approved the tunnel."),
    ("Some senators voted against the treaty.", "Senators supported the treaty."),
    ("Senator Hart voted for the treaty after she had opposed the treaty.", "Senator Hart opposed the treaty."),
    ("Prices rose in May and fell in June.", "Prices fell."),
    ("Prices fell in May.", "Prices will rise."),
    ("The firm sold the mill in 2003 and bought the mill back in 2005.", "The firm bought the mill."),
    ("The drug can cause strokes in old people and prevents strokes in the young.", "The drug prevents strokes."),
    ("Lena Hart, once a liberal, is a conservative.", "Lena Hart is a conservative."),
    ("The pilot survived the crash near Tarn. He died of malaria in 2013.", "The pilot died of malaria."),
    ("Two passengers survived the crash.", "Three passengers died in the crash."),
    ("The index rose 2 points to 1,612.", "The index fell 10 points to 1,601."),
    ("Lena Hart is an amateur golfer from Tarn.", "Lena Hart is a professional pianist."),
    ("The former deputy mayor Lena Hart opened the fair.", "Lena Hart is the mayor."),
    ("Lena Hart, vice president of Nordsk, opened the fair.", "Lena Hart is the president of Estonia."),
    ("Lena Hart is a liberal on trade and a conservative on crime.", "Lena Hart is a conservative."),
    ("Marlow Foods posted a $5 million loss.", "Marlow Foods earned $6 million."),
    ("Jon Hart was refused bail in May and was granted bail in June.", "Jon Hart was granted bail."),
    ("The striker missed the semi-final because of an injury.", "The striker played in the final."),
    ("Jon Hart was unaware of the payments at first.", "Jon Hart knew of the concert."),
    ("Marlow Foods lost $5 million in court and earned $5 million from a sale.", "Marlow Foods lost $5 million."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "checked"), OPPOSITE)
def test_opposites_of_the_same_ones(source: str, checked: str) -> None:
    assert told(source, checked) in ("FC114", "FC107", "FC104")


@pytest.mark.parametrize(("source", "checked"), NOT_OPPOSITE)
def test_opposites_of_others_or_of_another_time(source: str, checked: str) -> None:
    assert told(source, checked) is None


DENIED = [
    ("Those accounts were not confirmed by the Estonian government.",
     "The Estonian government confirmed those accounts."),
    ("Jon Hart was convicted of ordering the murder - ultimately unsuccessful - of Max Roth.",
     "Max Roth was killed by Jon Hart."),
    ("Two men tried to kill Jon Hart on Monday.", "Jon Hart was killed."),
    ("Jon Hart survived an assassination attempt in Tarn.", "Jon Hart was assassinated."),
    ("The continued delay in reaching agreement on a budget for Tarn hangs over all.",
     "Councillors agree on a budget for Tarn."),
    ("Ministers failed to agree on the fishing quotas.", "Ministers agreed on the fishing quotas."),
    ("The ministry would not say in which towns the pills had been sold.",
     "The ministry gave a list of towns in which the pills had been sold."),
    ("The ministry declined to name the buyers of the ship.", "The ministry named the buyers of the ship."),
    ("Dogs may enter the country without quarantine.", "Quarantine is compulsory for dogs to enter the country."),
    ("The gap between Norway and Sweden was $232.5bn last year.", "There is no trade gap between Norway and Sweden."),
    ("Only three of the 12 passengers survived.", "All the passengers survived."),
    ("All the passengers survived.", "None of the passengers survived."),
    ("The two firms called off the meeting.", "The meeting took place."),
    ("The festival, cancelled because of the storm, draws 3,000 people.", "The festival took place despite the storm."),
]  # fmt: skip

NOT_DENIED = [
    ("The council has not yet approved the plan.", "The council approved the plan."),
    ("Two men tried to kill Jon Hart on Monday, and he died on Friday.", "Jon Hart was killed."),
    ("Two men tried to kill Jon Hart on Monday.", "Max Roth was killed."),
    ("Ministers failed to agree on the fishing quotas at first, but they reached an agreement on the quotas on Friday.",
     "Ministers reached an agreement on the quotas."),
    ("The ministry declined to name the buyers of the ship.", "The ministry named the captain of the ship."),
    ("Dogs may not enter the country without quarantine.", "Quarantine is compulsory for dogs to enter the country."),
    ("The budget gap of Norway was $2bn.", "There is no trade gap between Norway and Sweden."),
    ("At least three of the 12 passengers survived.", "All the passengers survived."),
    ("Only three of the 12 passengers survived.", "All the sailors survived."),
    ("The concert on Friday was cancelled.", "The concert on Saturday took place."),
    (
        "There is no trade deficit with Norway, but the deficit with Sweden is $3 billion.",
        "The deficit with Sweden is $3 billion.",
    ),
    (
        "None of the crew survived, but three of the 12 passengers survived.",
        "Three of the 12 passengers survived.",
    ),
    ("Few of the passengers spoke English.", "Some of the passengers spoke English."),
    ("The meeting was postponed from May and took place in June.", "The meeting took place."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "checked"), DENIED)
def test_what_did_not_come_about(source: str, checked: str) -> None:
    assert told(source, checked) in ("FC113", "FC106")


@pytest.mark.parametrize(("source", "checked"), NOT_DENIED)
def test_what_may_have_come_about(source: str, checked: str) -> None:
    assert told(source, checked) is None


OTHER = [
    ("Marlow Foods was originally sold for $9.4 billion to a rival.", "Marlow Foods cost $27.5 billion.", "FC112"),
    ("The museum paid 4 million euros for the Lind Gallery.", "The Lind Gallery cost 7 million euros.", "FC112"),
    ("The presidential vote, which is slated for October 30, is expected to be close.",
     "New elections will take place on July 14.", "FC112"),
    ("The trial of Jon Hart will begin on 3 May.", "Jon Hart's trial starts on 4 June.", "FC112"),
    ("Jon Hart (20 February 1894 - 29 December 1986) was a politician.",
     "Jon Hart was born on 10 February 1894.", "FC112"),
    ("The Dutch retailer Wehling was sold on Friday.", "Wehling was based in the UK.", "FC116"),
]  # fmt: skip

NOT_OTHER = [
    ("The museum paid 4 million euros for the Lind Gallery and sold it for 7 million.",
     "The Lind Gallery cost 7 million euros."),
    ("The painting was bought for $2 million and resold for $5 million.", "The painting was sold for $5 million."),
    ("The house cost $2 million to build.", "The house was sold for $5 million."),
    ("The election on 3 May was followed by a run-off vote on 17 May.", "The vote took place on 17 May."),
    ("Two nuns sold the painting for 9,000 euros.", "A dealer sold the painting for six million euros."),
    ("The presidential election will be held on 3 May.", "The parliamentary election will be held on 9 June."),
    ("The trial of Jon Hart will begin on 3 May.", "The trial of Lena Hart will begin on 9 June."),
    ("The funeral was held on 3 May after it had been postponed from 1 May.", "The funeral was set for 1 May."),
    ("Jon Hart (1894-1986) was a politician.", "Jon Hart died on 4 May 1986."),
    ("Jon Hart (chairman 1894-1901) was a politician.", "Jon Hart died in 1984."),
    ("The Dutch singer Jan Wehling performed on Friday.", "Jan Wehling is based in the UK."),
    ("The UK arm of the Dutch retailer Wehling was sold on Friday.", "Wehling is based in the UK."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "checked", "rule"), OTHER)
def test_another_price_day_or_seat(source: str, checked: str, rule: str) -> None:
    assert told(source, checked) == rule


@pytest.mark.parametrize(("source", "checked"), NOT_OTHER)
def test_a_price_day_or_seat_that_can_be_right(source: str, checked: str) -> None:
    assert told(source, checked) is None


# Two sentences that differ in a circumstance, a thing, a sort or a time, or of which only one tells it.
OF_TWO_MATTERS = [
    ("The nurses' strike began on 3 May.", "The teachers' strike began on 9 May in the same city."),
    ("The strike by nurses began on 3 May.", "The strike by drivers began on 9 May."),
    ("Ann Lee's trial begins on 3 May.", "Her husband's trial begins on 9 May."),
    ("The election will be held on 14 July, Lee said.", "Lee leads in a poll held on 12 June."),
    ("The summit opens on 3 May.", "A meeting of ministers takes place on 2 May."),
    ("The race starts on 3 May.", "The match starts on 1 May."),
    ("The launch took place on 3 May.", "The launch of the second rocket took place on 9 May."),
    ("The vote was set on 3 May.", "The vote will be held on 9 June."),
    ("Russia handed 10 prisoners to Ukraine.", "Ukraine handed 12 prisoners to Russia."),
    ("China bought soybeans from Brazil.", "Brazil bought trains from China."),
    ("Arsenal bought Lee from Chelsea.", "Chelsea bought Roe from Arsenal."),
    ("The bank lent money to the firm Alto.", "Alto lent staff to the bank."),
    ("Arlund is a former subsidiary of Marlow.", "Marlow is a subsidiary of Arlund."),
    ("Roe worked for Lee.", "Lee works for Roe."),
    ("Lee was Roe's boss.", "Roe is Lee's boss."),
    ("Arlund's planned takeover of Marlow was blocked in May.", "Marlow acquired Arlund."),
    ("The takeover of Marlow by Arlund collapsed.", "Marlow acquired Arlund."),
    ("The defeat of Marlow by Arlund was annulled.", "Marlow beat Arlund."),
    ("Lee is Roe's father-in-law.", "Roe is the father of Lee."),
    ("Bob Roe is a general contractor.", "Colonel Bob Roe was hurt in Arl."),
    ("Bob Roe, a private detective, was shot.", "Police Sergeant Bob Roe was shot."),
    ("Ann Lee, the secretary general of the league, spoke.", "Lieutenant Ann Lee spoke."),
    (
        "Ann Lee, president of the Liberal Party, met the king on Monday.",
        "Prime Minister Ann Lee met the king on Monday.",
    ),
    ("Bob Roe is chairman of Marlow.", "Bob Roe is vice chairman of the bank."),
    ("Ann Lee was a speaker at the rally.", "House minority leader Ann Lee attended the rally."),
    ("Lee is a keeper of bees.", "Lee is a striker."),
    ("Ann Lee is a liberal.", "Ann Lee is a conservative on tax."),
    ("Bob Roe, a military historian, spoke.", "Bob Roe, a civilian, spoke."),
    ("A judge convicted Lee of one count.", "A judge acquitted Lee of two counts."),
    ("The jury convicted Lee of fraud.", "The jury acquitted Lee of perjury."),
    ("The law protects workers from fraud.", "The law led to fraud."),
    ("Lee signed the petition.", "Lee rejected the petition."),
    ("All the hostages were freed.", "Three of the hostages were freed."),
    ("All the workers in the north plant were rescued.", "None of the workers in the south plant were rescued."),
    ("Many flights lost money.", "No flights were lost."),
    ("The phone costs $800 in the US.", "The phone costs $1,000 in Norway."),
    ("The stamp fetched $9 million at the sale.", "The stamp was bought for $100 by a boy."),
    ("Acme made $5 million from cars.", "Acme lost $5 million on bikes."),
    ("Acme posted a profit of $5 million.", "Acme posted a pretax loss of $5 million."),
    (
        "Acme posted a profit of $5 million in the first quarter.",
        "Acme posted a loss of $5 million in the second quarter.",
    ),
    ("Acme posted an operating profit of $5 million.", "Acme posted a net loss of $5 million."),
    ("Shares of Acme rose in early trading.", "Shares of Acme fell in late trading."),
    ("Lee defeated Roe in the primary.", "Roe defeated Lee in the general election."),
    ("Lee beat Roe at the Open.", "Roe beat Lee in the Cup."),
    ("Lee used to employ Roe.", "Roe employs Lee."),
    ("Roe employed Lee.", "Lee employs Roe."),
    ("The first launch took place on 3 May.", "The second launch took place on 9 May."),
    ("Lee's attempted murder of Roe shocked the town.", "Roe killed Lee."),
]


@pytest.mark.parametrize(("source", "checked"), OF_TWO_MATTERS)
def test_two_matters_do_not_exclude_each_other(source: str, checked: str) -> None:
    assert told(source, checked) is None
    assert told(checked, source) is None
