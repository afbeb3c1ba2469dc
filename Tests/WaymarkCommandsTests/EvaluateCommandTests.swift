import Foundation
import Testing
import WaymarkTestSupport

/// `waymark evaluate` through the program, with six people who answered twice.
struct EvaluateCommandTests {
  @Test func `The same people are compared before and after, attended or not`() throws {
    try withWorkplace { place in
      let template = try place.run("assess", "--template").stdout.split(separator: "\n").dropFirst()
      let ids = template.map { row in String(row.prefix { $0 != "," }) }
      for person in 1...6 {
        let name = "P\(person)"
        for (round, level) in [("spring", 2), ("fall", person <= 5 ? 3 : 2)] {
          let rows = ids.map { "\($0),\(level),,\n" }.joined()
          let outcome = try place.run(
            ["assess", "--new", "--answers", "-", "--role", "librarian", "--person", name],
            input: "competency,level,important,note\n" + rows)
          #expect(outcome.exit == 0, "\(outcome)")
          let shared = try place.run(
            "share", "--link", "--person", name, "-o", "\(round)-\(person).json")
          #expect(shared.exit == 0, "\(shared)")
        }
      }
      let made = try place.shell(
        """
        set -e
        for round in spring fall; do
          "$waymark" campaign new $round -q
          "$waymark" import responses $round-*.json --campaign $round --new
        done
        "$waymark" evaluate --workshop one-more-question --before spring --after fall -o all.csv
        grep -h '"response"' fall-[1-5].json | sed 's/.*: "//; s/".*//' > ids.txt
        "$waymark" evaluate --workshop ONE-more-question --before spring --after fall \\
          --attended ids.txt -o some.csv
        "$waymark" evaluate --workshop one-more-question --before spring --after fall -o all.html
        """)
      #expect(made.exit == 0, "\(made)")
      let all = try place.text("all.csv").split(separator: "\r\n")
      // Six people: five up by one, one the same: the mean is 5/6.
      #expect(all.count == 3)
      #expect(all[1].contains(",6,5,1,0,0.8333,"), "\(all)")
      let some = try place.text("some.csv").split(separator: "\r\n")
      #expect(some[1].contains(",5,5,0,0,1.0000,1.0000,1.0000,,[c],[c],"), "\(some)")
    }
  }

  @Test func `What cannot be compared is refused in words`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        "\"$waymark\" campaign new spring -q && \"$waymark\" campaign new fall -q")
      #expect(made.exit == 0)
      for (arguments, exit, message) in [
        (
          ["--workshop", "one-more-questoin", "--before", "spring", "--after", "fall"], 64,
          "--workshop: there is no workshop 'one-more-questoin'; did you mean 'one-more-question'?\n"
        ),
        (
          ["--workshop", "one-more-question", "--before", "fall", "--after", "FALL"], 64,
          "--before and --after: name two campaigns\n"
        ),
        (
          ["--workshop", "one-more-question", "--before", "sprin", "--after", "fall"], 65,
          "there is no campaign 'sprin'; did you mean 'spring'?\n"
        ),
      ] as [([String], Int32, String)] {
        let outcome = try place.run(["evaluate"] + arguments)
        #expect(outcome.exit == exit && outcome.stderr == message, "\(outcome)")
      }
      let nobody = try place.run(
        "evaluate", "--workshop", "one-more-question", "--before", "spring", "--after", "fall")
      #expect(nobody.exit == 0 && nobody.stdout.contains("0 people answered both"), "\(nobody)")
    }
  }
}
