import Casework
import Fields
import Hashing
import Register

/// The page that tells what a run issued, for the person who approves it.
///
/// It is written here and not by a template: it must be made of the register alone, also where no templates are, and a
/// template can name neither a file of the folder nor the length of a bar.
struct RunPage {
  let overview: RunOverview
  /// The name of the list of all refused cases, beside the page.
  static let refusedName = "afviste.csv"

  var html: String { page.text }

  private var number: Int { overview.run.record.number }
  private var counts: RunCounts { overview.counts }

  private var page: Markup {
    """
    <!DOCTYPE html>
    <html lang="da">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Kørsel \(number): \(headline)</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <main class="ark">
    <header>
    <p class="overlinje">Mentorbrev · kørsel \(number)</p>
    <h1>\(headline)</h1>
    <p class="resultat">\(lead)</p>
    </header>
    \(approval)\(figures)\(issued)\(sample)\(refused)\(steps)\(facts)</main>
    </body>
    </html>

    """
  }

  private static let style = Markup(stringLiteral: String(decoding: PackageResources.koersel_css, as: UTF8.self))

  // MARK: The head

  private var headline: String {
    if counts.documents == 0 { return "Kørslen udstedte ingen dokumenter" }
    let what = overview.approval == nil ? "venter på godkendelse" : "er godkendt"
    return "\(counted(counts.documents, "dokument", "dokumenter")) \(what)"
  }

  private var lead: String {
    let refused = counts.refused == 0 ? "Ingen sager" : counted(counts.refused, "sag", "sager")
    let first =
      counts.documents == 0
      ? "" : "\(counts.documents == 1 ? "Det" : "De") hører til \(counted(counts.cases, "sag", "sager")). "
    return "\(first)\(refused) blev afvist."
  }

  private var approval: Markup {
    if counts.documents == 0 { return "" }
    guard let approval = overview.approval else {
      let state: Markup =
        switch overview.run.unapproved {
        case .never: "Brevene kan først pakkes til afsendelse, når kørslen er godkendt."
        case .afterForgetting:
          """
          En sag er slettet, siden kørslen blev godkendt, så den skal godkendes igen. Det, der ikke er pakket endnu, kan først
          pakkes til afsendelse, når den er godkendt.
          """
        case .others:
          """
          Registret har en godkendelse med en anden kontrolsum end kørslens, og ingen sag i kørslen er slettet. Bed driften
          køre <code>mentorbrev verify</code>, før nogen godkender.
          """
        }
      return """
        <p class="boks"><strong>Ikke godkendt.</strong> \(state) <a href="#godkend">Sådan godkender du</a></p>

        """
    }
    let when = overview.run.approvedAt.map { " \(moment($0))" } ?? ""
    return """
      <p class="boks godkendt"><strong>Godkendt</strong> af \(approval.by)\(when). Godkendelsen gælder dokumenter med
      kontrolsummen <code>\(approval.hash.short)</code> og ingen andre.</p>

      """
  }

  private var figures: Markup {
    var figures = [
      ("Sager med breve", counts.cases), ("Dokumenter", counts.documents), ("Afviste sager", counts.refused),
    ]
    if overview.run.forgottenCases > 0 { figures.append(("Slettede sager", overview.run.forgottenCases)) }
    if let withdrawn = counts.states[.withdrawn] { figures.append(("Trukket tilbage", withdrawn)) }
    return """
      <dl class="noegletal">
      \(figures.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" as Markup })</dl>

      """
  }

  // MARK: What was issued

  private var issued: Markup {
    if overview.groups.isEmpty { return "" }
    let days = overview.days.map { days in
      days.lowerBound == days.upperBound
        ? "Alle er dateret den \(day(days.lowerBound))."
        : "De er dateret fra den \(day(days.lowerBound)) til den \(day(days.upperBound))."
    }
    return """
      <section>
      <h2>Udstedt</h2>
      <p>\(days ?? "")</p>
      <table class="tabel">
      <caption>Dokumenter efter slags</caption>
      <thead><tr><th scope="col">Slags</th><th scope="col" class="tal">Antal</th><th scope="col" class="del">Andel</th></tr></thead>
      <tbody>
      \(overview.groups.map { row(stor(label($0.kind)), $0.sample.count, of: counts.documents) })\(sum)</tbody>
      </table>
      \(causes)</section>

      """
  }

  private var causes: Markup {
    if overview.causes.isEmpty { return "" }
    return """
      <table class="tabel">
      <caption>Sager efter grund (en sag kan have flere)</caption>
      <thead><tr><th scope="col">Grund</th><th scope="col" class="tal">Sager</th><th scope="col" class="del">Andel</th></tr></thead>
      <tbody>
      \(overview.causes.map { row(CaseLabels.name(of: $0.reason), $0.sample.count, of: counts.cases) })</tbody>
      </table>

      """
  }

  private var sum: Markup {
    if overview.groups.count < 2 { return "" }
    return """
      <tr class="sum"><th scope="row">I alt</th><td class="tal">\(counts.documents)</td><td class="del"><span class="bjaelke"><span></span><span>100 %</span></span></td></tr>

      """
  }

  private func row(_ label: String, _ count: Int, of total: Int) -> Markup {
    """
    <tr><th scope="row">\(label)</th><td class="tal">\(count)</td><td class="del">\(bar(count, of: total))</td></tr>

    """
  }

  /// The share in words, and as a bar for the eye alone.
  private func bar(_ count: Int, of total: Int) -> Markup {
    let permille = total == 0 ? 0 : count * 1000 / total
    let percent = permille == 0 || permille >= 10 ? "\((permille + 5) / 10) %" : "under 1 %"
    let width = Markup(stringLiteral: String(max(5, permille)))
    return """
      <span class="bjaelke"><svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="spor" width="1000" height="10"></rect><rect width="\(width)" height="10"></rect></svg><span>\(percent)</span></span>
      """
  }

  // MARK: The sample

  private var sample: Markup {
    if overview.groups.isEmpty { return "" }
    return """
      <section>
      <h2>Læs et udsnit</h2>
      <p>Læs mindst ét dokument af hver slags. Udsnittet er det første og nogle med lige stor afstand, valgt efter
      rækkefølgen i kørslen. Det er det samme, hver gang siden laves.</p>
      \(overview.groups.map { sample(label($0.kind), $0.sample) })\(overview.causes.map { sample(CaseLabels.name(of: $0.reason), $0.sample) })</section>

      """
  }

  private func sample(_ name: String, _ sample: SpreadSample<RecordedDocument>) -> Markup {
    let all = sample.count
    let shown = sample.items.count
    return """
      <h3>\(stor(name)) <span class="note">\(shown == all ? "alle \(grouped(all))" : "\(shown) af \(grouped(all))")</span></h3>
      <ul class="udsnit">
      \(sample.items.map(link))</ul>

      """
  }

  private func link(_ document: RecordedDocument) -> Markup {
    let suffix = document.files["html"] == nil ? document.files.keys.min() ?? "html" : "html"
    let role = RecipientRole(rawValue: document.recipient).map { $0 == .citizen ? "" : ", til \($0.label)" } ?? ""
    return """
      <li><a href="../../\(Self.address("\(document.name).\(suffix)"))">Sag \(document.caseNumber)</a>
      <span class="note">\(day(document.date))\(role)\(state(document))</span></li>

      """
  }

  private func state(_ document: RecordedDocument) -> String {
    switch document.state {
    case .issued, .sent, .returned: ""
    case .withdrawn: ", trukket tilbage"
    case .superseded: ", afløst"
    }
  }

  // MARK: What was refused

  private var refused: Markup {
    if counts.refused == 0 { return "" }
    let more = counts.refused - overview.refused.count
    let rest: Markup =
      more == 0
      ? "<p>Listen kan også åbnes i et regneark: <a href=\"\(Self.refusedName)\">\(Self.refusedName)</a>.</p>\n"
      : "<p>… og \(more) til. Alle står i <a href=\"\(Self.refusedName)\">\(Self.refusedName)</a>, som kan åbnes i et regneark.</p>\n"
    return """
      <section>
      <h2>Afvist</h2>
      <p>De afviste sager har ikke fået breve. Ret sagerne, og kør dem igen. En sag, der blev afvist på samme måde i en
      tidligere kørsel, er kun talt med dengang.</p>
      <table class="tabel aarsager">
      <caption>Afviste sager efter årsag</caption>
      <thead><tr><th scope="col">Årsag, første eksempel</th><th scope="col" class="tal">Sager</th><th scope="col" class="del">Andel</th></tr></thead>
      <tbody>
      \(overview.reasons.map(row))</tbody>
      </table>
      <h3>Sag for sag</h3>
      <dl class="afviste">
      \(overview.refused.map(refusal))</dl>
      \(rest)</section>

      """
  }

  private func row(_ reason: RunOverview.Reason) -> Markup {
    """
    <tr><th scope="row"><code>\(reason.id)</code> <span class="ord">\(reason.example)</span></th><td class="tal">\(reason.cases)</td><td class="del">\(bar(reason.cases, of: counts.refused))</td></tr>

    """
  }

  private func refusal(_ refusal: RecordedRefusal) -> Markup {
    let shown = refusal.reasons.prefix(5)
    let place: Markup = refusal.place.map { " <span class=\"note\">\($0)</span>" } ?? ""
    let more = refusal.reasons.count - shown.count
    return """
      <div><dt>\(refusal.caseNumber.map { "Sag \($0)" } ?? "Uden læseligt sagsnummer")\(place)</dt>
      \(shown.map { "<dd>\(RunOverview.parts($0).message) <code>\(RunOverview.parts($0).id)</code></dd>\n" as Markup })\(more > 0 ? "<dd>… og \(more) til.</dd>\n" : "")</div>

      """
  }

  // MARK: How to approve, and what the run was

  private var steps: Markup {
    if counts.documents == 0 || overview.approval != nil { return "" }
    // As a command takes it, without a full stop between thousands.
    let run = Markup(stringLiteral: String(number))
    return """
      <section id="godkend">
      <h2>Godkend</h2>
      <ol>
      <li>Læs udsnittet, og se på de afviste sager.</li>
      <li>Er der noget galt, så godkend ikke. Bed driften trække dokumenterne tilbage.</li>
      <li>Må brevene sendes, så kør kommandoen, eller giv den til driften med dit navn i:</li>
      </ol>
      <pre><code>mentorbrev approve \(run) --by "DIT NAVN" --hash \(overview.hash.short)</code></pre>
      <p class="note">Kommandoen efterprøver, at hver fil er, som den blev udstedt. Den skriver i registret, hvem der har
      godkendt hvad og hvornår. Hedder mappen ikke Output, så tilføj --output og mappens navn.</p>
      </section>

      """
  }

  private var facts: Markup {
    let run = overview.run
    let authorities = overview.authorities.joined(separator: ", ")
    return """
      <section class="oplysninger">
      <h2>Om kørslen</h2>
      <dl class="felter">
      <div><dt>Begyndt</dt><dd>\(moment(run.at))</dd></div>
      <div><dt>Kommando</dt><dd><code>\(run.record.command)</code></dd></div>
      \(authorities.isEmpty ? "" : "<div><dt>Myndighed</dt><dd>CVR \(authorities)</dd></div>\n" as Markup)<div><dt>Program</dt><dd>Mentorbrev \(run.record.engine)</dd></div>
      <div><dt>Skabeloner og lovsamling</dt><dd><code>\(run.record.bundle.hex)</code></dd></div>
      <div><dt>Kontrolsum</dt><dd><code>\(overview.hash.hex)</code></dd></div>
      </dl>
      <p class="note">Siden er lavet af registret. Den holder hverken borgeres navne eller CPR-numre; det gør de breve,
      som den viser vej til.</p>
      </section>

      """
  }

  // MARK: Words

  private func label(_ kind: String) -> String { DocumentKind(rawValue: kind)?.label ?? kind }

  private func stor(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func day(_ iso: String) -> String { CalendarDate(iso: iso)?.danish ?? iso }

  private func moment(_ text: String) -> String { "den \(RecordedTime(text).danish)" }

  /// A path as an address: a percent sign in the name of a file is none in an address.
  private static func address(_ path: String) -> String { path.replacing("%", with: "%25") }
}

/// `1 sag`, `1.206 sager`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(grouped(number)) \(number == 1 ? one : many)"
}
