import Diagnostics
import Fields
import XMLTree

/// Resolves paths and types of expressions. Every method returns nil after reporting what is wrong.
struct ExpressionChecker {
  let reporter: Reporter
  /// Called with each parameter and field that is used.
  let noteUse: (String) -> Void

  // MARK: Values

  /// Any expression, optional or not.
  ///
  /// - Parameter argument: the attribute when a text is wanted, which a name that is unknown may be without its quotes.
  func check(_ expression: Expression, in scope: Scope, textOf argument: XMLAttribute? = nil) -> Typed? {
    switch expression.kind {
    case .path(let names): return path(names, expression, in: scope, textOf: names.count == 1 ? argument : nil)
    case .text(let text):
      guard text.unicodeScalars.contains(where: TextCharacter.isInk) else {
        reporter.error(
          "empty-text", "an empty text prints nothing", at: expression.span,
          help: "write words; white space and signs that cannot be seen leave a hole")
        return nil
      }
      return Typed(operand: .text(text), type: .text, secrecy: .open)
    case .integer(let number): return Typed(operand: .integer(number), type: .integer, secrecy: .open)
    case .date(let literal): return Typed(operand: .date(literal.dayNumber), type: .date, secrecy: .open)
    case .boolean(let value): return Typed(operand: .boolean(value), type: .boolean, secrecy: .open)
    case .compare, .and, .or, .not:
      return condition(expression, in: scope).map {
        Typed(operand: .condition($0.test), type: .boolean, secrecy: .open)
      }
    case .fallback(let first, let second): return fallback(first, second, expression, in: scope)
    case .formatted(let inner, let name): return formatted(inner, name, in: scope)
    }
  }

  /// An expression that is certainly present.
  func value(_ expression: Expression, in scope: Scope) -> Typed? {
    guard let typed = check(expression, in: scope) else { return nil }
    guard !typed.type.isOptional else {
      unguarded(typed, expression)
      return nil
    }
    return typed
  }

  private func unguarded(_ typed: Typed, _ expression: Expression) {
    var path = text(expression)
    let help: String
    switch (expression.kind, typed.operand) {
    case (.fallback, _): help = "let the last fallback be a text: {\(path) ?? 'tekst'}"
    case (_, .count):
      path = path.split(separator: ".").dropLast().joined(separator: ".")
      help = "guard it with t:if=\"\(path)\""
    case (.path, .place) where typed.type == .optional(.text):
      help = "guard it with t:if=\"\(path)\", or give a fallback: {\(path) ?? 'tekst'}"
    default: help = "guard it with t:if=\"\(path)\""
    }
    reporter.error("unguarded-optional", "'\(text(expression))' may be missing", at: expression.span, help: help)
  }

  private func fallback(
    _ first: Expression, _ second: Expression, _ whole: Expression, in scope: Scope
  ) -> Typed? {
    guard let left = check(first, in: scope), let right = check(second, in: scope) else { return nil }
    guard left.type.isOptional || scope.isDoubtful else {
      reporter.error(
        "useless-fallback", "'\(text(first))' is always present", at: first.span, help: "remove '??' and what follows")
      return nil
    }
    guard left.type.unwrapped == right.type.unwrapped else {
      reporter.error(
        "type-mismatch", "the fallback is \(right.type.unwrapped), the value is \(left.type.unwrapped)", at: second.span
      )
      return nil
    }
    let alternatives = left.alternatives + right.alternatives
    guard alternatives <= Self.maximumAlternatives else {
      reporter.error(
        "too-large", "with its arguments in place, this chooses between more than \(Self.maximumAlternatives) values",
        at: whole.span)
      return nil
    }
    return Typed(
      operand: .fallback(left.operand, right.operand, .hold(left.guards)), type: right.type,
      secrecy: max(left.secrecy, right.secrecy),
      guards: right.type.isOptional ? [.either(left.guards, right.guards)] : [], alternatives: alternatives)
  }

  /// More than any person writes, and few enough that parts that hand on a fallback twice cannot exhaust the machine.
  private static let maximumAlternatives = 100

  private func formatted(_ inner: Expression, _ name: Expression.Name, in scope: Scope) -> Typed? {
    guard var typed = check(inner, in: scope) else { return nil }
    guard typed.format == nil else {
      reporter.error("two-formatters", "a value takes one formatter", at: name.span)
      return nil
    }
    if let texts = projection(typed) {
      guard name.text == "og" else {
        unknownFormatter(name, typed.type.unwrapped, ["og"])
        return nil
      }
      return enumerated(texts, inner, in: scope)
    }
    guard let format = Format.named(name.text, for: typed.type.unwrapped) else {
      unknownFormatter(name, typed.type.unwrapped, Format.names(for: typed.type.unwrapped))
      return nil
    }
    typed.format = format
    return typed
  }

  /// A list of texts: one field of every row, or the rows themselves.
  private func projection(_ typed: Typed) -> Typed? {
    if case .projection = typed.operand { return typed }
    guard case .place(let list) = typed.operand, case .list(let row, _) = typed.type.unwrapped, row.scalar == .text
    else { return nil }
    var texts = typed
    texts.operand = .projection(list: list, offset: 0, stride: row.slotCount, path: list.path)
    texts.secrecy = row.fields[0].secrecy
    return texts
  }

  /// A list written as one text, which needs at least one row.
  private func enumerated(_ texts: Typed, _ list: Expression, in scope: Scope) -> Typed? {
    guard case .projection(let place, _, _, _) = texts.operand, case .list(_, let nonEmpty) = texts.type.unwrapped
    else { return nil }
    guard nonEmpty || scope.hasRows(place.key) else {
      let rows = listName(list, place)
      reporter.error(
        "possibly-empty", "'\(rows)' may have no rows, and an empty list prints nothing", at: list.span,
        help: "guard it with t:if=\"\(rows)\"")
      return nil
    }
    var result = texts
    result.type = texts.type.isOptional ? .optional(.text) : .text
    return result
  }

  /// The list as the author wrote it: without the field of its rows.
  private func listName(_ expression: Expression, _ list: Place) -> String {
    guard case .path(let names) = expression.kind else { return list.path }
    let isWhole = list.type.unwrapped == FieldType.list(RecordType.texts, nonEmpty: false)
    return (isWhole ? names[...] : names.dropLast()).map(\.text).joined(separator: ".")
  }

  private func unknownFormatter(_ name: Expression.Name, _ type: FieldType, _ names: [String]) {
    let near = suggestion(for: name.text, among: names)
    reporter.error(
      "unknown-formatter", "\(type) has no formatter '\(name.text)'", at: name.span,
      label: names.isEmpty ? nil : "\(type) has: \(names.joined(separator: ", "))",
      help: near.map { "did you mean '\($0)'?" })
  }

  // MARK: Paths

  private func path(
    _ names: [Expression.Name], _ whole: Expression, in scope: Scope, textOf argument: XMLAttribute?
  ) -> Typed? {
    guard var typed = first(names[0], in: scope, textOf: argument) else { return nil }
    for index in 1..<max(1, names.count) {
      guard let next = member(names[index], of: typed, owner: names[..<index], in: scope) else { return nil }
      typed = next
    }
    return narrowed(typed, in: scope)
  }

  private func first(_ name: Expression.Name, in scope: Scope, textOf argument: XMLAttribute?) -> Typed? {
    switch scope.names[name.text] {
    case .row(let type, let frame, let id, let path):
      noteUse(name.text)
      let slot = 0
      if let scalar = type.scalar {
        let place = Place(
          frame: frame, slot: slot, scope: id, path: path, type: scalar, secrecy: type.fields[0].secrecy)
        return Typed(operand: .place(place), type: scalar, secrecy: place.secrecy)
      }
      let place = Place(frame: frame, slot: slot, scope: id, path: path, type: .record(type), secrecy: .open)
      return Typed(operand: .place(place), type: place.type, secrecy: .open)
    case .argument(let typed):
      noteUse(name.text)
      return typed
    case .broken:
      noteUse(name.text)
      return nil
    case nil:
      if scope.lacksNames, scope.root?[name.text] == nil { return nil }
      guard let root = scope.root else {
        unknown(name, "parameter", among: scope.names.keys.sorted(), textOf: argument)
        return nil
      }
      guard let field = root[name.text] else {
        unknown(name, "field", among: root.fields.map(\.name) + scope.names.keys.sorted(), textOf: argument)
        return nil
      }
      return typed(
        field, in: root, base: Place(frame: 0, slot: 0, scope: 0, path: "", type: .record(root), secrecy: .open))
    }
  }

  private func typed(_ field: RecordType.Field, in record: RecordType, base: Place) -> Typed {
    let path = base.path.isEmpty ? field.name : "\(base.path).\(field.name)"
    let place = Place(
      frame: base.frame, slot: base.slot + field.slot, scope: base.scope, path: path, type: field.type,
      secrecy: field.secrecy, record: (record, base.slot))
    return Typed(
      operand: .place(place), type: field.type, secrecy: field.secrecy,
      guards: field.type.isOptional ? [.place(place)] : [])
  }

  private func member(
    _ name: Expression.Name, of owner: Typed, owner names: ArraySlice<Expression.Name>, in scope: Scope
  ) -> Typed? {
    let owner = narrowed(owner, in: scope)
    guard case .place(let place) = owner.operand else {
      reporter.error("no-fields", "\(owner.type) has no fields", at: name.span)
      return nil
    }
    switch owner.type.unwrapped {
    case .record(let record):
      guard let field = record[name.text] else {
        unknown(name, "field", in: names, among: record.fields.map(\.name))
        return nil
      }
      var base = place
      // The first slot of an optional record says whether it is there; its fields follow.
      if case .optional = place.type { base.slot += 1 }
      var member = typed(field, in: record, base: base)
      if owner.type.isOptional {
        member.guards = owner.guards + member.guards
        member.type = .optional(member.type.unwrapped)
      }
      return member
    case .list(let row, _):
      if name.text == "antal" {
        return Typed(
          operand: .count(place), type: owner.type.isOptional ? .optional(.integer) : .integer, secrecy: .open,
          guards: owner.guards)
      }
      guard let field = row[name.text] else {
        unknown(name, "field", in: names, among: row.fields.map(\.name) + ["antal"])
        return nil
      }
      guard case .text = field.type else {
        reporter.error(
          "list-projection", "only a text field of a list can be listed; '\(name.text)' is \(field.type)",
          at: name.span, help: "use t:for to print each row")
        return nil
      }
      return Typed(
        operand: .projection(
          list: place, offset: field.slot, stride: row.slotCount, path: "\(place.path).\(field.name)"),
        type: owner.type, secrecy: field.secrecy, guards: owner.guards)
    default:
      reporter.error(
        "no-fields", "'\(names.map(\.text).joined(separator: "."))' is \(owner.type) and has no fields", at: name.span)
      return nil
    }
  }

  /// The type without `optional` when all that it depends on is known to be present here.
  private func narrowed(_ typed: Typed, in scope: Scope) -> Typed {
    guard typed.type.isOptional, typed.guards.allSatisfy({ scope.knows($0.key) }) else { return typed }
    var result = typed
    result.type = typed.type.unwrapped
    return result
  }

  private func unknown(
    _ name: Expression.Name, _ what: String, in owner: ArraySlice<Expression.Name> = [], among names: [String],
    textOf argument: XMLAttribute? = nil
  ) {
    let near = suggestion(for: name.text, among: names)
    let path = (owner.map(\.text) + [name.text]).joined(separator: ".")
    let has = names.sorted().joined(separator: ", ")
    let label =
      has.isEmpty
      ? "there are none"
      : owner.isEmpty ? "there are: \(has)" : "'\(owner.map(\.text).joined(separator: "."))' has: \(has)"
    reporter.error(
      "unknown-\(what)", "unknown \(what) '\(path)'", at: name.span, label: label,
      help: quoted(name, argument)
        ?? near.map { "did you mean '\((owner.map(\.text) + [$0]).joined(separator: "."))'?" } ?? argument?.quotedHelp)
  }

  /// Names begin with a small letter and are ASCII; any other word is a text whose quotes were forgotten.
  private func quoted(_ name: Expression.Name, _ argument: XMLAttribute?) -> String? {
    let isName =
      name.text.utf8.first.map { (0x61...0x7A).contains($0) } == true && name.text.utf8.allSatisfy { $0 < 0x80 }
    return isName ? nil : argument?.quotedHelp
  }

  // MARK: Conditions

  /// A checked condition, and what is known where it holds and where it does not.
  struct Checked {
    var test: Condition
    var whenTrue = Knowledge()
    var whenFalse = Knowledge()
  }

  func condition(_ expression: Expression, in scope: Scope) -> Checked? {
    switch expression.kind {
    case .and(let a, let b):
      let left = condition(a, in: scope)
      // What the left side tells is known on the right: `mentor and mentor.telefon`.
      let right = condition(b, in: left.map { scope.knowing($0.whenTrue) } ?? scope)
      guard let left, let right else { return nil }
      return Checked(
        test: .and(left.test, right.test), whenTrue: left.whenTrue + right.whenTrue,
        whenFalse: left.whenFalse.shared(with: right.whenFalse))
    case .or(let a, let b):
      let left = condition(a, in: scope)
      let right = condition(b, in: left.map { scope.knowing($0.whenFalse) } ?? scope)
      guard let left, let right else { return nil }
      return Checked(
        test: .or(left.test, right.test), whenTrue: left.whenTrue.shared(with: right.whenTrue),
        whenFalse: left.whenFalse + right.whenFalse)
    case .not(let inner):
      return condition(inner, in: scope).map {
        Checked(test: .not($0.test), whenTrue: $0.whenFalse, whenFalse: $0.whenTrue)
      }
    case .compare(let comparison, let a, let b): return comparing(comparison, a, b, expression, in: scope)
    case .path: return truth(expression, in: scope)
    case .boolean(let value):
      reporter.error("constant-condition", "this is always \(value)", at: expression.span, help: "remove the condition")
      return nil
    default:
      reporter.error(
        "not-a-condition", "this is no condition", at: expression.span,
        help: "write a field, a comparison, or conditions joined with 'and', 'or', 'not'")
      return nil
    }
  }

  private func truth(_ expression: Expression, in scope: Scope) -> Checked? {
    guard let typed = check(expression, in: scope) else { return nil }
    if case .optional(.boolean) = typed.type {
      reporter.error(
        "ambiguous-condition", "'\(text(expression))' may be missing, true or false", at: expression.span,
        help:
          "ask for one of the three: \(text(expression)) == true is not enough; make the field required in the model")
      return nil
    }
    if typed.type.isOptional {
      var checked = Checked(
        test: .hold(typed.guards), whenTrue: Knowledge(present: Set(typed.guards.map(\.key))))
      if case (.list(_, nonEmpty: false), .place(let place)) = (typed.type.unwrapped, typed.operand) {
        checked.test = .and(checked.test, .isNonEmpty(place))
        checked.whenTrue.nonEmpty = [place.key]
      }
      return checked
    }
    switch (typed.type, typed.operand) {
    case (.boolean, .place(let place)): return Checked(test: .isTrue(place))
    case (.boolean, .condition(let condition)): return Checked(test: condition)
    case (.boolean, .boolean(let value)): return Checked(test: .constant(value))
    case (.list(_, nonEmpty: false), .place(let place)):
      return Checked(test: .isNonEmpty(place), whenTrue: Knowledge(nonEmpty: [place.key]))
    default: break
    }
    if isOptionalDeclared(typed) {
      // Asked again where it is already known.
      return Checked(test: .constant(true))
    }
    reporter.error(
      "constant-condition", "'\(text(expression))' is always present", at: expression.span, help: "remove the condition"
    )
    return nil
  }

  private func isOptionalDeclared(_ typed: Typed) -> Bool {
    !typed.guards.isEmpty
  }

  private func comparing(
    _ comparison: Comparison, _ a: Expression, _ b: Expression, _ whole: Expression, in scope: Scope
  ) -> Checked? {
    guard let left = compared(a, in: scope), let right = compared(b, in: scope) else { return nil }
    switch (left.operand, right.operand) {
    case (.place(let place), .text(let word)):
      return compare(comparison, place, left.type, word, a, b)
    case (.text(let word), .place(let place)):
      return compare(mirrored(comparison), place, right.type, word, b, a)
    case (.place(let x), .place(let y)):
      guard left.type == right.type else { return mismatch(left.type, right.type, whole) }
      if left.type == .text || left.type == .link {
        guard isEquality(comparison, whole) else { return nil }
        let test = Condition.textsEqual(x, y)
        return Checked(test: comparison == .equal ? test : .not(test))
      }
      guard isOrdered(left.type) || isEquality(comparison, whole) else { return nil }
      return Checked(test: .comparePlaces(comparison, x, y))
    default: break
    }
    if let (place, constant) = placeAndNumber(left, right) {
      return Checked(test: .compareConstant(comparison, place, constant))
    }
    if let (place, constant) = placeAndNumber(right, left) {
      return Checked(test: .compareConstant(mirrored(comparison), place, constant))
    }
    if left.type == .boolean || right.type == .boolean {
      reporter.error(
        "boolean-comparison", "a yes-or-no field is its own condition", at: whole.span,
        help: "write the field alone, or 'not' before it")
      return nil
    }
    guard left.type != right.type else {
      reporter.error(
        "not-comparable", "a comparison needs a field on one side", at: whole.span,
        help: "a fallback or two literals cannot be compared; join conditions with 'or'")
      return nil
    }
    return mismatch(left.type, right.type, whole)
  }

  /// A side of a comparison: the number of a list's rows is a place like any other.
  private func compared(_ expression: Expression, in scope: Scope) -> Typed? {
    guard var typed = value(expression, in: scope) else { return nil }
    if case .count(let list) = typed.operand { typed.operand = .place(list) }
    return typed
  }

  private func placeAndNumber(_ left: Typed, _ right: Typed) -> (Place, Int64)? {
    switch (left.operand, left.type, right.operand) {
    case (.place(let place), .integer, .integer(let number)):
      (place, Int64(number))
    case (.place(let place), .date, .date(let day)): (place, Int64(day))
    default: nil
    }
  }

  private func compare(
    _ comparison: Comparison, _ place: Place, _ type: FieldType, _ word: String, _ field: Expression,
    _ literal: Expression
  ) -> Checked? {
    if isOrdered(type) {
      reporter.error(
        "type-mismatch", "\(type) cannot be compared with text", at: literal.span, help: unquoted(word, as: type))
      return nil
    }
    guard isEquality(comparison, literal) else { return nil }
    switch type {
    case .choice(let choice):
      guard let index = choice.index(of: word) else {
        unknownCase(word, choice, literal.span)
        return nil
      }
      let implied = self.implied(choice.cases[index], place)
      return Checked(
        test: .compareConstant(comparison, place, Int64(index)),
        whenTrue: comparison == .equal ? implied : Knowledge(),
        whenFalse: comparison == .equal ? Knowledge() : implied)
    case .text:
      let test = Condition.textEquals(place, word)
      return Checked(test: comparison == .equal ? test : .not(test))
    default: return mismatch(type, .text, literal)
    }
  }

  /// What a choice's word says about the fields beside it: an optional is present, a list is not empty.
  func implied(_ word: ChoiceType.Case, _ place: Place) -> Knowledge {
    guard let record = place.record else { return Knowledge() }
    var knowledge = Knowledge()
    for field in word.implies.compactMap({ record.type[$0] }) {
      let key = PresenceKey.place(scope: place.scope, slot: record.slot + field.slot)
      if case .list = field.type { knowledge.nonEmpty.insert(key) } else { knowledge.present.insert(key) }
    }
    return knowledge
  }

  func unknownCase(_ word: String, _ choice: ChoiceType, _ span: SourceSpan) {
    let names = choice.cases.map(\.name)
    reporter.error(
      "impossible-comparison", "'\(choice.name)' is never '\(word)'", at: span,
      label: "it is one of: \(names.joined(separator: ", "))",
      help: suggestion(for: word, among: names).map { "did you mean '\($0)'?" })
  }

  private func isOrdered(_ type: FieldType) -> Bool {
    switch type {
    case .integer, .decimal, .amount, .date, .time: true
    default: false
    }
  }

  /// How to write what was put in quotes.
  private func unquoted(_ word: String, as type: FieldType) -> String {
    switch type {
    case .date where CalendarDate(iso: word) != nil: "write the day without quotes: \(word)"
    case .date: "write a day without quotes, with year, month and day: 2026-02-01"
    case .integer where !word.isEmpty && word.utf8.allSatisfy(isDigit): "write the number without quotes: \(word)"
    case .integer: "write a whole number without quotes"
    default: "compare it with another \(type)"
    }
  }

  private func isEquality(_ comparison: Comparison, _ expression: Expression) -> Bool {
    if comparison == .equal || comparison == .notEqual { return true }
    reporter.error(
      "no-order", "only numbers, amounts, times and dates have an order", at: expression.span, help: "use == or !=")
    return false
  }

  private func mirrored(_ comparison: Comparison) -> Comparison {
    switch comparison {
    case .equal, .notEqual: comparison
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  private func mismatch(_ a: FieldType, _ b: FieldType, _ whole: Expression) -> Checked? {
    reporter.error("type-mismatch", "\(a) cannot be compared with \(b)", at: whole.span)
    return nil
  }

  /// The expression as the author wrote it, without its formatter.
  func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .formatted(let inner, _): text(inner)
    case .path(let names): names.map(\.text).joined(separator: ".")
    default: expression.span.text
    }
  }
}
