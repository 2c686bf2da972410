/// The version of the program, as it is recorded with each document that was issued.
public let engineVersion = "0.1.0"
