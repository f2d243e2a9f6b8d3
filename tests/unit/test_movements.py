"""Events that are no exercises, told in the many words of wire copy, releases and ministries; sentences of our own."""

import datetime as dt

import pytest

from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import Report

PUBLISHED = dt.date(2024, 6, 12)
REST = "\n\nThe museum of the navy shows missiles, soldiers and submarines of bygone times."

TOLD = """
port_call | IND | The Indian destroyer INS Kolkata entered Mombasa on Monday for a three-day visit.
port_call | FRA | The French frigate Surcouf is berthed at Limassol until Friday.
port_call | FRA | The French frigate Surcouf lies alongside in Limassol.
port_call | RUS | The Russian frigate Admiral Kasatonov took on stores and fuel at Algiers on 4 June.
port_call | RUS | The Russian corvette Boiky refuelled at Tartus on Monday.
port_call | TUR | The Turkish corvette Heybeliada made a technical stop at Alexandria on 3 June.
port_call | TUR | A Turkish frigate made a stopover in Djibouti last week.
port_call | DEU | The German frigate Hamburg is due in Haifa on Saturday.
port_call | IRN | The Iranian destroyer Dena is expected on Saturday in Rio de Janeiro.
port_call | IRN | The Iranian destroyer Dena stayed in Cape Town until 14 May.
port_call | USA | The American destroyer USS Higgins sailed into Subic Bay on Sunday.
port_call | GBR | The British patrol ship HMS Spey spent four days in Suva.
port_call | GBR | HMS Spey paid a visit to Honiara from 3 to 6 June.
port_call | GBR | HMS Spey is on a five-day visit to Honiara.
port_call | CHN | The Chinese destroyer Zibo docked in Casablanca on Thursday.
port_call | CHN | The Chinese training ship Qi Jiguang will arrive in Bali on Friday.
port_call | CHN | Two Chinese warships are to arrive in Gdynia next Monday.
port_call | RUS | A detachment of ships of the Russian Northern Fleet made a business call at the port of Tripoli.
port_call | RUS | The Russian cruiser Varyag completed its call at the port of Massawa.
port_call | JPN | The Japanese destroyer Akebono will be in Manila until Sunday.
port_call | JPN | The Japanese destroyer Akebono came alongside at Manila on Sunday.
port_call | KOR | The South Korean destroyer Gangam Chan made a port of call in Jakarta.
port_call | ITA | The Italian frigate Alpino pulled into Yokosuka on Sunday morning.
port_call | ITA | The Italian frigate Alpino dropped anchor off Muscat.
port_call | ITA | The Italian frigate Alpino was welcomed at Karachi harbour on 7 June.
port_call | NZL | HMNZS Aotearoa unloaded at Lautoka on Friday.
port_call | NZL | HMNZS Aotearoa embarked fuel in Singapore on Friday.
port_call | PAK | PNS Tughril, a frigate of the Pakistan Navy, visited Port of Jeddah on 2 June.
port_call | IND | INS Trishul has reached Port Louis.
port_call | IND | INS Trishul will next call at Port Louis in the second week of July.
port_call | EGY | The Egyptian frigate had moored to the quay of Jeddah on Friday.
port_call | RUS | The Russian submarine Ufa put in to Kota Kinabalu for replenishment.
port_call | NLD | The Dutch frigate Tromp was in Pearl Harbor from 1 to 5 June.
port_call | GBR | HMS Trent tied up in Georgetown on Friday.
port_call | USA | USS Roosevelt is scheduled to stop in Casablanca on Thursday.
deployment | GBR | HMS Trent arrived off Guyana on Friday.
deployment | IND | INS Trishul is on a long range deployment to the South West Indian Ocean.
deployment | DEU | A German battalion has been rotated to Lithuania since 3 June.
deployment | POL | Poland moved a battery of howitzers to Suwalki on Monday.
deployment | BLR | Belarus is moving Polonez launchers to Gomel.
deployment | USA | The United States sent a Patriot battery to Rzeszow last month.
deployment | GBR | British Typhoons flew to Mihail Kogalniceanu on 4 June.
deployment | ITA | Italian Typhoons took over air policing from Amari on 1 June.
deployment | PRT | Portuguese F-16s have been based at Siauliai since the start of April.
deployment | FRA | A French company arrived in Romania by train on Monday.
deployment | CHN | China stationed two frigates off Natuna on Monday.
deployment | RUS | Russian ships have taken up positions off Odesa.
deployment | RUS | Russia withdrew its soldiers from Karabakh on Wednesday.
deployment | PHL | The Philippine coast guard posted a ship at Sabina Shoal in April.
deployment | USA | The carrier USS Eisenhower was ordered to the Red Sea on Monday.
deployment | USA | The carrier USS Eisenhower is operating in the Red Sea.
deployment | CHN | Chinese coast guard vessels were operating around Kinmen on Tuesday.
deployment | UZB | The Uzbek contingent was transferred by rail from Nukus from 1 June.
deployment | TUR | Turkey shipped 20 tanks to Mogadishu in May.
joint_naval_patrol | IDN/MYS | Indonesian and Malaysian navy ships jointly patrol the Malacca Strait.
joint_naval_patrol | VNM/CHN | Coast guard ships of Vietnam and China carried out a joint patrol in the Tonkin Gulf.
joint_naval_patrol | CHN/RUS | Chinese and Russian warships held a joint cruise in the Pacific.
joint_naval_patrol | CHN/RUS | Chinese and Russian warships have begun patrolling the Pacific jointly.
meeting | IND/TZA | The commanding officer of the Indian ship called on the Chief of the Tanzanian Navy on 29 May.
meeting | UZB/TJK | The Uzbek and Tajik defence ministers held talks in Samarkand on Tuesday.
meeting | UZB/TJK | It was agreed after talks of the Uzbek and Tajik ministers in Samarkand on Tuesday.
meeting | TUR/ROU | The Turkish naval commander was received by the Romanian defence minister in Bucharest on Monday.
meeting | IND/OMN | India and Oman held the sixth round of naval staff talks in Muscat on 3 June.
meeting | PAK/BGD | Pakistan's naval chief met with the commander of the Bangladesh Navy at Islamabad on Thursday.
agreement | UZB/TJK | The Uzbek and Tajik ministers signed a plan of cooperation for 2025 in Samarkand on Tuesday.
agreement | GUY/VEN | Guyana and Venezuela had agreed in Kingstown on 14 May not to use force.
agreement | USA/NER | The soldiers go under an agreement that the United States and Niger announced on Sunday.
agreement | USA/NER | The United States and Niger struck a deal on Sunday on the withdrawal of soldiers.
agreement | JPN/PHL | Japan and the Philippines signed a reciprocal access agreement in Manila on 8 May.
agreement | JPN/PHL | Japan and the Philippines have initialled a pact on visiting forces.
agreement | DEU/LTU | Germany and Lithuania signed a roadmap for the brigade in Vilnius on Monday.
agreement | IND/OMN | India and Oman inked a letter of intent on naval cooperation on Monday.
agreement | IND/OMN | The Indian and Omani ministers put their names to a protocol in Muscat on Monday.
agreement | RUS/PRK | Russia and North Korea concluded a treaty on mutual defence in Pyongyang on Monday.
agreement | CHN/PHL | China and the Philippines reached an understanding on supply runs to the shoal on Sunday.
agreement | USA/KOR | The United States and South Korea agreed on Tuesday to hold larger drills.
transit | CHN | Fourteen Chinese aircraft crossed the median line of the Taiwan Strait on Wednesday.
transit | RUS | The Russian tanker Akar and a frigate passed Dover heading north on Monday.
transit | RUS | A Russian Su-24 violated the airspace of Sweden east of Gotland on 10 June.
transit | CHN | A Chinese survey ship sailed up the Bering Strait on 4 June.
transit | USA | The destroyer USS Halsey made a transit of the Taiwan Strait on 8 May.
transit | FRA | The French frigate Prairial sailed through the Taiwan Strait on Monday.
transit | RUS | Russian bombers flew a patrol over the Norwegian Sea on Monday.
transit | IRN | The Iranian frigate Alborz had crossed Bab el-Mandeb on 1 June.
transit | RUS | Two Russian frigates left the Baltic through the Great Belt on Tuesday.
transit | USA | The American carrier entered the Persian Gulf through the Strait of Hormuz on Monday.
monitoring | TWN | Taiwan's armed forces monitored the situation with aircraft and navy ships.
monitoring | IND | A Chinese research vessel was seen in the Bay of Bengal; the Indian navy said it was tracking her.
monitoring | EST | Estonia's navy said it was watching a Russian survey ship off Saaremaa.
monitoring | GBR | HMS Portland shadowed the Russian frigate through the English Channel on Monday.
monitoring | GBR | The Royal Navy kept watch on a Russian submarine in the Channel.
monitoring | NLD | The Dutch frigate Tromp escorted the Russian frigate through the North Sea on Monday.
monitoring | JPN | The Japanese destroyer Sawagiri is following the Chinese carrier south of Miyako.
monitoring | KOR | The South Korean military said it was closely observing the Russian ships.
missile_launch | IND | Delhi had last launched the missile in June 2023, from the same island.
missile_launch | TUR | A Turkish frigate will conduct a missile firing off Sinop on 9 June.
missile_launch | PRK | North Korea conducted a launch of a Hwasong-16 missile on Monday.
missile_launch | PRK | North Korea lobbed two short-range missiles into the Sea of Japan on Monday.
missile_launch | RUS | A Bulava was fired from a Russian submarine in the White Sea on Monday.
missile_launch | IND | India successfully flight-tested the Agni-Prime ballistic missile off Odisha on 3 June.
missile_launch | IRN | Iran test-launched a Ghadr missile on Monday.
missile_launch | PAK | Pakistan conducted a training launch of the Ghauri missile.
unilateral_exercise | CHN | Live firing by units of the Chinese navy, 3 to 8 June, south of Lianyungang.
unilateral_exercise | RUS | Crews of the Russian Baltic Fleet practised firing at sea targets off Baltiysk on Monday.
unilateral_exercise | TWN | Taiwan's marines rehearsed repelling a landing at Taoyuan on Tuesday.
unilateral_exercise | CHN | China had held exercises with live ammunition in six areas around the island in May.
"""

NO_EVENTS = (
    "The minister called on the parties to show restraint in the Red Sea.",
    "Two cruise ships are due in Tromso on Saturday.",
    "The ferry took on fuel at Piraeus.",
    "The tanker moored at Rotterdam on Monday and unloaded oil.",
    "The fleet of taxis was moved to Athens by the company.",
    "The club signed a plan with its captain after talks in Berlin.",
    "The visitors stayed in Naples until Monday and met the mayor.",
)


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_an_event_is_found_with_its_parties(gazetteer: Gazetteer, line: str) -> None:
    kind, parties, text = line.split(" | ")
    found = read(Report("r", text + REST, published=PUBLISHED), gazetteer).events
    assert (kind, set(parties.split("/"))) in [(event.type.value, set(event.participants)) for event in found]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_civil_news_in_the_same_words_has_no_event(gazetteer: Gazetteer, text: str) -> None:
    assert read(Report("r", text, published=PUBLISHED), gazetteer).events == ()
