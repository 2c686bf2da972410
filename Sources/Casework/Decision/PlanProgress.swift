public import Fields

/// An entry of the change log of *Min Plan* (*ændring*), LAB § 41, stk. 4.
public struct PlanChange: Sendable, Hashable {
  /// The day on which the plan was changed.
  public var date: CalendarDate
  /// What was changed.
  public var text: String
  /// Who changed it, BAB § 135.
  public var author: String

  /// The fields that templates read.
  public static let fields = Fields<PlanChange>("planaendring") {
    Field.value("dato", "Ændringens dato", \.date)
    Field.text("hvad", "Hvad der er ændret", \.text, .personal)
    Field.text("af", "Hvem der har ændret planen", \.author)
  }
}

/// How far the support has come on a day (*opfølgning*): the guide on mentor support, chapter 6.
public struct FollowUp: Sendable, Hashable {
  /// The day of the follow-up.
  public var date: CalendarDate
  /// How far the goal is reached.
  public var goal: Progress
  /// How far each task has come, in the order of the tasks.
  public var tasks: NonEmpty<TaskProgress>
  /// The day of the next follow-up.
  public var next: CalendarDate?

  /// The fields that templates read.
  public static let fields = Fields<FollowUp>("opfoelgning") {
    Field.value("dato", "Opfølgningens dato", \.date)
    Field.record("maal", "Status på målet", Progress.fields, \.goal)
    Field.list("opgaver", "Status på opgaverne", TaskProgress.fields, nonEmpty: true, \.tasks.elements)
    Field.optionalValue("naeste", "Næste opfølgning", \.next)
  }
}

/// How far something has come (*fremgang*).
public struct Progress: Sendable, Hashable {
  /// How far.
  public var status: ProgressStatus
  /// A short remark.
  public var note: String?

  /// The fields that templates read.
  public static let fields = Fields<Progress>("fremgang") {
    Field.value("status", "Status", \.status, .personal)
    Field.optionalText("note", "Bemærkning", \.note, .personal)
  }
}

/// How far a task of the mentor has come.
public struct TaskProgress: Sendable, Hashable {
  /// The task in words.
  public var task: String
  /// How far.
  public var progress: Progress

  /// The fields that templates read.
  public static let fields = Fields<TaskProgress>("opgavefremgang") {
    Field.text("opgave", "Opgaven", \.task, .personal)
    Field.record("fremgang", "Fremgang", Progress.fields, \.progress)
  }
}
