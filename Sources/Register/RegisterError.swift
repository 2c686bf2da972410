#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the register of a folder cannot be used or written, in Danish, with what to do about it.
public struct RegisterError: Error, Sendable, Hashable {
  /// A word for machines, such as `register-locked` or `register-damaged`; the documentation lists them with what to do.
  public var id: String
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var help: String?
  /// Whether it says that the journal has lost its end, of which the database knows.
  private(set) var isShortJournal = false

  /// Whether it says that something in the register is not as it was written, and not that it could not be looked at.
  var isDamage: Bool { id == "register-damaged" }

  init(_ id: String, _ message: String, help: String? = nil) {
    self.id = id
    self.message = message
    self.help = help
  }

  /// The last call of the system that failed.
  init(system path: String, code: Int32 = errno) {
    self.init(
      "unwritable", "Registret kan ikke skrives: \(path): \(String(cString: strerror(code))).",
      help: "Se efter, om disken er fuld, og om du har adgang til mappen. Start derefter kørslen igen.")
  }

  /// A batch could not be recorded before.
  static func broken(_ folder: String) -> RegisterError {
    RegisterError(
      "register-broken",
      "Registret i mappen \(folder) er ikke skrevet videre: det, der skulle stå før, kunne ikke skrives.",
      help: "Fjern den fejl, der er meldt før denne, og start igen: så går registret videre, hvor det slap.")
  }

  /// Another process writes to a folder.
  static func locked(_ folder: String) -> RegisterError {
    RegisterError(
      "register-locked", "Mappen \(folder) bruges af en anden kørsel.",
      help: "Vent, til den er færdig, og start igen. Der er ikke ændret noget.")
  }

  /// What stands where a file of the register belongs is none.
  static func notAFile(_ path: String) -> RegisterError {
    RegisterError(
      "register-damaged", "Registret er beskadiget: \(path): det er ikke en almindelig fil.",
      help: "Se, hvad der ligger der, og flyt det væk. Hører der en fil til, så hent den fra en sikkerhedskopi.")
  }

  /// The journal ends within a batch, and nothing tells whether one is lost.
  static func cutJournal(_ path: String) -> RegisterError {
    RegisterError(
      "register-cut",
      "Journalen \(path) slutter midt i det, der blev skrevet, og der er ingen database, som kan vise, om noget er gået tabt.",
      help: newerHelp(beside: path))
  }

  /// What to do where something could be newer than the journal.
  private static func newerHelp(beside path: String) -> String {
    "Find en nyere kopi af journalen: ellers kan breve, der er pakket, blive pakket igen. Findes der ingen, så kør "
      + "'mentorbrev register rebuild --discard-newer\(folderOption(of: path))', og gør, som der står i Driften."
  }

  /// What keeps cases from being forgotten that somebody wanted forgotten.
  static func unfinishedForgetting(_ reason: RegisterError) -> RegisterError {
    let stay = "Lad filen register.forget ligge: den gør sletningen færdig, næste gang registret åbnes."
    return RegisterError(
      reason.id, "En sletning er ikke færdig. \(reason.message)",
      help: [reason.help, stay].compactMap(\.self).joined(separator: " "))
  }

  /// The database knows another journal than the one beside it.
  static func strangeDatabase(of journal: String) -> RegisterError {
    RegisterError(
      "register-damaged", "Registret er beskadiget: databasen hører ikke til journalen \(journal).",
      help: rebuildHelp(beside: journal))
  }

  /// The database knows what the journal lacks.
  static func newerDatabase(_ path: String, _ what: [String]) -> RegisterError {
    RegisterError(
      "register-newer", "Databasen \(path) ved noget, som journalen ikke ved: \(what.joined(separator: ", ")).",
      help: newerHelp(beside: path))
  }

  /// The database is damaged, and can be made again.
  static func database(_ path: String, _ what: String) -> RegisterError {
    RegisterError("register-damaged", "Registret er beskadiget: \(path): \(what).", help: rebuildHelp(beside: path))
  }

  private static func rebuildHelp(beside path: String) -> String {
    "Kør 'mentorbrev register rebuild\(folderOption(of: path))': det laver databasen igen fra journalen."
  }

  /// What a command says of the folder that a file of the register lies in.
  private static func folderOption(of path: String) -> String {
    RegisterPaths(ofFile: path).folderOption
  }

  /// There is no register in a folder, or it cannot be seen whether there is one.
  static func missing(in folder: String) -> RegisterError {
    if access(folder, X_OK) != 0, errno == EACCES {
      return RegisterError(
        "register-unreadable", "Der er ikke adgang til mappen \(folder).",
        help: "Kør kommandoen som den bruger, der ejer mappen, eller bed om adgang til den.")
    }
    return RegisterError(
      "register-missing", "Der er intet register i mappen \(folder).",
      help: "Nævn den rigtige mappe: 'verify MAPPE' og 'restore MAPPE', i de andre kommandoer --output MAPPE. "
        + "Registret laves af 'mentorbrev issue'.")
  }

  /// The journal has lost its end.
  static func shortJournal(_ path: String, _ size: Int, _ place: Int) -> RegisterError {
    var error = damaged(path, "den er kortere end det, der er registreret (\(size) af \(place) tegn)")
    error.isShortJournal = true
    return error
  }

  static func damaged(_ path: String, _ what: String) -> RegisterError {
    RegisterError(
      "register-damaged", "Registret er beskadiget: \(path): \(what).",
      help: "Hent journalen (\(RegisterPaths.journalName)) fra en sikkerhedskopi, og kør "
        + "'mentorbrev register rebuild\(folderOption(of: path))'."
    )
  }
}
