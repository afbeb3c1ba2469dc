import Waymark

/// The first lines of a sitting: the program, the language, and whose answers these are.
struct AssessHeader {
  let session: Session
  let framework: Framework
  let style: TextStyle

  /// - Parameter lastTime: the day of the last answer, when the assessment is resumed.
  func text(lastTime: CalendarDate?) -> String {
    let name = "Waymark \(WaymarkCommand.version)"
    let language = "Language: English (\(session.languageOrigin))"
    let gap = style.width - name.count - language.count
    var lines =
      style.isAccessible || gap < 2
      ? [name, language] : [name + String(repeating: " ", count: gap) + language]
    if let lastTime {
      lines.append("Last time: \(lastTime.inWords).")
      if session.options.person == nil {
        lines.append("Not you? Start your own: waymark assess --person NAME")
      }
    }
    if let person = session.options.person { lines.append("Answers of: \(person.printableLine)") }
    return lines.map { $0 + "\n" }.joined()
  }
}
