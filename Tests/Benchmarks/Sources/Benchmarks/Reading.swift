import Casework
import Foundation
import Mentorbrev

/// Reading a case file: our reader, with positions and all checks, against Foundation's decoder, which has neither.
enum ReadingBenchmark {
  static func run() throws {
    let cases = try variants(of: Repository.bytes("Templates/examples/bevilling.json"), count: 200)
    let data = cases.map { Data($0) }
    Contest(
      title: "Reading case files of \(cases[0].count) bytes", unit: "cases",
      entries: [
        Contest.Entry(name: "JSONDecoder to Codable structs") {
          let decoder = JSONDecoder()
          for item in data { keep(try! decoder.decode(DecodedCase.self, from: item)) }
          return data.count
        },
        Contest.Entry(name: "CaseReader") {
          let reader = CaseReader()
          for bytes in cases {
            let reading = reader.read(bytes, file: "case.json")
            precondition(reading.diagnostics.isEmpty)
            keep(reading)
          }
          return cases.count
        },
      ], rounds: 21, goals: [Goal(of: 1, over: 0, atLeast: 8)]
    ).run()
  }

  /// The same case with other words, so that no two files have the same bytes.
  private static func variants(of file: [UInt8], count: Int) -> [[UInt8]] {
    let text = String(decoding: file, as: UTF8.self)
    return (0..<count).map { number in
      let name = ["Mikkel Ørsted Bang", "Åse Lund", #"Jørgen \"Ø\" Dam"#][number % 3]
      let varied = text.replacingOccurrences(of: "G01-2210-26", with: "G01-\(2000 + number)-26")
        .replacingOccurrences(of: "Mikkel Ørsted Bang", with: name)
        .replacingOccurrences(of: "november 2025", with: "november 2025 og på deltid siden uge \(number % 50 + 1)")
      return Array(varied.utf8)
    }
  }
}

/// The same fields as the case file of a grant, as Foundation decodes them.
struct DecodedCase: Decodable {
  struct Address: Decodable {
    var vej: String
    var postnummer: String
    var by: String
  }
  struct Authority: Decodable {
    var navn: String
    var enhed: String?
    var cvr: String
    var adresse: Address
    var telefon: String
    var telefontid: String?
    var digitalPost: URL?
    var persondata: URL?
  }
  struct Caseworker: Decodable {
    var navn: String
    var titel: String?
    var telefon: String?
    var email: String?
  }
  struct Citizen: Decodable {
    var navn: String
    var cpr: String
    var adresse: Address
    var maalgruppe: String?
    var fritagetForDigitalPost: Bool?
  }
  struct Application: Decodable {
    var dato: String
    var tekst: String?
  }
  struct Reasons: Decodable {
    var faktum: String?
    var hensyn: String?
    var andenHjaelp: String?
  }
  struct Decision: Decodable {
    var type: String
    var dato: String
    var ansoegning: Application?
    var begrundelse: Reasons?
  }
  struct Goal: Decodable {
    var type: String
    var tekst: String
  }
  struct Task: Decodable {
    var omraade: String
    var tekst: String
  }
  struct Period: Decodable {
    var fra: String
    var til: String
  }
  struct Hours: Decodable {
    var timer: Int
    var minutter: Int?
  }
  struct Support: Decodable {
    var maal: Goal
    var opgaver: [Task]
    var periode: Period
    var timetal: Hours
    var serviceniveau: Int?
  }
  struct Employer: Decodable {
    var navn: String
    var cvr: String?
    var pnummer: String?
    var adresse: Address?
  }
  struct Mentor: Decodable {
    var navn: String
    var titel: String?
    var telefon: String?
    var email: String?
    var ansaettelse: String?
    var arbejdsgiver: Employer?
  }
  struct OwnWords: Decodable {
    var indledning: String?
    var begrundelse: String?
    var afslutning: String?
  }

  var sagsnummer: String
  var myndighed: Authority
  var sagsbehandler: Caseworker
  var borger: Citizen
  var afgoerelse: Decision
  var mentorstoette: Support
  var mentor: Mentor
  var egenTekst: OwnWords?
}
