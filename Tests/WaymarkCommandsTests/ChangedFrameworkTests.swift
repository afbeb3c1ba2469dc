import Foundation
import Testing
import WaymarkTestSupport

/// Assessments whose statements were changed while they were open.
struct ChangedFrameworkTests {
  /// Rewords, removes, adds and reorders, and gives a level another label; the version stays.
  private func change(_ documents: String, in place: Workplace) throws {
    let path = documents + "/children-services-2020.xml"
    var text = String(decoding: try place.bytes(path), as: UTF8.self)
    text = text.replacing(
      "I speak with the child first, even when an adult is there.", with: "I speak ten languages.")
    text = text.replacing("<label>Leading</label>", with: "<label>Far ahead</label>")
    text = text.replacing("id=\"client.bias\"", with: "id=\"client.fairness\"")
    text = text.replacing("competency=\"client.bias\"", with: "competency=\"client.fairness\"")
    try place.write(Array(text.utf8), to: path)
    for name in ["learning-resources.xml", "plan-2020-2023.xml"] {
      let text = String(decoding: try place.bytes(documents + "/" + name), as: UTF8.self)
      try place.write(
        Array(text.replacing("\"client.bias\"", with: "\"client.fairness\"").utf8),
        to: documents + "/" + name)
    }
  }

  @Test func `An assessment goes on in the words it was begun with, and says what changed`() throws
  {
    try withWorkplace { place in
      let documents = try place.installCopy()
      #expect(try place.run("assess", "--script", "-", input: "3\n\n5\n2\nq\n").exit == 0)
      try change(documents, in: place)
      let resumed = try place.run("assess", "--script", "-", input: "b\nb\n\nq\n")
      #expect(
        resumed.stderr
          == "The statements have changed since you began; you go on with the words you began with.\n"
          + "Changed: new: client.fairness; gone: client.bias; reworded: client.respect; "
          + "the scale has other levels\n"
          + "To begin again with the new ones: waymark assess --new\n")
      #expect(
        resumed.stdout.contains("I speak with the child first, even when an adult is there."))
      #expect(resumed.stdout.contains("Your answer was 5, Leading."))
      #expect(!resumed.stdout.contains("I speak ten languages."))
      let profile = try place.run("profile")
      #expect(profile.exit == 0)
      #expect(!profile.stdout.contains("Far ahead"))
      let fresh = try place.run("assess", "--new", "--script", "-", input: "3\n\n5\nq\n")
      #expect(fresh.stdout.contains("I speak ten languages."))
      #expect(fresh.stdout.contains("Saved: 5, Far ahead."))
      #expect(fresh.stderr.isEmpty)
      let both = try place.salvagedRows()
      #expect(
        both == ["1,client.respect,5,,,,,", "1,client.welcome,2,,,,,", "2,client.respect,5,,,,,"])
    }
  }

  @Test func `Given answers are read in the words of the assessment that they go to`() throws {
    try withWorkplace { place in
      let documents = try place.installCopy()
      #expect(try place.run("assess", "--set", "client.respect=2").exit == 0)
      try change(documents, in: place)
      let old = try place.run("assess", "--set", "client.bias=4")
      #expect(old.stderr.contains("you go on with the words you began with."))
      #expect(old.exit == 0)
      let new = try place.run("assess", "--set", "client.fairness=4")
      #expect(new.stderr.contains("no competency has the id 'client.fairness'"))
      #expect(new.exit == 65)
      #expect(try place.run("assess", "--new", "--set", "client.fairness=4").exit == 0)
      let rows = try place.salvagedRows()
      #expect(
        rows == ["1,client.respect,2,,,,,", "1,client.bias,4,,,,,", "2,client.fairness,4,,,,,"])
    }
  }

  @Test func `A finished assessment is shown and shared in its own words after a change`() throws {
    try withWorkplace { place in
      let documents = try place.installCopy()
      try place.finishAssessment()
      let before = try place.run("-q", "profile", "--format", "json")
      let shared = try place.run("-q", "share", "--dry-run")
      try change(documents, in: place)
      let areSame =
        try place.run("-q", "profile", "--format", "json") == before
        && place.run("-q", "share", "--dry-run") == shared
      #expect(areSame)
    }
  }

  @Test func `Schemas that cannot be read are one message, whatever stands in them`() throws {
    try withWorkplace { place in
      let documents = try place.installCopy()
      let message =
        "\(documents)/framework.xsd: the schemas (waymark.xsd and its siblings) cannot be read here; "
        + "install Waymark again, or name the folder that holds them\n"
      try place.write(Array("\u{1B}[31m<a>\u{9B}".utf8), to: documents + "/common.xsd")
      try place.expect("assess", "--set", "client.bias=2", stderr: message, exit: 65)
      try FileManager.default.removeItem(atPath: documents + "/common.xsd")
      try place.expect("assess", "--set", "client.bias=2", stderr: message, exit: 65)
    }
  }

  @Test func `Without the documents the program says how to get them`() throws {
    try withWorkplace { place in
      let documents = try place.installCopy()
      try FileManager.default.removeItem(atPath: documents)
      let outcome = try place.run("assess", "--set", "client.bias=2")
      #expect(outcome.stderr.hasSuffix("install Waymark again with: make install\n"))
      #expect(outcome.exit == 65)
    }
  }
}
