import Waymark

/// The pages of `waymark help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case accessibility, environment
  case exitCodes = "exit-codes"
  case files, keys, privacy

  var text: String {
    switch self {
    case .accessibility:
      """
      Accessibility

      Waymark never repaints: what is new stands below what was there, so a screen
      reader can follow it. With --accessible, with the variable ACCESSIBLE, or after
      `waymark settings accessible yes`, every line stands alone: no columns, no
      colour, and the line to type on is just `Choice: `.

      On a terminal one key answers. `waymark settings keys line` asks for Enter after
      each answer instead. Colour never says anything that words do not say; NO_COLOR
      or --no-color switches it off.

      """
    case .environment:
      """
      Environment variables

      ACCESSIBLE         set: every line stands alone, for screen readers
      NO_COLOR           set: no colour
      FORCE_COLOR        set: colour even where the output is no terminal
      TERM=dumb          no colour
      COLUMNS            the width of lines, 40 to 200
      LC_ALL, LC_MESSAGES, LANG   the language, in this order
      XDG_CONFIG_HOME    where settings are, else ~/.config
      XDG_DATA_HOME      where answers are, else ~/.local/share
      SOURCE_DATE_EPOCH  the seconds since 1970 to use as today, for equal bytes
      WAYMARK_STORE      the file that holds the answers
      WAYMARK_CONFIG     the file that holds the settings

      An option wins over a variable, a variable over a setting.

      """
    case .exitCodes:
      """
      How the program ends

        0  done, or stopped with everything saved
        1  failed
       64  the command was not used as it can be
       65  an input is missing or its content is invalid, or answers are missing
           under --require-complete
       74  the store, the disk or an output failed
       75  the store is held by another run
       77  refused by the privacy rules
      129  stopped by SIGHUP, everything saved
      130  stopped by SIGINT (Ctrl-C), everything saved
      143  stopped by SIGTERM, everything saved

      """
    case .files:
      """
      Files

      answers     ~/.local/share/waymark/waymark.sqlite, for your eyes alone (0600);
                  with --person NAME a file of its own under people/
      settings    ~/.config/waymark/settings.json
      profile     waymark profile -o waymark-profile.html (or .txt, .json)
      path        waymark path -o waymark-path.md (or .txt, .json, .html)
      to share    waymark share writes waymark-response.json and sends nothing
      reports     waymark report makes a new folder under exports/

      Nothing that is there already is replaced without --force.

      """
    case .keys:
      """
      Keys of the questionnaire

      1 to 5   the highest line that is true of you now
      0        not part of my work (nobody expects this of me)
      9        I can't judge this (I have had no chance to tell)
      s        skip for now          b   go back and change
      n        write a note          a   choose another area
      h        help                  q   stop; every answer is already saved
      Enter    go on, or keep the answer that stands
      f        finish early, at the end of an area or where areas are listed

      Words work too where a line is typed: back, skip, note, help, areas, stop, and
      the names of the levels.

      """
    case .privacy:
      """
      Privacy

      Your answers are in one file on this computer that only your login can open.
      Anyone who uses this login could open it too, and at work an employer or a
      records request might. `waymark store erase` removes it.

      Nothing is sent by Waymark, ever. `waymark share` shows exactly what a response
      file holds before it writes it: ids, answers, the role and the month; no name,
      no notes, and not how you answered.

      Group reports withhold what rests on fewer than 10 people, written [c]. A note
      never leaves this computer.

      """
    }
  }
}
