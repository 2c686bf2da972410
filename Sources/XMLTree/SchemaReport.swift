internal import CLibXML2
import Diagnostics

/// Turns what libxml2 says about a document and a schema into diagnostics.
///
/// libxml2 quotes values in many of its messages, and a value may be a name or a CPR number. Its words are passed on
/// only where its code shows that they speak of elements and attributes; everything about values gets words of ours.
struct SchemaReport {
  let language: SchemaLanguage
  let document: XMLDocument

  func findings(_ errors: [LibXMLError], result: Int32) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for error in errors {
      let position = error.node?.position(in: document.root) ?? document.root.position
      let finding = diagnostic(message(for: error), at: position)
      if !findings.contains(finding) { findings.append(finding) }
    }
    if findings.isEmpty, result != 0 {
      let message = result > 0 ? "the document does not match the schema" : "libxml2 could not check the document"
      findings = [diagnostic(message, at: document.root.position)]
    }
    return findings.sortedByPlace
  }

  private func diagnostic(_ message: String, at position: XMLPosition) -> Diagnostic {
    let location = document.location(of: position)
    return Diagnostic(.error, "xml-invalid", message, at: location, excerpt: document.excerpt(at: location))
  }

  private func message(for error: LibXMLError) -> String {
    switch language {
    case .relaxNG where Self.structuralInRelaxNG.contains(error.code): error.message
    case .xsd where Self.structuralInXSD.contains(error.code): error.message
    case .xsd: Self.facets[error.code].map { "the value here is not allowed: \($0)" } ?? Self.valueMessage
    case .relaxNG: Self.valueMessage
    }
  }

  private static let valueMessage = "the value here is not what the schema allows"

  private static let structuralInRelaxNG: Set<Int> = Set(
    [
      XML_RELAXNG_ERR_NOSTATE, XML_RELAXNG_ERR_NODEFINE, XML_RELAXNG_ERR_INTERNODATA, XML_RELAXNG_ERR_INTERSEQ,
      XML_RELAXNG_ERR_INTEREXTRA, XML_RELAXNG_ERR_ELEMNAME, XML_RELAXNG_ERR_ATTRNAME, XML_RELAXNG_ERR_ELEMNONS,
      XML_RELAXNG_ERR_ATTRNONS, XML_RELAXNG_ERR_ELEMWRONGNS, XML_RELAXNG_ERR_ATTRWRONGNS, XML_RELAXNG_ERR_ELEMEXTRANS,
      XML_RELAXNG_ERR_ATTREXTRANS, XML_RELAXNG_ERR_ELEMNOTEMPTY, XML_RELAXNG_ERR_NOELEM, XML_RELAXNG_ERR_NOTELEM,
      XML_RELAXNG_ERR_ATTRVALID, XML_RELAXNG_ERR_CONTENTVALID, XML_RELAXNG_ERR_EXTRACONTENT,
      XML_RELAXNG_ERR_INVALIDATTR, XML_RELAXNG_ERR_NOGRAMMAR, XML_RELAXNG_ERR_ELEMWRONG, XML_RELAXNG_ERR_TEXTWRONG,
    ].map { Int($0.rawValue) })

  private static let structuralInXSD: Set<Int> = Set(
    [
      XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3,
      XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4, XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_ELT_2, XML_SCHEMAV_CVC_ELT_3_1,
      XML_SCHEMAV_CVC_COMPLEX_TYPE_3_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
      XML_SCHEMAV_CVC_COMPLEX_TYPE_4, XML_SCHEMAV_ELEMENT_CONTENT, XML_SCHEMAV_CVC_WILDCARD,
    ].map { Int($0.rawValue) })

  private static let facets: [Int: String] = [
    XML_SCHEMAV_CVC_LENGTH_VALID: "it has the wrong length", XML_SCHEMAV_CVC_MINLENGTH_VALID: "it is too short",
    XML_SCHEMAV_CVC_MAXLENGTH_VALID: "it is too long", XML_SCHEMAV_CVC_MININCLUSIVE_VALID: "it is too small",
    XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID: "it is too great", XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID: "it is too small",
    XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID: "it is too great", XML_SCHEMAV_CVC_TOTALDIGITS_VALID: "it has too many digits",
    XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID: "it has too many decimals",
    XML_SCHEMAV_CVC_PATTERN_VALID: "it does not have the form that the schema describes",
    XML_SCHEMAV_CVC_ENUMERATION_VALID: "it is not one of those that the schema lists",
    XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1: "it is not of the type that the schema names",
    XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2: "it is not of the type that the schema names",
    XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3: "it is not of the type that the schema names",
  ].reduce(into: [:]) { table, entry in table[Int(entry.key.rawValue)] = entry.value }
}
