import Waymark

/// The pages of `waymark help TOPIC`.
struct HelpTopicWords: Sendable {
  /// What the page is about, for the list of topics.
  func abstract(_ topic: HelpTopic) -> String {
    switch topic {
    case .accessibility: "Screen readers, color and keys."
    case .environment: "The variables that Waymark looks at."
    case .exitCodes: "How the program ends, for scripts."
    case .files: "Where answers, settings and results are kept."
    case .keys: "The keys of the questionnaire."
    case .privacy: "Who can see your answers."
    }
  }

  func title(_ topic: HelpTopic) -> String {
    switch topic {
    case .accessibility: "Accessibility"
    case .environment: "Environment variables"
    case .exitCodes: "How the program ends"
    case .files: "Files"
    case .keys: "Keys of the questionnaire"
    case .privacy: "Privacy"
    }
  }

  /// What stands below the title: sentences, commands to type, and names with their meanings.
  func parts(_ topic: HelpTopic) -> [HelpPage.Part] {
    switch topic {
    case .accessibility: accessibilityParts
    case .environment: environmentParts
    case .exitCodes: [.entries(nil, exits)]
    case .files: filesParts
    case .keys: keysParts
    case .privacy: privacyParts
    }
  }

  private var accessibilityParts: [HelpPage.Part] {
    [
      .paragraph(
        "Waymark never repaints: what is new stands below what was there, so a screen reader can "
          + "follow it. With --accessible every line stands alone: no columns, no color, and the "
          + "line to type on is just \"Choice:\". The variable ACCESSIBLE does the same."),
      .commands("For every run:", ["waymark settings accessible yes"]),
      .paragraph(
        "On a terminal one key answers, without Enter. In the accessible form, and with the setting "
          + "below, you type a line and press Enter."),
      .commands("Enter after each answer:", ["waymark settings keys line"]),
      .paragraph(
        "Color never says anything that words do not say. NO_COLOR or --no-color switches it off."),
    ]
  }

  private var environmentParts: [HelpPage.Part] {
    [
      .entries(
        nil,
        [
          .init("ACCESSIBLE", "set: every line stands alone, for screen readers"),
          .init("NO_COLOR", "set: no color"),
          .init("FORCE_COLOR", "set: color even where the output is no terminal"),
          .init("TERM=dumb", "no color"),
          .init("COLUMNS", "how wide lines may be, 40 to 200"),
          .init("LC_ALL, LC_MESSAGES, LANG", "the language, in this order"),
          .init("XDG_CONFIG_HOME", "the folder of the settings; else ~/.config"),
          .init("XDG_DATA_HOME", "the folder of the answers; else ~/.local/share"),
          .init(
            "SOURCE_DATE_EPOCH",
            "the seconds since 1970 to use as today, so that files come out equal"),
          .init("WAYMARK_STORE", "the file that holds the answers"),
          .init("WAYMARK_CONFIG", "the file that holds the settings"),
        ]),
      .paragraph("An option wins over a variable, a variable over a setting."),
    ]
  }

  private var exits: [HelpPage.Entry] {
    [
      .init("0", "done, or stopped with everything saved"),
      .init("1", "failed"),
      .init("64", "the command was not used as it can be"),
      .init(
        "65",
        "an input is missing or its content is invalid, or answers are missing under "
          + "--require-complete"),
      .init("74", "the store, the disk or an output failed"),
      .init("75", "the store is held by another run"),
      .init("77", "refused by the privacy rules"),
      .init("129", "stopped by SIGHUP, everything saved"),
      .init("130", "stopped by SIGINT (Ctrl-C), everything saved"),
      .init("143", "stopped by SIGTERM, everything saved"),
    ]
  }

  private var filesParts: [HelpPage.Part] {
    [
      .entries(
        nil,
        [
          .init(
            "answers",
            "~/.local/share/waymark/waymark.sqlite, for your login alone; with --person NAME a file "
              + "of its own in the folder people beside it"),
          .init("settings", "~/.config/waymark/settings.json"),
          .init("profile", "waymark profile -o waymark-profile.html (or .txt, .json)"),
          .init("path", "waymark path -o waymark-path.md (or .txt, .html, .json)"),
          .init(
            "to share",
            "waymark share writes waymark-response.json, and waymark-mentoring.json or "
              + "waymark-service.json where you ask for it, and sends nothing"),
          .init("reports", "waymark report makes a new folder in exports"),
        ]),
      .paragraph(
        "Nothing that is there already is replaced without --force; with it a file, or a folder as far "
          + "as Waymark wrote it. By no option does anything replace a store of answers, the settings "
          + "or what the command itself reads."),
    ]
  }

  private var keysParts: [HelpPage.Part] {
    [
      .entries(
        nil,
        [
          .init("1 to 5", "the highest line that has been true of you in the last 12 months"),
          .init("0", "not part of my work (nobody expects this of me)"),
          .init("9", "I can't judge this (I have had no chance to tell)"),
          .init("s", "skip for now"),
          .init("b", "go back and change"),
          .init("n", "write a note for yourself"),
          .init("a", "choose another area"),
          .init("h", "help"),
          .init("q", "stop; every answer is already saved"),
          .init("f", "finish after the review, or early at the end of an area"),
          .init("Enter", "go on, or keep the answer that stands"),
        ]),
      .paragraph(
        "Words work too where a line is typed: back, skip, note, help, areas, stop, and the names of "
          + "the levels."),
    ]
  }

  private var privacyParts: [HelpPage.Part] {
    [
      .paragraph(
        "Your answers are in one file on this computer that only your login can open. Anyone who uses "
          + "this login could open it too, and at work an employer or a records request might. "
          + "Several people with one login can each use --person NAME, which keeps their answers "
          + "apart but does not lock them."),
      .commands("To remove your answers:", ["waymark store erase"]),
      .paragraph(
        "Waymark never sends anything. `waymark share` shows exactly what a response file holds and "
          + "then writes it: ids, answers, the role and the month; no name, no notes, and not how you "
          + "answered. A note leaves only in a path that you write with --notes."),
      .paragraph(
        "Only where you offer to teach or seek to learn by name is there a second file, with the contact "
          + "that you type and none of your answers. It is for the mentoring program, or for your "
          + "trainer, as you say; nobody else is shown it. You can take it back at any time."),
      .paragraph(
        "Group reports withhold what rests on fewer than 10 people. They write [c] there."),
    ]
  }
}
