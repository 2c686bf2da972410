import Casework
import Fields

/// The grant letter written out as plain Swift: what a template could at best become.
///
/// It has the branches and loops of `Templates/documents/bevilling.html` and its parts for the law of 1 July 2025 and
/// after, with the words of 1 February 2026. The benchmark compares every byte with the template's, and stops when the
/// two differ; then this file has to follow the template.
struct StraightLetter {
  /// The letter's style sheet and the draft's, as the compiler prints them.
  let styles: [[UInt8]]

  func write(_ grant: GrantDecision, into out: inout Page) {
    let average = grant.granted.support.hours.weeklyAverage
    let isRounded = !grant.granted.support.hours.isAverageExact
    head(grant, &out)
    heading(grant, &out)
    result(grant, average, isRounded, &out)
    fields(grant, average, isRounded, &out)
    reasons(grant, &out)
    next(grant, &out)
    complaint(grant, &out)
    closing(grant, &out)
  }

  /// The page around the letter, up to its sheet.
  private func head(_ grant: GrantDecision, _ out: inout Page) {
    out.add(
      """
      <!DOCTYPE html>
      <html lang="da">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
      """)
    if grant.letter.isDraft {
      out.add(
        """

            <title>UDKAST: Afgørelse om mentorstøtte</title>
        """)
    } else {
      out.add(
        """

            <title>Afgørelse om mentorstøtte</title>
        """)
    }
    out.add(
      """

          <style>
      """)
    out.add(styles[0])
    out.add("</style>")
    if grant.letter.isDraft {
      out.add(
        """

            <style>
        """)
      out.add(styles[1])
      out.add("</style>")
    }
  }

  /// Sender, recipient, and why another than the citizen gets the letter.
  private func heading(_ grant: GrantDecision, _ out: inout Page) {
    out.add(
      """

        </head>
        <body>
          <div class="ark">
            <header class="brevhoved">
              <address class="afsender">
                <p class="navn" data-krav="myndighed">
      """)
    out.text(grant.letter.authority.name)
    out.add("</p>")
    if let unit = grant.letter.authority.unit {
      out.add(
        """

                  <p class="enhed">
        """)
      out.text(unit)
      out.add("</p>")
    }
    out.add(
      """

                <p>
      """)
    out.text(grant.letter.authority.address.street)
    out.add("<br>")
    out.text(grant.letter.authority.address.postcode)
    out.add(" ")
    out.text(grant.letter.authority.address.city)
    out.add(
      """
      </p>
                <p>Telefon\u{20}
      """)
    out.text(grant.letter.authority.phone)
    out.add(
      """
      </p>
                <dl class="noegler">
                  <div>
                    <dt>Dato:</dt>
                    <dd data-krav="dato">
      """)
    out.date(grant.letter.decision.date)
    out.add(
      """
      </dd>
                  </div>
                  <div>
                    <dt>Sagsnummer:</dt>
                    <dd data-krav="sagsnummer">
      """)
    out.text(grant.identity.caseNumber)
    out.add(
      """
      </dd>
                  </div>
                </dl>
              </address>
              <address class="modtager">
                <p>
      """)
    out.text(grant.letter.recipient.name)
    out.add("</p>")
    if let address = grant.letter.recipient.address {
      out.add(
        """

                  <p>
        """)
      out.text(address.street)
      out.add("<br>")
      out.text(address.postcode)
      out.add(" ")
      out.text(address.city)
      out.add("</p>")
    }
    out.add(
      """

              </address>
            </header>
            <main>
      """)
    if grant.letter.isDraft {
      out.add(
        """

                <p class="udkast"><strong>UDKAST.</strong> Dette er et udkast. Det gælder ikke og må ikke \
        sendes.</p>
        """)
    }
    switch grant.letter.recipient.role {
    case .citizen: break
    case .representative, .guardian, .custodyHolder:
      out.add(
        """

                <div class="boks">
        """)
      switch grant.letter.recipient.role {
      case .citizen: break
      case .representative:
        out.add(
          """

                    <p>Du får dette brev, fordi du repræsenterer\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(
          """
           i sagen.</p>
                    <p>Du kan klage for\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(", når du har fuldmagt til det.</p>")
      case .guardian:
        out.add(
          """

                    <p>Du får dette brev, fordi du er værge for\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(
          """
          .</p>
                    <p>Du kan klage for\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(", når sagen hører under dit værgemål.</p>")
      case .custodyHolder:
        out.add(
          """

                    <p>Du får dette brev, fordi du har forældremyndigheden over\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(
          """
          .</p>
                    <p>Vil du klage for\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(
          """
          , så kontakt os, før klagefristen slutter. Vi fortæller dig, om du kan klage selv, eller om\u{20}
          """)
        out.text(grant.letter.citizen.name)
        out.add(" skal give dig fuldmagt.</p>")
      }
      if grant.letter.recipient.isForCitizen {
        out.add(
          """

                    <p>Klagefristen løber fra den dag, du fik brevet.</p>
          """)
      }
      out.add(
        """

                  <p>Resten af brevet er skrevet til\u{20}
        """)
      out.text(grant.letter.citizen.name)
      out.add(". Når der står »du«, mener vi ")
      out.text(grant.letter.citizen.name)
      out.add(
        """
        .</p>
                </div>
        """)
    }
  }

  /// What was decided.
  private func result(_ grant: GrantDecision, _ average: WorkingTime, _ isRounded: Bool, _ out: inout Page) {
    out.add(
      """

              <p class="overlinje" data-krav="borger">Afgørelse om mentorstøtte til\u{20}
      """)
    out.text(grant.letter.citizen.name)
    out.add(
      """
      </p>
              <h1>Du får mentorstøtte</h1>
              <div class="resultat" data-krav="resultat">
                <p>Vi giver dig mentorstøtte fra den\u{20}
      """)
    out.date(grant.granted.support.period.from)
    out.add(" til og med den ")
    out.date(grant.granted.support.period.to)
    out.add(".")
    switch grant.granted.support.hours {
    case .weekly:
      out.add(" Du får støtte i ")
      out.time(average)
      out.add(" om ugen.")
    case .fortnightly(let time):
      out.add(" Du får støtte i ")
      out.time(time)
      out.add(" hver anden uge.")
    case .phased:
      out.add(" Du får i gennemsnit støtte i")
      if isRounded {
        out.add(" cirka")
      }
      out.add(" ")
      out.time(average)
      out.add(" om ugen.")
    }
    switch grant.granted.mentor {
    case .named(let mentor):
      out.add(" Din mentor er ")
      out.text(mentor.name)
      out.add(".")
    case .later:
      out.add(" Du får senere at vide, hvem der bliver din mentor.")
    }
    out.add(
      """
      </p>
              </div>
      """)
    if let introduction = grant.letter.ownWords.introduction {
      out.add(
        """

                <p>
        """)
      out.lines(introduction)
      out.add("</p>")
    }
  }

  /// The five things that also go into *Min Plan*.
  private func fields(_ grant: GrantDecision, _ average: WorkingTime, _ isRounded: Bool, _ out: inout Page) {
    out.add(
      """

              <section>
                <h2>Din mentorstøtte</h2>
                <dl class="felter">
                  <div>
                    <dt>Mål</dt>
                    <dd data-krav="bab-52.1">
      """)
    switch grant.granted.support.goal.kind {
    case .employment:
      out.add(
        """

                        <p><strong>Job.</strong>\u{20}
        """)
      out.lines(grant.granted.support.goal.text)
      out.add("</p>")
    case .education:
      out.add(
        """

                        <p><strong>Uddannelse.</strong>\u{20}
        """)
      out.lines(grant.granted.support.goal.text)
      out.add("</p>")
    }
    out.add(
      """

                    </dd>
                  </div>
                  <div>
                    <dt>Mentor</dt>
      """)
    switch grant.granted.mentor {
    case .named(let mentor):
      out.add(
        """

                      <dd data-krav="bab-52.2">
                        <p><strong>
        """)
      out.text(mentor.name)
      out.add("</strong></p>")
      if let title = mentor.title {
        out.add(
          """

                          <p>
          """)
        out.capitalised(title)
        out.add("</p>")
      }
      if let employer = mentor.employer {
        out.add(
          """

                          <p>
          """)
        out.text(employer.name)
        out.add("</p>")
      }
      for contact in mentor.contacts.elements { self.contact(contact, &out) }
      out.add(
        """

                      </dd>
        """)
    case .later(let words):
      out.add(
        """

                      <dd data-krav="mentor-oplyses">
                        <p>
        """)
      out.lines(words)
      out.add(
        """
        </p>
                      </dd>
        """)
    }
    out.add(
      """

                  </div>
                  <div>
                    <dt>Opgaver</dt>
                    <dd data-krav="bab-52.3">
                      <ul>
      """)
    for task in grant.granted.support.tasks.elements { self.task(task, &out) }
    out.add(
      """

                      </ul>
                    </dd>
                  </div>
                  <div>
                    <dt>Periode</dt>
                    <dd data-krav="bab-52.4">
                      <p>Fra den\u{20}
      """)
    out.date(grant.granted.support.period.from)
    out.add(" til og med den ")
    out.date(grant.granted.support.period.to)
    out.add(
      """
      </p>
                    </dd>
                  </div>
                  <div>
                    <dt>Timer</dt>
                    <dd data-krav="bab-52.5">
      """)
    switch grant.granted.support.hours {
    case .weekly:
      out.add(
        """

                        <p>
        """)
      out.time(average)
      out.add(" om ugen</p>")
    case .fortnightly(let time):
      out.add(
        """

                        <p data-krav="bab-52.5-14-dage">
        """)
      out.time(time)
      out.add(
        """
         hver anden uge</p>
                        <p>Det er
        """)
      if isRounded {
        out.add(" cirka")
      }
      out.add(" ")
      out.time(average)
      out.add(" om ugen i gennemsnit.</p>")
    case .phased(let phases):
      out.add(
        """

                        <div data-krav="bab-52.5-faser">
                          <p>Timetallet skifter i løbet af perioden:</p>
                          <ul>
        """)
      for phase in phases.elements { self.phase(phase, &out) }
      out.add(
        """

                          </ul>
                        </div>
                        <p>Det er
        """)
      if isRounded {
        out.add(" cirka")
      }
      out.add(" ")
      out.time(average)
      out.add(" om ugen i gennemsnit.</p>")
    }
  }

  /// Why, and by which rules.
  private func reasons(_ grant: GrantDecision, _ out: inout Page) {
    out.add(
      """

                      <p class="note">Timerne er den tid, hvor du og din mentor har direkte kontakt.</p>
                    </dd>
                  </div>
                </dl>
              </section>
              <section>
                <h2>Derfor får du mentorstøtte</h2>
      """)
    if grant.letter.decision.applicationDate != nil || grant.letter.decision.application != nil {
      out.add(
        """

                  <h3>Din ansøgning</h3>
        """)
      if let application = grant.letter.decision.application {
        if let applicationDate = grant.letter.decision.applicationDate {
          out.add(
            """

                      <p>Den\u{20}
            """)
          out.date(applicationDate)
          out.add(" søgte du om dette:<br>")
          out.lines(application)
          out.add("</p>")
        } else {
          out.add(
            """

                      <p>Du søgte om dette:<br>
            """)
          out.lines(application)
          out.add("</p>")
        }
      } else {
        if let applicationDate = grant.letter.decision.applicationDate {
          out.add(
            """

                      <p>Du søgte om mentorstøtte den\u{20}
            """)
          out.date(applicationDate)
          out.add(".</p>")
        }
      }
    }
    if let facts = grant.letter.decision.facts {
      out.add(
        """

                  <h3>Det har vi lagt vægt på</h3>
                  <p>
        """)
      out.lines(facts)
      out.add("</p>")
    }
    out.add(
      """

                <h3>Vores vurdering</h3>
      """)
    if let considerations = grant.letter.decision.considerations {
      out.add(
        """

                  <p>
        """)
      out.lines(considerations)
      out.add("</p>")
    } else {
      out.add(
        """

                  <p>Vi vurderer, at støtte fra en mentor kan hjælpe dig med at nå målet ovenfor.</p>
        """)
    }
    if let reasons = grant.letter.ownWords.reasons {
      out.add(
        """

                  <p>
        """)
      out.lines(reasons)
      out.add("</p>")
    }
    if let otherHelp = grant.letter.decision.otherHelp {
      out.add(
        """

                  <h3>Anden hjælp</h3>
                  <p>
        """)
      out.lines(otherHelp)
      out.add("</p>")
    }
    out.add(
      """

                <h3>Reglerne</h3>
      """)
    out.add(
      """

                <p>Du kan få mentorstøtte for at få eller fastholde en aktivitet, et tilbud, en ordinær \
      uddannelse, et fleksjob eller et ordinært job. <span data-krav="periodens-laengde">\
      En periode kan højst vare 6 måneder. Når den slutter, kan du \
      efter en konkret vurdering få en ny periode på op til 6 måneder.</span></p>
                <p>En mentor kan være ansat i en virksomhed, på en uddannelsesinstitution eller i kommunen. En \
      mentor kan også være en ekstern konsulent, som virksomheden, uddannelsesinstitutionen eller kommunen har en \
      aftale med.</p>
                <p class="note">Reglerne står i <span data-krav="fvl-24.lov">§ 167, stk. 1, i lov om en aktiv \
      beskæftigelsesindsats (lovbekendtgørelse nr. 280 af 1. marts 2024)</span>. Hvem der kan være mentor, står i \
      <span data-krav="fvl-24.mentor">§ 168</span> i samme lov.</p>
      """)
  }

  /// What happens now.
  private func next(_ grant: GrantDecision, _ out: inout Page) {
    out.add(
      """

              </section>
              <section>
                <h2>Hvad sker der nu?</h2>
                <ul>
      """)
    switch grant.granted.mentor {
    case .named:
      out.add(
        """

                    <li>Aftal med din mentor, hvor og hvornår I mødes.</li>
        """)
    case .later:
      out.add(
        """

                    <li>Når du ved, hvem din mentor er, kan I aftale, hvor og hvornår I mødes.</li>
        """)
    }
    if grant.granted.hasHolisticPlan {
      out.add(
        """

                    <li data-krav="helhedsorienteret-plan">Målet, mentoren, opgaverne, perioden og timetallet \
        skriver vi ind i din helhedsorienterede plan.
        """)
      switch grant.granted.mentor {
      case .named: break
      case .later:
        out.add(" Det gør vi, når vi har fundet din mentor.")
      }
      out.add("</li>")
    } else {
      out.add(
        """

                    <li data-krav="min-plan">Målet, mentoren, opgaverne, perioden og timetallet skal også stå i Min \
        Plan.
        """)
      switch grant.granted.mentor {
      case .named:
        if grant.letter.citizen.getsPlanOnPaper {
          out.add(" Du får planen på papir.")
        } else {
          out.add(" Du kan se planen på Jobnet.")
        }
      case .later:
        out.add(" Det sker, når vi har fundet din mentor.")
        if grant.letter.citizen.getsPlanOnPaper {
          out.add(" Så får du planen på papir.")
        } else {
          out.add(" Så kan du se planen på Jobnet.")
        }
      }
      out.add("</li>")
    }
  }

  /// How to complain.
  private func complaint(_ grant: GrantDecision, _ out: inout Page) {
    out.add(
      """

                  <li>Fortæl os det, hvis der sker ændringer, som kan have betydning for støtten. Det kan være, at \
      din praktik, din uddannelse eller dit job stopper, eller at du flytter.</li>
                  <li>Inden perioden slutter, tager vi sammen med dig stilling til, om du har brug for mere \
      støtte.</li>
                </ul>
              </section>
              <section class="klagevejledning">
                <h2>Sådan klager du</h2>
                <p><span data-krav="fvl-25.instans">Er du uenig i afgørelsen, kan du klage til Ankestyrelsens \
      Beskæftigelsesudvalg.</span> <span data-krav="fvl-25.fremgangsmaade">Klagen skal du sende til os, for vi skal \
      se på sagen igen, før klagen kan gå videre. Du kan klage skriftligt eller mundtligt.</span></p>
                <p data-krav="rsl-67">Vi skal have din klage senest <strong>4 uger</strong> efter den dag, du fik \
      afgørelsen.
      """)
    switch grant.complaint.channel {
    case .digital:
      out.add(" Har du modtaget afgørelsen i Digital Post den ")
      out.date(grant.complaint.received)
      out.add(", skal vi have din klage senest den ")
      out.date(grant.complaint.lastDay)
      out.add(
        """
        . <span data-krav="dpl-10">Du har fået afgørelsen den dag, den ligger i din digitale postkasse, også selv \
        om du ikke har åbnet den.</span>
        """)
    case .paper:
      out.add(" Har du modtaget brevet den ")
      out.date(grant.complaint.received)
      out.add(", skal vi have din klage senest den ")
      out.date(grant.complaint.lastDay)
      out.add(".")
    }
    out.add(
      """
       Har du fået afgørelsen en anden dag, regner du fristen fra den dag.</p>
                <p>Du kan klage på disse måder:</p>
                <div data-krav="rsl-66">
                  <ul>
      """)
    if let digitalPost = grant.letter.authority.digitalPost, !grant.letter.citizen.isExemptFromDigitalPost {
      out.add(
        """

                      <li>Digital Post: <a href="
        """)
      out.attribute(digitalPost.address)
      out.add("\">Skriv til os fra din digitale postkasse</a></li>")
    }
    out.add(
      """

                    <li>Brev:\u{20}
      """)
    out.text(grant.letter.authority.name)
    if let unit = grant.letter.authority.unit {
      out.add(", ")
      out.text(unit)
    }
    out.add(", ")
    out.text(grant.letter.authority.address.street)
    out.add(", ")
    out.text(grant.letter.authority.address.postcode)
    out.add(" ")
    out.text(grant.letter.authority.address.city)
    out.add(
      """
      </li>
                    <li>Telefon:\u{20}
      """)
    out.text(grant.letter.authority.phone)
    if let phoneHours = grant.letter.authority.phoneHours {
      out.add(" (")
      out.text(phoneHours)
      out.add(")")
    }
  }

  /// Whom to ask, greeting, copies, and the foot of the page.
  private func closing(_ grant: GrantDecision, _ out: inout Page) {
    out.add(
      """
      </li>
                  </ul>
                </div>
                <p data-krav="klage-indhold klage-hjaelp">Fortæl gerne, hvad du er uenig i, og hvorfor. Har du papirer, som vi ikke har set, så send dem \
      med. Du må gerne få en anden til at hjælpe dig med klagen. En anden kan også klage for dig, hvis du giver \
      fuldmagt til det.</p>
                <p data-krav="klage-genvurdering">Når vi har fået din klage, ser vi på sagen igen inden for 4 uger. Giver vi dig helt eller \
      delvist ret, får du en ny afgørelse. Ellers sender vi klagen og vores begrundelse videre og giver dig besked \
      samtidig. Har vi brug for mere tid, skriver vi til dig og fortæller, hvornår vi er færdige.</p>
                <p data-krav="rsl-72">Afgørelsen gælder, selv om du klager.</p>
                <p class="hjemmel" data-krav="klage-hjemmel">Reglerne om klage står i § 204 i lov om en aktiv beskæftigelsesindsats \
      (lovbekendtgørelse nr. 280 af 1. marts 2024), i §§ 60, 66, 67 og 72 i lov om retssikkerhed og administration \
      på det sociale område (lovbekendtgørelse nr. 354 af 2. april 2025) og i §§ 11-13 i bekendtgørelse om \
      retssikkerhed og administration på det sociale område (bekendtgørelse nr. 861 af 19. juni 2025).</p>
              </section>
              <section class="spoergsmaal">
                <h2>Har du spørgsmål?</h2>
                <p>
      """)
    if let phone = grant.letter.caseworker.phone {
      out.add("Ring til ")
      out.text(grant.letter.caseworker.name)
      out.add(" på telefon <a href=\"tel:")
      out.url(phone)
      out.add("\">")
      out.text(phone)
      out.add("</a>. Du kan også ringe til ")
      out.text(grant.letter.authority.name)
      out.add(" på telefon <a href=\"tel:")
      out.url(grant.letter.authority.phone)
      out.add("\">")
      out.text(grant.letter.authority.phone)
      out.add("</a>.")
    } else {
      out.add("Ring til ")
      out.text(grant.letter.authority.name)
      out.add(" på telefon <a href=\"tel:")
      out.url(grant.letter.authority.phone)
      out.add("\">")
      out.text(grant.letter.authority.phone)
      out.add("</a>, og spørg efter ")
      out.text(grant.letter.caseworker.name)
      out.add(".")
    }
    if let phoneHours = grant.letter.authority.phoneHours {
      out.add(" Telefonen er åben ")
      out.text(phoneHours)
      out.add(".")
    }
    out.add("</p>")
    if !grant.letter.citizen.isExemptFromDigitalPost {
      if let digitalPost = grant.letter.authority.digitalPost {
        out.add(
          """

                    <p>Du kan også skrive til os i <a href="
          """)
        out.attribute(digitalPost.address)
        out.add("\">Digital Post</a>. Dér er dine oplysninger beskyttet.</p>")
      }
    }
    if let email = grant.letter.caseworker.email {
      out.add(
        """

                  <p>Skriver du ikke om private forhold, kan du også sende en e-mail til <a href="mailto:
        """)
      out.url(email)
      out.add("\">")
      out.text(email)
      out.add("</a>.</p>")
    }
    out.add(
      """

              </section>
      """)
    if let closing = grant.letter.ownWords.closing {
      out.add(
        """

                <p>
        """)
      out.lines(closing)
      out.add("</p>")
    }
    out.add(
      """

              <div class="hilsen">
                <p>Venlig hilsen</p>
                <div data-krav="udsteder">
                  <p class="underskriver">
      """)
    out.text(grant.letter.caseworker.name)
    out.add("</p>")
    if let title = grant.letter.caseworker.title {
      out.add(
        """

                    <p>
        """)
      out.capitalised(title)
      out.add("</p>")
    }
    if let unit = grant.letter.authority.unit {
      out.add(
        """

                    <p>
        """)
      out.text(unit)
      out.add(", ")
      out.text(grant.letter.authority.name)
      out.add("</p>")
    } else {
      out.add(
        """

                    <p>
        """)
      out.text(grant.letter.authority.name)
      out.add("</p>")
    }
    out.add(
      """

                </div>
      """)
    if !grant.letter.otherRecipients.isEmpty {
      out.add(
        """

                  <div class="kopi">
                    <p>Vi har også sendt brevet til:</p>
                    <ul>
        """)
      for copy in grant.letter.otherRecipients {
        out.add(
          """

                        <li>
          """)
        switch copy.role {
        case .citizen:
          out.text(copy.name)
        case .representative:
          out.text(copy.name)
          out.add(" (repræsentant)")
        case .guardian:
          out.text(copy.name)
          out.add(" (værge)")
        case .custodyHolder:
          out.text(copy.name)
          out.add(" (har forældremyndigheden)")
        }
        out.add("</li>")
      }
      out.add(
        """

                    </ul>
                  </div>
        """)
    }
    out.add(
      """

              </div>
            </main>
            <footer class="brevfod">
              <section class="godt-at-vide">
                <h2>Godt at vide</h2>
                <div class="spalter">
                  <section>
                    <h3>Du kan se din sag</h3>
                    <p>Du kan bede os om at se dokumenterne i din sag. Det kaldes aktindsigt, og reglen står i § 9 \
      i forvaltningsloven.</p>
                  </section>
                  <section>
                    <h3>Du kan få hjælp</h3>
                    <p>Du må gerne tage en anden med, når du taler med os. Du kan også give en anden fuldmagt til \
      at tale din sag. Det står i § 8 i forvaltningsloven.</p>
                  </section>
                  <section>
                    <h3>Dine oplysninger</h3>
                    <p>Din mentor får kun de oplysninger om dig, som er nødvendige for at støtte dig. Vi bruger \
      oplysninger om dig for at kunne behandle din sag.
      """)
    if let dataProtection = grant.letter.authority.dataProtection {
      out.add(" Du kan læse om, <a href=\"")
      out.attribute(dataProtection.address)
      out.add("\">hvordan vi behandler dine oplysninger, og hvilke rettigheder du har</a>.")
    } else {
      out.add(" Du kan spørge os, hvordan vi behandler dine oplysninger, og hvilke rettigheder du har.")
    }
    out.add(
      """
       Er du utilfreds med den måde, vi gør det på, kan du klage til Datatilsynet.</p>
                  </section>
                </div>
              </section>
              <p class="kolofon">
      """)
    out.text(grant.letter.authority.name)
    out.add(", ")
    out.text(grant.letter.authority.address.street)
    out.add(", ")
    out.text(grant.letter.authority.address.postcode)
    out.add(" ")
    out.text(grant.letter.authority.address.city)
    out.add(". CVR-nr. ")
    out.text(grant.letter.authority.companyNumber)
    out.add(
      """
      </p>
            </footer>
          </div>
        </body>
      </html>

      """)
  }

  private func contact(_ contact: MentorContact, _ out: inout Page) {
    out.add(
      """

                      <p>
      """)
    switch contact.kind {
    case .phone:
      out.add("Telefon <a href=\"tel:")
      out.url(contact.value)
      out.add("\">")
      out.text(contact.value)
      out.add("</a>")
    case .email:
      out.add("E-mail <a href=\"mailto:")
      out.url(contact.value)
      out.add("\">")
      out.text(contact.value)
      out.add("</a>")
    }
    out.add("</p>")
  }

  private func task(_ task: MentorTask, _ out: inout Page) {
    out.add(
      """

                        <li>
      """)
    switch task.area {
    case .professional:
      out.add("<span class=\"omraade\">Faglig støtte:</span>")
    case .personal:
      out.add("<span class=\"omraade\">Personlig støtte:</span>")
    case .practical:
      out.add("<span class=\"omraade\">Praktisk støtte:</span>")
    case .clarifying:
      out.add("<span class=\"omraade\">Afklarende støtte:</span>")
    }
    out.add(" ")
    out.lines(task.text)
    out.add("</li>")
  }

  private func phase(_ phase: HoursPhase, _ out: inout Page) {
    out.add(
      """

                          <li>
      """)
    let isPause = phase.weekly.minutes == 0
    if isPause { out.add("Pause, ") }
    out.time(phase.weekly)
    out.add(isPause ? "," : " om ugen")
    out.add(" fra den ")
    out.date(phase.period.from)
    out.add(" til og med den ")
    out.date(phase.period.to)
    out.add("</li>")
  }
}
