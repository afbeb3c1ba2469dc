import Waymark
import WaymarkBasics

/// The first lines of a sitting: the program, the language, and whose answers these are.
struct AssessHeader {
  let session: Session
  let framework: Framework
  let style: TextStyle

  var text: String {
    let name = "Waymark \(WaymarkCommand.version)"
    let language = "Language: English (\(origin))"
    let gap = style.width - name.count - language.count
    var lines =
      style.isAccessible || gap < 2
      ? [name] + TextLayout.wrap(language, width: style.width)
      : [name + String(repeating: " ", count: gap) + language]
    if let person = session.options.person {
      lines += TextLayout.wrap("Answers of: \(person.printableLine)", width: style.width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where the language comes from, or why it is not the one that was asked for: Waymark's own
  /// words are English, and a framework's are English unless it has a translation.
  private var origin: String {
    let isEnglish = session.language.fallbacks.contains(.english)
    return isEnglish
      ? session.languageOrigin
      : "\(session.language) from \(session.languageOrigin) is not there yet"
  }
}
