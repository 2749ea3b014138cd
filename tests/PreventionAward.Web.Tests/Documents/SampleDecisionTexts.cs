using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>The words of the sample decision in three languages; invented.</summary>
internal static class SampleDecisionTexts
{
    public static Dictionary<string, LocalizedText> All(Func<int, EntryId> entry) => new()
    {
        [DecisionSection.Grounds] = new(
            """
            Toiminta vastaa hyvin teemaa. Se kohdistuu paikkoihin, joissa nuorten väkivaltaa on kirjattu eniten, ja nuoret ovat itse nimenneet ne. Turvallisuuskävelyillä havaitut puutteet on korjattu keskimäärin kuudessa viikossa, ja korjauksista on kerrottu niille, jotka puutteista ilmoittivat.

            Toiminta tavoitti 1 253 nuorta, kaksi kertaa odotettua enemmän. Arvioinnissa verrattiin kolmea toiminta-aluetta kahteen vertailualueeseen ennen toimintaa ja vuosi sen alkamisen jälkeen. Pahoinpitelyilmoitukset vähenivät toiminta-alueilla 18 prosenttia ja vertailualueilla 3 prosenttia. Raati pitää näyttöä ehdotusten vahvimpana, vaikka seuranta-aika on lyhyt.

            Perustyö ei ole uutta, mutta tapa on: kävelyt johdetaan nuorten laatimalla reitillä ja nuorten kielellä. Yhteistyössä ovat olleet mukana poliisi, koulut, kiinteistönomistajat, asukasyhdistykset ja pelastuslaitos, ja vastuut on sovittu kirjallisesti. Opas, lomakkeet ja kustannuslaskelma ovat avoimesti saatavilla kolmella kielellä, ja kaksi muuta kuntaa on ottanut mallin käyttöön.
            """,
            """
            Verksamheten motsvarar väl temat. Den riktar sig till platser där det har registrerats mest våld bland unga, och de unga har själva pekat ut dem. Brister som upptäckts under trygghetsvandringarna har åtgärdats på i genomsnitt sex veckor, och de som anmälde bristerna har fått veta om åtgärderna.

            Verksamheten nådde 1 253 unga, dubbelt fler än väntat. I utvärderingen jämfördes tre verksamhetsområden med två jämförelseområden före verksamheten och ett år efter att den inletts. Anmälningarna om misshandel minskade med 18 procent i verksamhetsområdena och med 3 procent i jämförelseområdena. Juryn anser att evidensen är den starkaste bland bidragen, även om uppföljningstiden är kort.

            Grundarbetet är inte nytt, men sättet är det: vandringarna leds längs en rutt som de unga har gjort upp och på de ungas språk. I samarbetet har polisen, skolorna, fastighetsägarna, invånarföreningarna och räddningsverket deltagit, och ansvaret har överenskommits skriftligen. En handbok, blanketter och en kostnadskalkyl finns öppet tillgängliga på tre språk, och två andra kommuner har tagit modellen i bruk.
            """,
            """
            The work fits the theme well. It is aimed at places where most violence among young people has been recorded, and which they have named themselves. Faults found on the safety walks were mended in six weeks on average, and those who reported them were told.

            It reached 1 253 young people, twice the number expected. Three areas were compared with two others before and one year after the start. Reports of assault fell by 18 per cent in the areas of the work and by 3 per cent in the others. The jury finds the evidence the strongest of all, though the follow-up is short.

            The basic work is not new, but the way is: the walks follow a route drawn by young people, in their own language. Police, schools, property owners, residents and the rescue service took part under a written agreement. A guide, forms and a cost calculation are openly available in three languages, and two other municipalities use the model.
            """),
        [DecisionSection.Assessment(entry(2))] = new(
            "Vertaissovittelu on koulussa vakiintunut, ja oppilaat arvioivat sen hyväksi. Ehdotuksessa on kuvattu hyvin, kuinka malli syntyi ja kuinka sitä ylläpidetään. Vaikutuksia väkivaltaan ei ole vielä mitattu. Raati antaa ehdotukselle kunniamaininnan toimintatavan huolellisesta kuvaamisesta.",
            "Kamratmedlingen är etablerad i skolan och eleverna bedömer den som god. I bidraget beskrivs väl hur modellen uppkom och hur den upprätthålls. Effekterna på våldet har ännu inte mätts. Juryn ger bidraget ett hedersomnämnande för den omsorgsfulla beskrivningen av verksamhetssättet.",
            "Peer mediation is established in the school and pupils think well of it. The entry describes well how the model arose and is kept up. Its effects on violence have not been measured yet. The jury gives an honourable mention for the careful description."),
        [DecisionSection.Assessment(entry(3))] = new(
            "Jalkautuva työ tavoittaa nuoria, joita muut palvelut eivät tavoita. Arviointi perustuu nuorten omaan palautteeseen, joka on erittäin myönteistä. Raati kannustaa keräämään seurantatietoa myös häiriöistä ja ilmoituksista.",
            "Fältarbetet når unga som andra tjänster inte når. Utvärderingen bygger på de ungas egen respons, som är mycket positiv. Juryn uppmuntrar till att samla uppföljningsdata också om störningar och anmälningar.",
            "Outreach reaches young people whom other services do not. The evaluation rests on their own feedback, which is very positive. The jury encourages the team to follow disturbances and reports as well."),
        [DecisionSection.Assessment(entry(4))] = new(
            "Pieni kylä on löytänyt oman tapansa pitää nuoret mukana. Malli on edullinen ja toistettavissa harvaan asutuilla seuduilla. Tavoitteita ei ole asetettu niin, että niiden toteutumista voisi arvioida.",
            "En liten by har hittat sitt eget sätt att hålla de unga med. Modellen är billig och kan upprepas i glesbygden. Målen har inte ställts upp så att man kan bedöma om de har nåtts.",
            "A small village has found its own way to keep young people involved. The model is cheap and can be repeated in sparsely populated areas. Its objectives were not set so that their achievement could be assessed."),
        [DecisionSection.Remarks] = new(
            "Viranomaisten ja järjestöjen yhteistyö oli keskeistä kaikissa ehdotuksissa. Raati katsoo, että vaikuttavuusarviointeja on lisättävä: lähtötaso on mitattava ennen toiminnan alkua ja vertailuryhmä valittava jo suunnittelussa.",
            "Samarbetet mellan myndigheter och organisationer var centralt i alla bidrag. Juryn anser att effektutvärderingarna bör ökas: utgångsnivån bör mätas innan verksamheten inleds och jämförelsegruppen väljas redan i planeringen.",
            "Co-operation between authorities and organisations was central in every entry. The jury holds that there should be more impact assessments: a baseline measured before the work begins, and a comparison group chosen at the planning stage."),
    };
}
