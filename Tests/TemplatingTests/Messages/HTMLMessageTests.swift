import Diagnostics
import Fields
import Templating
import Testing

/// The closed subset of HTML, links and secrecy.
@Suite struct HTMLMessageTests {
  @Test func refusesElementsThatLoadOrRun() {
    #expect(
      errors(#"<script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>"#) == #"""
        documents/brev.html:2:1: error: 'script' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          | ^~~~~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:19: error: 'img' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          |                   ^~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:33: error: 'iframe' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          |                                 ^~~~~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:42: error: 'object' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          |                                          ^~~~~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:51: error: 'form' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          |                                                   ^~~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:58: error: 'svg' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          |                                                          ^~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:64: error: 'bold' is not part of the HTML that templates may use [unknown-element]
        2 | <script>x</script><img src="a"/><iframe/><object/><form/><svg/><bold>x</bold>
          |                                                                ^~~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        """#)
  }

  @Test func refusesAttributesThatLoadOrRun() {
    #expect(
      errors(#"<p onclick="x()" style="color: red" src="a" data-x="1">x</p>"#) == #"""
        documents/brev.html:2:4: error: 'p' may not have the attribute 'onclick' [unknown-attribute]
        2 | <p onclick="x()" style="color: red" src="a" data-x="1">x</p>
          |    ^~~~~~~ it may have: class, id, lang, title
        documents/brev.html:2:18: error: 'p' may not have the attribute 'style' [unknown-attribute]
        2 | <p onclick="x()" style="color: red" src="a" data-x="1">x</p>
          |                  ^~~~~ it may have: class, id, lang, title
        documents/brev.html:2:37: error: 'p' may not have the attribute 'src' [unknown-attribute]
        2 | <p onclick="x()" style="color: red" src="a" data-x="1">x</p>
          |                                     ^~~ it may have: class, id, lang, title
        documents/brev.html:2:45: error: 'p' may not have the attribute 'data-x' [unknown-attribute]
        2 | <p onclick="x()" style="color: red" src="a" data-x="1">x</p>
          |                                             ^~~~~~ it may have: class, id, lang, title
        """#)
  }

  @Test func refusesValuesInAttributesOfTheTemplatesOwn() {
    #expect(
      errors(#"<p id="{nummer}" class="{nummer}">x</p>"#) == #"""
        documents/brev.html:2:4: error: 'id' takes no values, only the template's own words [dynamic-attribute]
        2 | <p id="{nummer}" class="{nummer}">x</p>
          |    ^~
          help: choose with t:if between two elements
        documents/brev.html:2:18: error: 'class' takes no values, only the template's own words [dynamic-attribute]
        2 | <p id="{nummer}" class="{nummer}">x</p>
          |                  ^~~~~
          help: choose with t:if between two elements
        """#)
  }

  @Test func refusesUnsafeLinks() {
    #expect(
      errors(
        #"<p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>"#
      ) == #"""
        documents/brev.html:2:7: error: this is no safe link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |       ^~~~
          help: write one link field, 'tel:' or 'mailto:' and one text, or an address with https://
        documents/brev.html:2:36: error: this is no safe link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                    ^~~~
          help: write one link field, 'tel:' or 'mailto:' and one text, or an address with https://
        documents/brev.html:2:64: error: this is no safe link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                                                ^~~~
          help: write one link field, 'tel:' or 'mailto:' and one text, or an address with https://
        documents/brev.html:2:104: error: a text cannot stand here in a link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                                                                                        ^~~~~~
          help: a link field is the whole value; a text follows 'tel:' or 'mailto:'
        documents/brev.html:2:133: error: a formatter cannot stand here in a link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                                                                                                                     ^~~~~~~~~~
          help: a link field is the whole value; a text follows 'tel:' or 'mailto:'
        documents/brev.html:2:166: error: a formatter cannot stand here in a link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                                                                                                                                                      ^~~~~~~~~~~~~
          help: a link field is the whole value; a text follows 'tel:' or 'mailto:'
        documents/brev.html:2:191: error: this is no safe link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                                                                                                                                                                               ^~~~
          help: write one link field, 'tel:' or 'mailto:' and one text, or an address with https://
        documents/brev.html:2:228: error: this is no safe link [unsafe-link]
        2 | <p><a href="javascript:x">a</a> <a href="http://x.dk">b</a> <a href="https://{nummer}">c</a> <a href="{nummer}">d</a> <a href="tel:{dato | iso}">e</a> <a href="tel:{nummer | stor}">f</a> <a href="tel:{nummer}{nummer}">g</a> <a href="mailto:x@y.dk?{nummer}">h</a></p>
          |                                                                                                                                                                                                                                    ^~~~
          help: write one link field, 'tel:' or 'mailto:' and one text, or an address with https://
        """#)
  }

  @Test func refusesALinkAfterTel() {
    #expect(
      errors(#"<p t:if="adresse"><a href="tel:{adresse}">a</a></p>"#) == #"""
        documents/brev.html:2:33: error: a link cannot stand here in a link [unsafe-link]
        2 | <p t:if="adresse"><a href="tel:{adresse}">a</a></p>
          |                                 ^~~~~~~
          help: a link field is the whole value; a text follows 'tel:' or 'mailto:'
        """#)
  }

  @Test func refusesMisplacedElements() {
    #expect(
      errors(
        #"<p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>"#
      ) == #"""
        documents/brev.html:2:4: error: 'div' cannot stand inside 'p' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |    ^~~~
        documents/brev.html:2:24: error: 'p' cannot stand inside 'ul' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                        ^~
          help: 'ul' holds 'li'
        documents/brev.html:2:37: error: 'li' cannot stand inside 'body' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                                     ^~~
          help: it stands in 'ol' or 'ul'
        documents/brev.html:2:51: error: 'li' cannot stand inside 'dl' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                                                   ^~~
          help: it stands in 'ol' or 'ul'
        documents/brev.html:2:73: error: 'td' cannot stand inside 'table' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                                                                         ^~~
          help: it stands in 'tr'
        documents/brev.html:2:91: error: 'title' cannot stand inside 'body' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                                                                                           ^~~~~~
          help: it stands in 'head'
        documents/brev.html:2:107: error: 'html' cannot stand inside 'body' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                                                                                                           ^~~~~
        documents/brev.html:2:132: error: 'h1' cannot stand inside 'strong' [misplaced-element]
        2 | <p><div>x</div></p><ul><p>x</p></ul><li>x</li><dl><li>x</li></dl><table><td>x</td></table><title>x</title><html lang="da"/><strong><h1>x</h1></strong>
          |                                                                                                                                    ^~~
        """#)
  }

  @Test func refusesTextWhereElementsStand() {
    #expect(
      errors(#"<ul>Tekst<t:cite act="lab"/><li>x</li></ul>"#) == #"""
        documents/brev.html:2:5: error: text cannot stand directly in 'ul' [misplaced-text]
        2 | <ul>Tekst<t:cite act="lab"/><li>x</li></ul>
          |     ^
          help: put it into an element, such as 'p'
        documents/brev.html:2:10: error: text cannot stand directly in 'ul' [misplaced-text]
        2 | <ul>Tekst<t:cite act="lab"/><li>x</li></ul>
          |          ^~~~~~~
          help: put it into an element, such as 'p'
        """#)
  }

  @Test func refusesAPageThatDoesNotBeginWithHtml() {
    #expect(
      errors(
        document:
          #"<t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><p>x</p>Tekst</t:document>"#
      ) == #"""
        documents/brev.html:1:110: error: 'p' cannot be the outermost element [misplaced-element]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><p>x</p>Tekst</t:document>
          |                                                                                                              ^~
          help: the outermost element of a page is 'html'
        documents/brev.html:1:118: error: text cannot stand directly in document 'brev' [misplaced-text]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><p>x</p>Tekst</t:document>
          |                                                                                                                      ^
          help: put it into an element, such as 'p'
        """#)
  }

  @Test func refusesAPageWithoutLanguage() {
    #expect(
      errors(
        document:
          #"<t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html><body><p>x</p></body></html></t:document>"#
      ) == #"""
        documents/brev.html:1:110: error: 'html' needs lang="da" [missing-attribute]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html><body><p>x</p></body></html></t:document>
          |                                                                                                              ^~~~~
        """#)
  }

  @Test func refusesContentInVoidElements() {
    #expect(
      errors(#"<p>a<br>b</br></p>"#) == #"""
        documents/brev.html:2:5: error: 'br' holds nothing [unexpected-content]
        2 | <p>a<br>b</br></p>
          |     ^~~
        """#)
  }

  @Test func refusesElementsOfAnotherNamespace() {
    #expect(
      errors(#"<p xmlns="urn:x">x</p>"#) == #"""
        documents/brev.html:2:1: error: 'p' is not an element of HTML [unknown-element]
        2 | <p xmlns="urn:x">x</p>
          | ^~
          help: declare xmlns="http://www.w3.org/1999/xhtml" on the root
        """#)
  }

  @Test func keepsSecretsOutOfTheHead() {
    #expect(
      errors(
        document: #"""
          <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head>
          <title>Brev til {borger.navn}</title>
          <meta name="a" content="{cpr}"/>
          <t:if test="borger.telefon"><meta name="b" content="x"/></t:if>
          <meta name="c" content="{borger.telefon ?? nummer}"/>
          </head><body><p>{cpr}</p></body></html></t:document>
          """#) == #"""
          documents/brev.html:2:18: error: 'borger.navn' is personal and may not be printed here [secrecy]
          2 | <title>Brev til {borger.navn}</title>
            |                  ^~~~~~~~~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          documents/brev.html:3:26: error: 'cpr' is identifying and may not be printed here [secrecy]
          3 | <meta name="a" content="{cpr}"/>
            |                          ^~~ only what is open may stand here
            help: leave it out, or print the case number instead
          documents/brev.html:4:13: error: 'borger.telefon' is personal and may not be asked about here [secrecy]
          4 | <t:if test="borger.telefon"><meta name="b" content="x"/></t:if>
            |             ^~~~~~~~~~~~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          documents/brev.html:5:26: error: 'borger.telefon ?? nummer' is personal and may not be printed here [secrecy]
          5 | <meta name="c" content="{borger.telefon ?? nummer}"/>
            |                          ^~~~~~~~~~~~~~~~~~~~~~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          """#)
  }

  @Test func keepsSecretsFromThoseWhoMayNotReadThem() {
    #expect(
      errors(
        #"<p>{borger.navn}</p><p t:if="cpr == '1'">x</p><ul><li t:for="k in kopi">{k}</li></ul><p>{opgaver.tekst | og}</p>"#,
        clearance: .open) == #"""
          documents/brev.html:2:5: error: 'borger.navn' is personal and may not be printed here [secrecy]
          2 | <p>{borger.navn}</p><p t:if="cpr == '1'">x</p><ul><li t:for="k in kopi">{k}</li></ul><p>{opgaver.tekst | og}</p>
            |     ^~~~~~~~~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          documents/brev.html:2:30: error: 'cpr' is identifying and may not be asked about here [secrecy]
          2 | <p>{borger.navn}</p><p t:if="cpr == '1'">x</p><ul><li t:for="k in kopi">{k}</li></ul><p>{opgaver.tekst | og}</p>
            |                              ^~~~~~~~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          documents/brev.html:2:67: error: 'kopi' is personal and may not be asked about here [secrecy]
          2 | <p>{borger.navn}</p><p t:if="cpr == '1'">x</p><ul><li t:for="k in kopi">{k}</li></ul><p>{opgaver.tekst | og}</p>
            |                                                                   ^~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          documents/brev.html:2:90: error: 'opgaver.tekst' is personal and may not be printed here [secrecy]
          2 | <p>{borger.navn}</p><p t:if="cpr == '1'">x</p><ul><li t:for="k in kopi">{k}</li></ul><p>{opgaver.tekst | og}</p>
            |                                                                                          ^~~~~~~~~~~~~~~~~~ only what is open may stand here
            help: leave it out, or print the case number instead
          """#)
  }

  @Test func refusesToHideFromAReadingVoice() {
    #expect(
      errors(
        #"""
        <p aria-hidden="true">x</p>
        <p role="img" aria-label="Pynt">Du kan klage.</p>
        <h1 aria-label="Afslag">Bevilling</h1>
        <div role="dialog" aria-modal="true"><p>x</p></div>
        <p role="banana" aria-foo="x">x</p>
        <p aria-labelledby="a">x</p>
        <table aria-labelledby="a" aria-describedby="a"><tr><td>x</td></tr></table>
        """#) == #"""
          documents/brev.html:2:4: error: 'p' may not have the attribute 'aria-hidden' [unknown-attribute]
          2 | <p aria-hidden="true">x</p>
            |    ^~~~~~~~~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:3:4: error: 'p' may not have the attribute 'role' [unknown-attribute]
          3 | <p role="img" aria-label="Pynt">Du kan klage.</p>
            |    ^~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:3:15: error: 'p' may not have the attribute 'aria-label' [unknown-attribute]
          3 | <p role="img" aria-label="Pynt">Du kan klage.</p>
            |               ^~~~~~~~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:4:5: error: 'h1' may not have the attribute 'aria-label' [unknown-attribute]
          4 | <h1 aria-label="Afslag">Bevilling</h1>
            |     ^~~~~~~~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:5:6: error: 'div' may not have the attribute 'role' [unknown-attribute]
          5 | <div role="dialog" aria-modal="true"><p>x</p></div>
            |      ^~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:5:20: error: 'div' may not have the attribute 'aria-modal' [unknown-attribute]
          5 | <div role="dialog" aria-modal="true"><p>x</p></div>
            |                    ^~~~~~~~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:6:4: error: 'p' may not have the attribute 'role' [unknown-attribute]
          6 | <p role="banana" aria-foo="x">x</p>
            |    ^~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:6:18: error: 'p' may not have the attribute 'aria-foo' [unknown-attribute]
          6 | <p role="banana" aria-foo="x">x</p>
            |                  ^~~~~~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:7:4: error: 'p' may not have the attribute 'aria-labelledby' [unknown-attribute]
          7 | <p aria-labelledby="a">x</p>
            |    ^~~~~~~~~~~~~~~ it may have: class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          documents/brev.html:8:28: error: 'table' may not have the attribute 'aria-describedby' [unknown-attribute]
          8 | <table aria-labelledby="a" aria-describedby="a"><tr><td>x</td></tr></table>
            |                            ^~~~~~~~~~~~~~~~ it may have: aria-labelledby, class, id, lang, title
            help: leave it out: with it a screen reader may read something else than what is proven to be printed, or nothing
          """#)
  }

  @Test func refusesALinkInsideALink() {
    #expect(
      errors(##"<p><a href="#a">a <strong><a href="#b">b</a></strong></a> <a href="#c">c</a></p>"##) == #"""
        documents/brev.html:2:27: error: 'a' cannot stand inside 'a' [misplaced-element]
        2 | <p><a href="#a">a <strong><a href="#b">b</a></strong></a> <a href="#c">c</a></p>
          |                           ^~
          help: a link leads to one place: end the first 'a' before this one begins
        """#)
  }

  @Test func refusesElementsInATitle() {
    #expect(
      head("<meta charset=\"utf-8\"/><title>Sag <strong>1</strong></title>", styles: [:]) == #"""
        documents/brev.html:2:57: error: 'strong' cannot stand inside 'title' [misplaced-element]
        2 | <html lang="da"><head><meta charset="utf-8"/><title>Sag <strong>1</strong></title></head><body/></html></t:document>
          |                                                         ^~~~~~~
          help: 'title' holds text only
        """#)
  }
}
