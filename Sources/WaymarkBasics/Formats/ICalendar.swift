import FoundationEssentials

/// A calendar file of whole days (iCalendar, RFC 5545).
///
/// Days are events and not tasks, which Outlook passes over. A calendar that takes the file in again
/// finds each day by its `UID`, and the higher `SEQUENCE` replaces the lower one.
package struct ICalendar {
  /// One whole day, or several in a row.
  package struct Event {
    /// The same in every file that speaks of this event.
    package let uid: String
    /// Raised with every change.
    package let sequence: Int
    /// The first day.
    package let day: CalendarDate
    /// How many days it takes.
    package let length: Int
    /// What stands in the calendar.
    package let summary: String
    /// What is read when it is opened.
    package let description: String
    /// An http or https address.
    package let url: String?

    /// Whether the calendar is to strike it out.
    package let isCancelled: Bool

    package init(
      uid: String, sequence: Int, day: CalendarDate, length: Int = 1, summary: String,
      description: String, url: String? = nil, isCancelled: Bool = false
    ) {
      self.uid = uid
      self.sequence = sequence
      self.day = day
      self.length = length
      self.summary = summary
      self.description = description
      self.url = url
      self.isCancelled = isCancelled
    }
  }

  /// The day that the file says it was made on.
  package let made: CalendarDate
  /// The events in order.
  package let events: [Event]

  package init(made: CalendarDate, events: [Event]) {
    self.made = made
    self.events = events
  }

  /// The file: lines of at most 75 bytes, each ended by CR and LF.
  package var text: String {
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waymark//Waymark//EN", "METHOD:PUBLISH"]
      + events.flatMap(lines) + ["END:VCALENDAR"]
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(_ event: Event) -> [String] {
    [
      "BEGIN:VEVENT",
      "UID:\(event.uid)",
      "DTSTAMP:\(Self.digits(made))T000000Z",
      "SEQUENCE:\(event.sequence)",
      "DTSTART;VALUE=DATE:\(Self.digits(event.day))",
      "DTEND;VALUE=DATE:\(Self.digits(event.day.adding(days: event.length)))",
      "SUMMARY:\(Self.escaped(event.summary))",
      "DESCRIPTION:\(Self.escaped(event.description))",
      event.url.flatMap(WebLink.init).map { "URL:\($0.address)" },
      "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ].compactMap { $0 }
  }

  private static func digits(_ day: CalendarDate) -> String {
    day.description.replacing("-", with: "")
  }

  /// A text value (RFC 5545, 3.3.11); what a terminal could take for a command is shown instead.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    // By scalars, as the format is read: a mark with an accent upon it is still a mark.
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A line in pieces of at most 75 bytes, no character cut (RFC 5545, 3.1).
  private static func folded(_ line: String) -> String {
    var folded = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        folded += "\r\n "
        room = 74
      }
      folded.unicodeScalars.append(scalar)
      room -= width
    }
    return folded
  }
}
