import Fields

extension CaseValue {
  /// The value as a Danish reader writes it.
  func words(_ type: InputType) -> String {
    switch (self, type) {
    case (.choice(let word), .choice(let choice)): choice.cases.first { $0.name == word }?.label ?? word
    case (.text(let text), _), (.choice(let text), _): text
    case (.integer(let number), _): String(number)
    case (.amount(let amount), _): amount.danish
    case (.date(let day), _): day.danish
    case (.boolean(let isTrue), _): isTrue ? "ja" : "nej"
    case (.record(let record), .record(let shape)): record.words(shape)
    case (.list(let rows), .list(let shape)): rows.map { $0.words(shape) }.joined(separator: "\n")
    case (.record, _), (.list, _): ""
    }
  }
}

extension CaseRecord {
  /// The fields as a Danish reader writes them.
  func words(_ shape: InputShape) -> String {
    if shape === CaseFile.Hours.input.shape, let hours = hourWords { return hours }
    if shape === CaseFile.Period.input.shape, let from = date("fra"), let to = date("til") {
      return "\(from.danish) til \(to.danish)"
    }
    if shape === CaseFile.Address.input.shape {
      let town = [text("postnummer"), text("by")].compactMap(\.self).joined(separator: " ")
      return [text("vej"), town].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }
    if let about = aboutWords(shape) { return about }
    // Who or where it is needs no label: `Tisvilde Brød ApS, CVR-nummer: 20304050`.
    return shape.entries.compactMap { entry in
      values[entry.name].map { value in
        let words = value.words(entry.type)
        return entry.name == "navn" ? words : "\(entry.label.inSentence): \(words)"
      }
    }.joined(separator: ", ")
  }

  /// A goal or a task, which say what they are about and then it: `Praktisk støtte: Planlægge din uge`.
  private func aboutWords(_ shape: InputShape) -> String? {
    guard shape.saysWhatAboutAndIt,
      let about = values[shape.entries[0].name]?.words(shape.entries[0].type), let text = text(shape.entries[1].name)
    else { return nil }
    return "\(about.prefix(1).uppercased())\(about.dropFirst()): \(text)"
  }

  /// The hours of a week or of two; nil when they change during the period.
  private var hourWords: String? {
    guard values["faser"] == nil, let time = weeklyTime else { return nil }
    return "\(time.danish) \(values["hverAndenUge"] == .boolean(true) ? "hver anden uge" : "om ugen")"
  }

  /// `timer` and `minutter` as they stand.
  private var weeklyTime: WorkingTime? {
    func number(_ key: String) -> Int? { if case .integer(let number)? = values[key] { number } else { nil } }
    guard number("timer") != nil || number("minutter") != nil else { return nil }
    return WorkingTime(hours: number("timer") ?? 0, minutes: number("minutter") ?? 0)
  }

  /// What stands at a path as a letter can say it: the value of a field, the hours, the period, the rows of a list.
  package func words(at path: String) -> String? {
    guard let value = self[path], let type = CaseLabels.type(of: path) else { return nil }
    let words = value.words(type)
    return words.isEmpty ? nil : words
  }
}

extension CaseLabels {
  /// The fields below a path that a letter says each by itself: `kontrakt.loen.grundloen`. It is the path alone where the
  /// value is said as one: hours, a period, an address, a goal, the rows of a list.
  package static func parts(of path: String) -> [String] {
    guard case .record(let shape)? = type(of: path), !shape.isSaidAsOne else { return [path] }
    return shape.entries.flatMap { parts(of: "\(path).\($0.name)") }
  }

  /// A field by its label, with that of what it belongs to: `Arbejdsgiver: CVR-nummer`, `Løn i timen`.
  package static func labelWithin(_ path: String) -> String {
    guard let label = label(of: path) else { return path }
    let around = path.split(separator: ".").dropLast().joined(separator: ".")
    guard let context = self.label(of: around), !label.hasPrefix(context) else { return label }
    return "\(context): \(label.inSentence)"
  }
}

extension InputShape {
  /// Whether its fields make one saying.
  fileprivate var isSaidAsOne: Bool {
    if self === CaseFile.Hours.input.shape || self === CaseFile.Period.input.shape
      || self === CaseFile.Address.input.shape
    {
      return true
    }
    return saysWhatAboutAndIt
  }

  /// A goal or a task, or how far one has come: what it is about, and then the words.
  fileprivate var saysWhatAboutAndIt: Bool {
    guard entries.count == 2, case .choice = entries[0].type, case .text = entries[1].type else { return false }
    return true
  }
}
