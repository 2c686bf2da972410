extension CaseFile {
  /// The sentences of information, of the plan's log and of the internal note.
  func addInformation(to texts: inout [CaseText]) {
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { texts.append(CaseText(field, said)) }
    }
    add(.named("afgoerelse.udloeb.samtale"), decision?.expiry?.talk)
    add(.named("afgoerelse.berigtigelse.dokument"), decision?.correction?.document)
    for (index, row) in (decision?.correction?.rows ?? []).enumerated() {
      let list: StaticString = "afgoerelse.berigtigelse.rettelser"
      add(.ofRow(list, index + 1, "hvad"), row.subject)
      add(.ofRow(list, index + 1, "stod"), row.wrong)
      add(.ofRow(list, index + 1, "skulleStaa"), row.right)
    }
    for (index, row) in (newFacts?.rows ?? []).enumerated() {
      add(.ofRow("orientering.aendringer", index + 1, "hvad"), row.subject)
      add(.ofRow("orientering.aendringer", index + 1, "foer"), row.before)
      add(.ofRow("orientering.aendringer", index + 1, "nu"), row.now)
    }
    add(.named("orientering.grund"), newFacts?.reason)
    for (index, change) in (plan?.changes ?? []).enumerated() {
      add(.ofRow("minPlan.aendringer", index + 1, "hvad"), change.text)
    }
    add(.named("minPlan.opfoelgning.maal.note"), plan?.followUp?.goal?.note)
    for (index, row) in (plan?.followUp?.tasks ?? []).enumerated() {
      add(.ofRow("minPlan.opfoelgning.opgaver", index + 1, "note"), row.note)
    }
    for (index, row) in (delimitation?.answers ?? []).enumerated() {
      add(.ofRow("afgraensning.ordninger", index + 1, "note"), row.note)
    }
    add(.named("afgraensning.konklusion"), delimitation?.conclusion)
  }
}
