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
          "kanal": "papir", "kopi": true }
      ],
      "afgoerelse": {
        "type": "bevilling",
        "dato": "2026-11-23",
        "modtagelsesdag": "2026-11-24",
        "begrundelse": { "faktum": "Du har været sygemeldt.\nSiden marts.", "hensyn": "Støtten er afgørende.",
          "andenHjaelp": "Ingen." },
        "ansoegning": { "dato": "2026-11-02", "tekst": "mentorstøtte 3 timer om ugen" },
        "vurdering": { "opnaaet": "Du møder hver dag.", "resterer": "Du mangler at øge timerne." },
        "partshoering": { "sendt": "2026-11-09", "frist": "2026-11-23", "svar": "Du har ikke svaret.",
          "undladt": "anden", "undladtGrund": "Oplysningerne er ikke til ugunst." }
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
        "fra": "2026-12-15", "bevillingsdato": "2026-11-23", "tidligereMentor": "Bo Holm", "aarsag": "Bo er flyttet."
      },
      "aftale": { "dato": "2026-11-30" },
      "minPlan": { "dato": "2026-11-23", "helhedsorienteretPlan": false },
      "kontrakt": {
        "dato": "2026-11-23", "timeloen": 241.50, "udoverSaedvanligOplaering": "Personlig vejledning.",
        "afgoerendeFor": "Uden mentoren kan praktikken ikke gennemføres.",
        "uddannelsestilskud": { "kursus": "Mentorkursus, 2 dage", "beloeb": 3600 },
        "fakturering": { "hyppighed": "maaned", "fristDage": 30 },
        "opsigelse": { "dage": 14 }, "pladser": 2,
        "maal": { "type": "beskaeftigelse", "tekst": "Job i køkkenet" },
        "opgaver": [ { "omraade": "faglig", "tekst": "Støtte ved oplæring" } ]
      },
      "egenTekst": { "indledning": "Kære Søren", "begrundelse": "Som aftalt.", "afslutning": "Held og lykke." },
      "undtagelser": [ { "regel": "R13", "grund": "Lægen anbefaler det." } ]
    }
    """#

  static let short = #"""
    {"sagsnummer": "A-1", "borger": {"navn": "Åse \"Ø\" \ud83d\ude00 Æ", "cpr": "821177-1212"},
     "mentorstoette": {"opgaver": [{"omraade": "faglig", "tekst": "a\nb"}], "periode": {"fra": "2026-12-01"},
      "timetal": {"timer": 2, "hverAndenUge": true}}, "kontrakt": {"timeloen": 241.50}}
    """#
}
