import Foundation
import Testing
import WaymarkTestSupport

/// `waymark plan` through the program.
struct PlanCommandTests {
  private struct Plan: Decodable {
    struct Session: Decodable {
      let workshop, place: String
      let region, day: String?
      let minutes, usd, seats: Int
      let closed: Int?
    }
    let sessions: [Session]
    let gapToBound: Double
    let closed, bound, lacking: Int
  }

  private let five = [
    "new-england", "middle-atlantic", "east-north-central", "south-atlantic", "pacific",
  ]

  /// Made-up people, and a cohort of those in five regions.
  private func begin(_ place: Workplace, people: Int = 150) throws {
    let conditions = five.map { "--where region=\($0)" }.joined(separator: " ")
    try place.prepare("five regions of \(people) people") { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people \(people) --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" cohort new five --campaign demo \(conditions)
        """)
      #expect(made.exit == 0, "\(made)")
    }
  }

  @Test func `A plan for five regions keeps to its limits and comes out the same twice`() throws {
    try withWorkplace { place in
      // Of so many that nothing has to be withheld.
      try begin(place, people: 500)
      let plan =
        "\"$waymark\" plan --cohort five --by region --sessions 6 --hours 30 --budget 4000 "
        + "--seats 100 --room 15 --travel 50 --trainer-days 9 --floor 4"
      for ending in ["json", "xlsx"] {
        let (one, two) = ("one.\(ending)", "two.\(ending)")
        // One by one: each takes some seconds of a debug build.
        for command in ["\(plan) -o \(one)", "\(plan) -o \(two)", "cmp \(one) \(two)"] {
          let made = try place.shell(command)
          #expect(made.exit == 0, "\(made)")
        }
      }
      #expect(try place.shell("\(plan) -o one.html").exit == 0)
      let found = try JSONDecoder().decode(
        Plan.self, from: Data(place.bytes(place.folder + "/one.json")))
      #expect(found.sessions.count > 3 && found.sessions.count <= 6)
      #expect(found.sessions.reduce(0) { $0 + $1.minutes } <= 1800)
      #expect(found.sessions.reduce(0) { $0 + $1.usd } <= 4000)
      #expect(found.sessions.reduce(0) { $0 + $1.seats } <= 100)
      #expect(found.sessions.allSatisfy { $0.seats >= 5 })
      #expect(found.sessions.allSatisfy { $0.region == nil || $0.seats <= 15 })
      #expect(found.sessions.allSatisfy { $0.region.map(five.contains) ?? true })
      #expect(try found.sessions.reduce(0) { $0 + (try #require($1.closed)) } == found.closed)
      #expect(found.closed <= found.bound && found.bound < found.lacking)
      let gap = Double(found.bound - found.closed) / Double(found.bound)
      #expect(abs(found.gapToBound - gap) < 1e-9 && gap < 0.05)
      let page = try place.text("one.html")
      #expect(page.contains("nobody is named") && page.contains("These people were made up"))
      let sheets = try place.python([
        "-c", "import openpyxl; print(openpyxl.load_workbook('one.xlsx').sheetnames)",
      ])
      #expect(
        sheets.stdout
          == "['Cover', 'Sessions', 'What each session closes', 'Invitations', 'Regions', "
          + "'What stays open']\n")
    }
  }

  @Test func `Sessions on given days go into a calendar, which icalendar reads`() throws {
    try withWorkplace { place in
      try begin(place)
      let made = try place.shell(
        """
        "$waymark" plan --campaign demo --by region --keep storytime-in-two-days@pacific \\
          --date 2027-03-04 --date 2027-01-14 --date 2027-01-15 -o plan.ics
        """)
      #expect(made.exit == 0, "\(made)")
      let reader = Checkout.path("Tests/read_calendar.py")
      #expect(
        try place.python([reader, "--days", "2,1", "plan.ics"]).stdout
          == "plan.ics: 2 events, 0 cancelled\n")
      let calendar = try place.text("plan.ics")
      let days = calendar.split(separator: "\r\n").filter { $0.hasPrefix("DTSTART") }
      #expect(days == ["DTSTART;VALUE=DATE:20270114", "DTSTART;VALUE=DATE:20270304"])
    }
  }

  // Story time takes 14 hours. Moved to another day, with a session more, it is the same event.
  @Test func `A workshop of two days takes two, and stays the event it is when days change`() throws
  {
    try withWorkplace { place in
      try begin(place)
      let plan =
        "\"$waymark\" plan --campaign demo --by region --keep storytime-in-two-days@pacific -o plan.ics"
      let made = try place.shell(
        """
        set -e
        \(plan) --date 2027-01-14 --date 2027-01-15 && cp plan.ics one.ics
        \(plan) --date 2027-01-20 --date 2027-01-21 --date 2027-02-11 --force
        """)
      #expect(made.exit == 0, "\(made)")
      let reader = Checkout.path("Tests/read_calendar.py")
      #expect(
        try place.python([reader, "--days", "2", "one.ics"]).stdout
          == "one.ics: 1 events, 0 cancelled\n")
      let ids = try ["one.ics", "plan.ics"].map { name in
        try place.text(name).split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
      }
      #expect(ids[0] == ["UID:demo-storytime-in-two-days-pacific-1@waymark"])
      #expect(ids[1].count == 2 && ids[1].contains(ids[0][0]))
    }
  }

  // The question that a season begins with: which sessions, where, and on which of the days.
  @Test func `Four days and three rooms hold up to twelve sessions`() throws {
    try withWorkplace { place in
      try begin(place)
      let made = try place.shell(
        """
        "$waymark" plan --cohort five --by region --parallel 3 --room 20@pacific \
          --keep storytime-in-two-days@pacific \
          --room 15@south-atlantic --room 24@new-england --date 2027-01-14 --date 2027-01-15 \
          --date 2027-03-11 --date 2027-04-08 -o plan.json
        """)
      #expect(made.exit == 0, "\(made)")
      let found = try JSONDecoder().decode(
        Plan.self, from: Data(place.bytes(place.folder + "/plan.json")))
      let rooms = ["pacific": 20, "south-atlantic": 15, "new-england": 24]
      let days = Dictionary(grouping: found.sessions) { $0.day ?? "" }
      // One of them takes the place of two.
      #expect((9...11).contains(found.sessions.count) && days.count == 4 && days[""] == nil)
      for sessions in days.values {
        // A region has one room: it is used once a day.
        let onSite = sessions.compactMap(\.region)
        #expect(sessions.count <= 3 && Set(onSite).count == onSite.count)
      }
      #expect(found.sessions.contains { $0.region != nil })
      for session in found.sessions {
        if let region = session.region { #expect(session.seats <= rooms[region] ?? 0) }
      }
      let order = found.sessions.compactMap(\.day)
      #expect(order == order.sorted())
    }
  }

  // What is counted, drawn and planned is said by the answers, not by when they arrived.
  @Test func `No order of the rows changes an output`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 60 --seed 7 -o one.csv
        (head -n 1 one.csv; tail -n +2 one.csv | tac) > two.csv
        for name in one two; do
          mkdir $name
          store="--store $name.sqlite"
          "$waymark" import responses $name.csv --campaign demo --new $store
          "$waymark" cohort new west --campaign demo --where region=pacific $store
          for ending in txt json csv xlsx; do
            "$waymark" plan --campaign demo --by region --sessions 6 --budget 4000 --seats 100 \
              --room 15 --travel 50 -o $name/plan.$ending $store
          done
          "$waymark" cohort show west -o $name/cohort.json $store
          # Counts name their store, and these are two.
          "$waymark" counts --campaign demo $store | grep -v ',from:' > $name/counts.csv
          "$waymark" report --campaign demo --by role -o $name/report $store
          "$waymark" export --campaign demo -o $name/export $store
        done
        diff -r one two && find one -type f | wc -l
        """)
      #expect(made.exit == 0, "\(made)")
      #expect(Int(made.stdout.split(separator: "\n").last ?? "") ?? 0 > 10, "\(made)")
    }
  }

  private static let refused: [(options: [String], exit: Int32, message: String)] = [
    (["--sessions", "+5"], 64, "'+5' is no whole number; write it in the digits 0 to 9"),
    (["--budget", "٥"], 64, "'٥' is no whole number"),
    (["--seats", "5.0"], 64, "is no whole number"),
    (["--hours", "1e1"], 64, "'1e1' is no number; write one such as 4 or 2.5"),
    (["--hours", "inf"], 64, "is no number"),
    (["--room", "+24"], 64, "--room '+24': write a number"),
    (["--min-group", "+10"], 64, "'+10' is no whole number"),
    (["--sessions=-1"], 64, "--sessions -1: write a number from 0 to 1000"),
    (["--sessions", "2", "--least", "4"], 64, "fewer people would be known by the plan"),
    (["--keep", "first-cals"], 64, "did you mean 'first-calls'?"),
    (["--keep", "first-calls@pacific"], 64, "a region needs --by"),
    (["--by", "region", "--without", "first-calls@pacifik"], 64, "did you mean 'pacific'?"),
    (
      ["--keep", "first-calls", "--budget", "0"], 64, "it costs 400 dollars, travel included; raise"
    ),
    (["--date", "2027-13-01"], 64, "write a day such as"),
    (["--date", "9999-01-01"], 64, "2026-12-31, of the years 1900 to 2199"),
    (["--date", "2027-01-01", "--date", "2027-01-01"], 64, "a day is there twice"),
    (["--date", "2027-01-01", "--sessions", "2"], 64, "the days given have room for 1;"),
    (["--floor", "5"], 64, "--floor: say with --by what the regions are"),
    (["--keep", "first-calls", "--without", "first-calls"], 64, "both name 'first-calls'"),
    (
      ["--by", "region", "--keep", "first-calls@pacific"], 64,
      "it is held online, for all regions; leave the region out"
    ),
    (["--hours", "100001"], 64, "--hours 100001.0: write a number from 0 to 100000"),
    (["--parallel", "2"], 64, "--parallel: give the days of sessions with --date"),
    (["--parallel", "0"], 64, "--parallel 0: write a number from 1 to 100"),
    (["--room", "0"], 64, "--room '0': write a number from 1"),
    (["--room", "24@pacific"], 64, "--room '24@pacific': a region needs --by"),
    (["--room", "24@pacfic", "--by", "region"], 64, "did you mean 'pacific'?"),
    (["--by", "regoin"], 64, "did you mean"), (["-o", "plan.ics"], 64, "give the day of each"),
    (["--format", "xlsx"], 64, "name one with -o"),
    (["--records", "demo"], 64, "name two campaigns"),
    (["--cohort", "fife"], 65, "did you mean 'five'?"), (["--min-group", "4"], 77, "--min-group"),
  ]

  // One store for all: it is only read.
  @Test func `What cannot be planned is said in one message`() throws {
    try withWorkplace { place in
      try begin(place)
      for (options, exit, message) in Self.refused {
        let outcome = try place.run(["plan", "--campaign", "demo"] + options)
        #expect(outcome.exit == exit, "\(outcome)")
        #expect(outcome.stderr.replacing("\n", with: " ").contains(message), "\(outcome)")
        #expect(outcome.stdout.isEmpty)
      }
    }
  }
}
