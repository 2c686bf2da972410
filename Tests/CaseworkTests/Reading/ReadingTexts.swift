/// Case files as texts: one with every key, and one in which every position is spoilt in turn.
enum ReadingTexts {
  static let complete = #"""
    {
      "sagsnummer": "27.36.00-G01-1042-26",
      "loebenummer": 2,
      "retsgrundlag": "lab",
      "myndighed": {
        "navn": "Gribskov Kommune",
        "enhed": "Center for Arbejdsmarked",
        "cvr": "29188440",
        "ean": "5790000000000",
        "adresse": { "vej": "Rådhusvej 3", "postnummer": "3200", "by": "Helsinge" },
        "telefon": "72 49 60 00",
        "telefontid": "mandag-torsdag kl. 9-14 og fredag kl. 9-12",
        "email": "post@gribskov.example",
        "digitalPost": "https://www.gribskov.dk/digitalpost",
        "persondata": "https://www.gribskov.dk/persondata"
      },
      "sagsbehandler": {
        "navn": "Lise Østergaard", "titel": "socialrådgiver", "telefon": "+45 72 49 61 12",
        "email": "lise.eksempel@gribskov.example"
      },
      "borger": {
        "navn": "Søren \"Sømand\" Æbelø-Nørgård",
        "cpr": "821177-1212",
        "adresse": { "vej": "Strandvejen 12, 2. th.", "postnummer": "3210", "by": "Vejby" },
        "maalgruppe": "6-3",
        "fritagetForDigitalPost": false,
        "adressebeskyttet": true
      },
      "modtagere": [
        { "rolle": "borger", "kanal": "digital", "kopi": false },
        { "rolle": "vaerge", "navn": "Åse Lund", "adresse": { "vej": "Vej 1", "postnummer": "3200", "by": "Helsinge" },
          "cpr": "6501801234", "cvr": "12345678", "kanal": "papir", "kopi": true }
      ],
      "afgoerelse": {
        "type": "bevilling",
        "dato": "2026-11-23",
        "modtagelsesdag": "2026-11-24",
        "begrundelse": { "faktum": "Du har været sygemeldt.\nSiden marts.", "hensyn": "Støtten er afgørende.",
          "andenHjaelp": "Ingen." },
        "ansoegning": { "dato": "2026-11-02", "tekst": "mentorstøtte 3 timer om ugen" },
        "ikkeBevilget": "Flere end 3 timer.",
        "vurdering": { "opnaaet": "Du møder hver dag.", "resterer": "Du mangler at øge timerne." },
        "partshoering": { "sendt": "2026-11-09", "frist": "2026-11-23", "svar": "Du har ikke svaret.",
          "paataenkt": "afslag", "overvejelse": "Et afslag.", "oplysninger": "En status.", "betydning": "Stor.",
          "undladt": "anden", "undladtGrund": "Oplysningerne er ikke til ugunst." },
        "udloeb": {
          "nyPeriode": "vurderes", "vurderesSenest": "2027-05-14", "samtale": "Kom til samtale den 3. maj 2027."
        },
        "berigtigelse": {
          "dokument": "afgørelsen om mentorstøtte", "dato": "2026-11-16",
          "rettelser": [{ "hvad": "Timetal", "stod": "2 timer", "skulleStaa": "3 timer" }],
          "klagevejledningVarForkert": false,
          "varAfgoerelse": true
        }
      },
      "mentorstoette": {
        "art": "udskrivning",
        "maal": { "type": "beskaeftigelse", "tekst": "Du gennemfører 13 ugers praktik." },
        "opgaver": [
          { "omraade": "praktisk", "tekst": "Hjælpe dig med en fast morgenrutine" },
          { "omraade": "personlig", "tekst": "Tale med dig før & efter arbejdsdagen" }
        ],
        "periode": { "fra": "2026-12-01", "til": "2027-05-31" },
        "timetal": { "timer": 2, "minutter": 30, "hverAndenUge": true, "faser": [
          { "fra": "2026-12-01", "til": "2027-01-31", "timer": 3, "minutter": 0 }
        ] },
        "serviceniveau": 2,
        "mentorOplyses": "Vi ringer til dig inden den 1. december.",
        "udskrivning": { "dato": "2026-12-15", "regionenUnderrettet": "2026-11-01", "borgerSpurgt": "2026-11-02",
          "kortereEfterOenske": "Du ønsker tre måneder." },
        "uddannelse": { "navn": "hf", "institution": "Nordskov Gymnasium", "kompetence": "studie",
          "optaget": "2026-07-01", "begynder": "2026-08-10" },
        "tidligerePerioder": [ { "fra": "2026-01-01", "til": "2026-06-30", "begrundelse": "Du var syg." } ]
      },
      "mentor": {
        "navn": "Karen Dahl", "titel": "trykkerileder", "telefon": "20 12 34 56", "email": "karen.dahl@bogtryk.example",
        "kompetencer": "Karen har arbejdet i psykiatrien.", "ansaettelse": "virksomhed",
        "arbejdsgiver": {
          "navn": "Helsinge Bogtryk & Kopi ApS", "cvr": "12345678", "pnummer": "1234567890",
          "adresse": { "vej": "Vestergade 4", "postnummer": "3200", "by": "Helsinge" },
          "kontakt": { "navn": "Bo Kruse", "telefon": "48 79 00 00", "email": "bo.kruse@bogtryk.example" }
        }
      },
      "mentorskifte": {
        "fra": "2026-12-15", "bevillingsdato": "2026-11-23", "tidligereMentor": "Bo Holm", "aarsag": "Bo er flyttet.",
        "foerste": false
      },
      "orientering": {
        "bevillingsdato": "2026-11-23", "grund": "Mentoren har skiftet nummer.",
        "aendringer": [
          { "hvad": "telefonnummer til din mentor", "foer": "20 12 34 00", "nu": "20 12 34 56", "gaelderFra": "2026-12-01" }
        ]
      },
      "aftale": { "dato": "2026-11-30" },
      "minPlan": {
        "dato": "2026-11-23", "helhedsorienteretPlan": false, "paaPapir": false,
        "aendringer": [{ "dato": "2026-11-23", "hvad": "Ny mentor.", "af": "Bente Kjærgaard" }],
        "opfoelgning": {
          "dato": "2026-11-20", "maal": { "status": "i-gang", "note": "Godt på vej." },
          "opgaver": [{ "status": "naaet", "note": "Klaret." }], "naeste": "2027-02-01"
        }
      },
      "afgraensning": {
        "dato": "2026-11-16", "konklusion": "Mentor og bostøtte.",
        "ordninger": [{ "ordning": "sps", "svar": "daekker-ikke", "note": "Skolen er spurgt." }]
      },
      "aendring": { "fra": "2027-01-01", "foer": {
        "maal": { "type": "uddannelse", "tekst": "Du får en uddannelse." },
        "opgaver": [{ "omraade": "faglig", "tekst": "Følge dig." }],
        "periode": { "fra": "2026-12-01", "til": "2027-03-31" },
        "timetal": { "timer": 1, "minutter": 15, "hverAndenUge": true,
          "faser": [{ "fra": "2026-12-01", "til": "2027-03-31", "timer": 1, "minutter": 0 }] } } },
      "genvurdering": { "klageModtaget": "2026-11-10", "afgoerelsesdato": "2026-10-20", "klage": "Du er uenig.",
        "udfald": "medhold", "klagefrist": "2026-11-17", "forsinkelseMeddelt": "2026-11-20" },
      "ophoer": { "sidsteDag": "2026-12-31", "begynderIkke": false, "grundlag": "egetOenske", "videre": "Vi ringer til dig." },
      "kontrakt": {
        "dato": "2026-11-23", "delmaal": [{ "tekst": "Medarbejderen møder hver dag." }], "timeloen": 241.50, "udoverSaedvanligOplaering": "Personlig vejledning.",
        "afgoerendeFor": "Uden mentoren kan praktikken ikke gennemføres.",
        "uddannelsestilskud": { "kursus": "Mentorkursus, 2 dage", "beloeb": 3600 },
        "fakturering": { "hyppighed": "maaned", "fristDage": 30, "sendesDage": 20, "afvisesMaaneder": 3,
          "reference": "ordre 7" },
        "opsigelse": { "dage": 14 }, "pladser": 2,
        "maal": { "type": "beskaeftigelse", "tekst": "Job i køkkenet" },
        "opgaver": [ { "omraade": "faglig", "tekst": "Støtte ved oplæring" } ],
        "loen": {
          "grundloen": 190, "feriepenge": 23.75, "pension": 19, "andreBidrag": 8.75, "andreBidragTekst": "ATP",
          "honorar": 241.50, "grundlag": "loensystem"
        },
        "moms": "uden", "timeflytning": "maaned", "opbevaringAar": 5, "databrudTimer": 24, "datarolle": "selvstaendig", "statsrefusion": false, "kanal": "vitas",
        "afloeser": { "navn": "Bo Ny", "telefon": "20 00 00 09", "email": "bo@bogtryk.example" },
        "attester": { "straffeattest": true, "boerneattest": false }, "saerligeVilkaar": "Møder holdes om formiddagen.",
        "bevilling": true, "ramme": { "visitation": "Kommunen foreslår en person.", "svarfristDage": 7 },
        "tillaeg": {
          "nummer": 1, "dato": "2026-12-20", "gaelderFra": "2027-01-01", "aarsag": "Færre timer.", "rettelse": false,
          "tidligere": {
            "mentor": "Bo Gammel", "periode": { "fra": "2026-12-01", "til": "2027-05-31" },
            "timetal": { "timer": 3, "minutter": 0 }, "pladser": 2, "timeloen": 230, "opsigelsesdage": 30
          },
          "aendringer": [ { "vilkaar": "Sted", "foer": "Helsinge", "nu": "Vejby" } ]
        }
      },
      "egenTekst": { "indledning": "Kære Søren", "begrundelse": "Som aftalt.", "afslutning": "Held og lykke." },
      "forsendelse": {
        "nummer": 2, "titel": "Afgørelse om mentorstøtte", "leveresFra": "2026-11-25",
        "bilag": [ { "fil": "1042/kort.pdf", "titel": "Kort over ruten" } ],
        "moede": { "dato": "2026-12-01", "fra": "9.30", "til": "10:15", "emne": "Møde", "tekst": "Vi taler.",
          "sted": "Rådhusvej 3" }
      },
      "undtagelser": [ { "regel": "R13", "grund": "Lægen anbefaler det." } ]
    }
    """#

  static let short = #"""
    {"sagsnummer": "A-1", "borger": {"navn": "Åse \"Ø\" \ud83d\ude00 Æ", "cpr": "821177-1212"},
     "mentorstoette": {"opgaver": [{"omraade": "faglig", "tekst": "a\nb"}], "periode": {"fra": "2026-12-01"},
      "timetal": {"timer": 2, "hverAndenUge": true}}, "kontrakt": {"timeloen": 241.50}}
    """#
}
