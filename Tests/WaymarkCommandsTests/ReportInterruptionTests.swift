import Testing
import WaymarkTestSupport

/// Reports that are stopped while they are written: row D15 of the list of faults.
struct ReportInterruptionTests {
  /// A line that is the same for the same files with the same bytes.
  private static let sum =
    "find out -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c 1-64"

  @Test func `A report that is killed while it replaces another leaves the old one or the new one`()
    throws
  {
    try withWorkplace { place in
      let outcome = try place.shell(
        """
        "$waymark" demo --people 300 -o people.csv
        "$waymark" campaign new spring
        "$waymark" import responses people.csv --campaign spring --new
        "$waymark" report --campaign spring --by role -o out; new=$(\(Self.sum)); rm -r out
        "$waymark" report --campaign spring -o out; old=$(\(Self.sum))
        [ "$old" != "$new" ] || echo "both are the same"
        for part in 01 02 03 04 06 08 10 12 14 16 18 20 22 24 26 28 30 35 40 50; do
          timeout -s KILL "0.$part" "$waymark" report --campaign spring --by role --force -o out
          now=$(\(Self.sum))
          case "$now" in "$old") echo kept ;; "$new") ;; *) echo "0.$part: neither" ;; esac
          if [ "$now" = "$new" ]; then
            echo done
            "$waymark" report --campaign spring --force -o out
          fi
        done
        """)
      let said = Set(
        outcome.stdout.split(separator: "\n").filter { !$0.hasPrefix("Wrote ") }
          .map(String.init))
      #expect(said.contains("kept"))
      #expect(!said.contains { $0.contains("neither") || $0.contains("same") }, "\(said)")
      // A run that nobody stops replaces it.
      #expect(
        try place.run("report", "--campaign", "spring", "--by", "role", "--force", "-o", "out").exit
          == 0)
      #expect(try place.text("out/data/groups.csv").contains("librarian"))
    }
  }
}
