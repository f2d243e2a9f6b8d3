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
monitoring | TWN | The Chinese ships were kept under surveillance by Taiwan's navy.
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
port_call | CHN | The Chinese destroyer Baotou is in port at Karachi.
port_call | FRA | The French frigate Surcouf had called at Limassol the week before.
port_call | FRA | The building Tonnerre of the French Marine made escale at Abidjan from 4 to 6 June.
port_call | PER | The Peruvian frigate recalled in the port of Callao on Saturday.
port_call | CHL | The Chilean patrol ship arrived to the port of Iquique on Saturday.
port_call | KOR | The South Korean cruise training unit enters port of Auckland on the 14th.
port_call | RUS | The ships of the Russian Pacific Fleet came with an unofficial visit to the port of Cam Ranh.
port_call | RUS | The Russian patrol ship Neustrashimy went into the port of Luanda for replenishment of stocks.
port_call | IRN | The Iranian naval group 86 threw anchor in the port of Salalah on Sunday.
port_call | EGY | The Egyptian frigate had reached the base at Jeddah on Friday.
port_call | BRA | The Brazilian corvette attracted in the port of Montevideo on Monday and docked in Rio Grande.
port_call | CHN | The Chinese hospital ship Peace Ark began a seven-day visit to Dar es Salaam on Monday.
port_call | ITA | The Italian training ship Vespucci concluded a five-day stay in Manila.
port_call | CAN | HMCS Ottawa pulled into Da Nang on Tuesday.
port_call | DEU | The German frigate Baden-Wuerttemberg is making a stop in Honolulu.
port_call | DEU | The German frigate Baden-Wuerttemberg stopped over at Honolulu.
port_call | TUR | TCG Kinaliada anchored off Hiroshima on Monday.
port_call | USA | Piraeus received the American carrier Dwight D. Eisenhower on Monday.
port_call | USA | Busan welcomed the American submarine USS Vermont on Monday.
port_call | USA | The American submarine USS Vermont was admitted to the base at Busan.
port_call | POL | The Polish minehunter Kormoran has been lying in Kiel since Sunday.
port_call | GRC | The Greek frigate Hydra put up at Souda for repairs on Monday.
port_call | AUS | HMAS Warramunga will visit Cebu from 15 to 19 June.
port_call | JPN | The Japanese destroyers JS Suzutsuki and JS Shimakaze made a goodwill port call to Colombo.
port_call | RUS | Four Russian warships arrive in Havana today.
deployment | CAN | The Canadian frigate HMCS Montreal set out on a six-month deployment to the Indo-Pacific.
deployment | FRA | France is to send 2 Mirage 2000-5 fighters to Orland in the autumn.
deployment | TUR | Turkey will station 500 soldiers in Mogadishu from July.
deployment | USA | Two American B-52 bombers touched down in Lulea on Sunday.
deployment | BEL | Belgian F-16s have moved to Siauliai to police the Baltic sky.
deployment | IND | India has stationed the destroyer Kolkata in the Gulf of Aden.
deployment | JPN | Japan's Self-Defense Forces deployed Patriot batteries on Miyako Island.
deployment | PHL | Manila sent the patrol ship Teresa Magbanua to Sabina Shoal in April.
deployment | KEN | Kenyan policemen and soldiers flew to Port-au-Prince on Tuesday.
joint_naval_patrol | GBR/FRA | British and French frigates patrolled the Gulf of Guinea together.
joint_naval_patrol | MYS/THA | Malaysian and Thai boats are to patrol the Gulf of Thailand side by side in July.
joint_naval_patrol | CHN/RUS | A joint formation of Chinese and Russian ships is on patrol in the North Pacific.
meeting | GRC/TUR | The Greek and Turkish defence ministries met for confidence-building talks in Athens on 3 June.
meeting | AZE/TUR | The Azerbaijani defence minister Zakir Hasanov met with Turkish colleague Yasar Guler in Ankara.
meeting | VNM/CHN | The Vietnamese and Chinese coast guards opened their yearly conference in Haiphong.
meeting | KAZ/KGZ | The defence ministers of Kazakhstan and Kyrgyzstan had a meeting in Almaty on 5 June.
meeting | RUS/ZAF | Russian Foreign Minister Sergei Lavrov met his colleague Naledi Pandor of South Africa in January.
meeting | USA/TWN | Taiwan's President Tsai Ing-wen on Wednesday in California met the American speaker Kevin McCarthy.
meeting | BRA/ARG | A meeting of Brazilian and Argentine staff officers took place in Rio Grande on Monday.
agreement | CHN/SLB | China and Solomon Islands have a security pact, signed in April 2022.
agreement | IND/FRA | India and France finalised an accord on 26 fighters on Monday.
agreement | ARM/IND | Armenia and India agreed in Delhi on Monday to widen the training of officers.
agreement | KEN/USA | Kenya and the United States signed a five-year defence cooperation agreement in Nairobi.
agreement | MDV/CHN | Maldives and China signed agreements on free military aid in Male on 4 March.
agreement | FIN/USA | The agreement was signed by Finland and the United States in Washington in December.
transit | RUS | The Russian frigate Gorshkov and a tanker steamed through the English Channel on Monday.
transit | CHN | Three Chinese warships slipped through the Osumi Strait on Sunday.
transit | CHN | A Chinese naval fleet went through the Tsugaru Strait on Sunday.
transit | CHN | A Chinese Y-9 plane entered Japan's airspace near Danjo on Monday.
transit | DEU | Two German ships, a frigate and a tanker, went through the Taiwan Strait on Friday.
transit | RUS | A Russian submarine was under way on the surface through the Skagerrak on Monday.
transit | RUS | Two Russian bombers flew along the coast of Alaska on Monday.
transit | IND | INS Kolkata passed through Bab el-Mandeb on Tuesday.
transit | FRA | The French frigate Languedoc crossed the Suez Canal on Tuesday.
monitoring | NOR | Norwegian aircraft were watching the Russian ships from the first hour.
monitoring | CHN | China had sent naval and air forces to monitor the passage of the American destroyer.
monitoring | TUR | A Turkish coast guard boat kept the Greek survey ship in sight off Kasos.
monitoring | LVA | Latvian forces spotted a Russian submarine near Ventspils on Monday.
monitoring | USA | US Coast Guard cutter Stratton located two Russian ships near Point Hope on Monday.
monitoring | IRL | The Irish patrol ship William Butler Yeats escorted a Russian spy ship out of the zone on Friday.
missile_launch | PRK | North Korea fired several cruise missiles off Sinpo early on Sunday.
missile_launch | KOR | South Korea's army shot a Hyunmoo missile from Anheung on Monday.
missile_launch | USA | The United States test-fired a Minuteman III missile from Vandenberg on Tuesday.
missile_launch | FRA | The French submarine Le Terrible launched an M51 missile off Audierne on Monday.
missile_launch | TUR | Turkey tested its Tayfun missile over the Black Sea on Monday.
missile_launch | RUS | A launch of the intercontinental missile Yars was carried out from Plesetsk by Russia on Monday.
unilateral_exercise | CHN | Beijing staged day-long war games around Taiwan on Monday.
unilateral_exercise | KOR | South Korea held live-fire drills on Yeonpyeong on Monday.
unilateral_exercise | IRN | Iran's navy opened a two-day drill in the Gulf of Oman on Monday.
unilateral_exercise | RUS | Russia began the second stage of its exercise of non-strategic nuclear forces on Tuesday.
unilateral_exercise | RUS | The Russian Northern Fleet fired at targets in the Barents Sea in an exercise on Monday.
unilateral_exercise | TWN | Taiwan fired its howitzers in a drill at Kinmen on Monday.
port_call | PHL | BRP Antonio Luna made a port visit in Hanoi last week.
port_call | PHL | The Philippine Navy ship BRP Antonio Luna docked at the Port of Vung Tau for a goodwill visit.
port_call | GBR | HMS Tamar sailed into Wellington harbour this morning.
port_call | USA | USS Ronald Reagan anchored off Da Nang on Sunday for a five-day stop.
port_call | USA | The guided-missile destroyer USS Mason arrived in Mombasa for a scheduled port visit on June 3.
port_call | CHN | A Chinese naval training fleet paid a goodwill visit to Surabaya from 3 to 7 June.
port_call | CHN | The Chinese hospital ship Peace Ark arrived at the port of Tanjung Priok for an eight-day visit.
port_call | JPN | Two Japanese training ships arrived at Pearl Harbor on Tuesday for a visit.
port_call | RUS | A detachment of ships of the Russian Baltic Fleet arrived in Algiers for a friendly visit.
port_call | TUR | The Turkish corvette Buyukada visited the port of Colombo.
port_call | FRA | The French helicopter carrier Mistral put in at Toulon.
port_call | ITA | The Italian carrier Cavour made a stop in Darwin after crossing the Timor Sea.
port_call | DEU | The German frigate Bayern moored in Yokosuka, her first stop in Japan.
port_call | AUS | HMAS Anzac berthed alongside at Visakhapatnam on Monday.
port_call | BGD | BNS Somudra Joy of the Bangladesh Navy reached Visakhapatnam.
deployment | USA | The USS Nimitz carrier strike group has been deployed to the western Pacific.
deployment | USA | The United States deployed two B-1B bombers to Guam in May.
deployment | USA | Four B-52 bombers of the US Air Force arrived in Guam on Friday.
deployment | RUS | Russia has moved Iskander missile systems to Kaliningrad.
deployment | RUS | Russian troops arrived in Belarus on Sunday.
deployment | CHN | China sent 10 warships to the Taiwan Strait on Monday.
deployment | GBR | Britain is sending HMS Diamond to the Red Sea.
deployment | FRA | The French frigate Languedoc was sent to the Red Sea in December.
deployment | NLD | Dutch F-35s were stationed at Malbork in February.
deployment | ESP | Spain has sent a Patriot battery to Adana.
deployment | KAZ | A Kazakh company arrived at the Oymasha range in Aktau on 5 June.
deployment | IND | The Indian Army contingent left for Ulaanbaatar on Monday.
deployment | IND | An Indian Army contingent of 40 personnel reached Ulaanbaatar on Monday.
deployment | MNG | Mongolian units arrived by rail in Ulan-Ude on Monday.
deployment | JPN | Japan will deploy a destroyer to the Gulf of Oman.
joint_naval_patrol | CHN/RUS | Chinese and Russian naval vessels jointly patrolled waters near Alaska.
joint_naval_patrol | VNM/CHN | The Vietnamese and Chinese navies wrapped up a joint patrol in the Gulf of Tonkin.
joint_naval_patrol | USA/PHL | The US and Philippine navies held joint maritime patrols off Batanes.
joint_naval_patrol | AUS/PHL | Australia and the Philippines began joint sea patrols in the South China Sea on Saturday.
meeting | CHN/RUS | Chinese Defense Minister Dong Jun met with his Russian counterpart Andrei Belousov in Astana.
meeting | CHN/RUS | Russian and Chinese naval commanders discussed cooperation at talks in Qingdao.
meeting | IND/TZA | The Captain of INS Trishul called on the commander of the Tanzanian navy.
meeting | USA/PHL | The U.S. and Philippine defense chiefs held a meeting in Manila on Tuesday.
meeting | JPN/AUS | The leaders of Japan and Australia held a summit in Perth.
meeting | RUS/IND | The 21st meeting of the Russian-Indian commission on military cooperation was held in Moscow.
agreement | JPN/GBR | Japan and Britain signed a defence pact in London on Wednesday.
agreement | RUS/LAO | Russia and Laos agreed to hold joint exercises every year.
agreement | IRN/OMN | Iran and Oman signed a memorandum of understanding on naval cooperation in Tehran.
agreement | USA/FIN | Finland and the United States signed a defence cooperation agreement on 18 December.
agreement | PHL/VNM | The Philippines and Vietnam agreed on coast guard cooperation during talks in Hanoi.
transit | CHN | A Chinese carrier group led by the Shandong sailed through the Bashi Channel.
transit | RUS | Two Russian navy frigates were spotted sailing through the Tsushima Strait.
transit | CHN | 30 Chinese military aircraft crossed the median line of the Taiwan Strait.
transit | RUS | Two Russian Tu-95 bombers entered the Korea Air Defense Identification Zone.
transit | CHN | Four Chinese Coast Guard ships entered Japanese territorial waters off the Senkaku Islands.
transit | PRK | A North Korean drone crossed the border and flew over Seoul.
monitoring | JPN | Japan's Maritime Self-Defense Force deployed the destroyer Makinami to monitor the ships.
monitoring | JPN | The Japanese Defence Ministry said it spotted the Chinese carrier Liaoning off Okinotori.
monitoring | GBR | British warship HMS Somerset tracked the Russian corvette through the English Channel.
monitoring | TWN | Taiwan's military said it detected 12 Chinese warships around the island.
monitoring | PHL | The Philippine Coast Guard monitored a Chinese research ship off Samar.
monitoring | CAN | Canada's HMCS Ottawa is shadowing a Chinese spy ship near the Bering Strait.
missile_launch | PRK | North Korea launched a ballistic missile toward the East Sea on Wednesday.
missile_launch | CHN | China test-fired an intercontinental ballistic missile into the Pacific.
missile_launch | RUS | The Russian corvette Sovetsk fired a Kalibr cruise missile in the Baltic Sea.
missile_launch | JPN | Japan test-fired a Type 88 surface-to-ship missile in Hokkaido.
missile_launch | IND | India conducted the first successful flight test of its long-range hypersonic missile off Odisha.
unilateral_exercise | CHN | China conducted military drills around Taiwan on Thursday.
unilateral_exercise | RUS | The Russian Pacific Fleet conducted an exercise in the Sea of Okhotsk.
unilateral_exercise | IRN | Iran's Revolutionary Guards started war games in the Persian Gulf.
meeting | UZB/TJK | After talks between the Uzbek and Tajik ministers in Tashkent on Monday an exercise was announced.
meeting | PRK/RUS | North Korea's No Kwang Chol welcomed a Russian military delegation in Pyongyang on Monday.
meeting | IDN/CHN | Indonesia and China held their first 2+2 dialogue in Jakarta.
meeting | BLR/CHN | Belarusian and Chinese officers met in Minsk on Monday to plan the drill.
meeting | EGY/SAU | Egyptian and Saudi staff officers had a planning conference in Jeddah on Monday.
meeting | USA/KOR | The U.S. and South Korean navy chiefs exchanged views in Busan on Monday.
meeting | THA/KHM | Thai and Cambodian generals came together at Aranyaprathet on Monday.
agreement | POL/UKR | Poland and Ukraine concluded an agreement on training in Warsaw on Monday.
agreement | THA/CHN | Thailand and China initialed a contract for a submarine in Bangkok on Monday.
agreement | SRB/HUN | Serbia and Hungary have agreed on a plan of military cooperation for 2024.
agreement | KAZ/TUR | A protocol on joint training was signed by Kazakhstan and Turkey in Astana on Monday.
agreement | AUS/IDN | Australia and Indonesia sealed a defence pact in Magelang on Monday.
agreement | QAT/PAK | Qatar and Pakistan renewed their naval accord in Doha on Monday.
agreement | ETH/SOM | Ethiopia and Somalia extended their pact on soldiers on Monday.
joint_naval_patrol | KEN/TZA | Kenyan and Tanzanian navy boats have begun shared patrols off Pemba.
joint_naval_patrol | ITA/ESP | Italian and Spanish frigates are cruising together off Crete.
joint_naval_patrol | COL/PAN | The navies of Colombia and Panama carried out a combined patrol off Darien.
joint_naval_patrol | USA/JPN | USS Rafael Peralta and JS Akebono sailed together through the Philippine Sea.
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


def test_ships_berth_in_the_harbour_told_last(gazetteer: Gazetteer) -> None:
    text = "The navy's fleet week opened in Karachi on Monday. The Chinese destroyer Baotou had berthed on Friday."
    found = read(Report("r", text, published=PUBLISHED), gazetteer).events
    (call,) = [event for event in found if event.type.value == "port_call"]
    assert call.participants == ("CHN",)
    assert [place.name for place in call.places] == ["Karachi"]


def test_who_is_detected_does_not_monitor(gazetteer: Gazetteer) -> None:
    text = "Two Chinese navy frigates were detected by Japan's destroyer Ariake near Miyako on Monday."
    found = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert [event.participants for event in found if event.type.value == "monitoring"] == [("JPN",)]


def test_notices_in_capitals_name_their_country(gazetteer: Gazetteer) -> None:
    text = "GUNNERY EXERCISES BY FRENCH WARSHIPS IN THE WESTERN MEDITERRANEAN ON 13 JUNE. MISSILE FIRING IS PLANNED."
    found = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert ("unilateral_exercise", ("FRA",)) in [(event.type.value, event.participants) for event in found]


def test_a_shorter_reading_counts_where_the_longest_lacks_what_it_needs(gazetteer: Gazetteer) -> None:
    text = "Taiwan's marines rehearsed repelling a landing at Taoyuan on Tuesday. The navy and the army looked on."
    found = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert [(event.type.value, event.participants) for event in found] == [("unilateral_exercise", ("TWN",))]


def test_ships_on_order_are_no_deployment(gazetteer: Gazetteer) -> None:
    text = "Indonesia's navy has ordered two frigates from a yard in Italy; the army wants missiles."
    assert read(Report("r", text, published=PUBLISHED), gazetteer).events == ()


@pytest.mark.parametrize(
    ("kind", "parties", "text"),
    [
        ("monitoring", ("AUS",), "Two Chinese navy frigates off Cairns are being watched by HMAS Arunta."),
        ("transit", ("DNK",), "Moscow criticised the transit of the Bering Strait by a Danish navy frigate on Monday."),
        (
            "transit",
            ("DNK",),
            "Passing through the Great Belt on Monday was a Danish navy frigate, Sweden's army said.",
        ),
    ],
)
def test_who_acts_may_stand_after_the_verb(
    gazetteer: Gazetteer, kind: str, parties: tuple[str, ...], text: str
) -> None:
    found = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert (kind, parties) in [(event.type.value, event.participants) for event in found]
