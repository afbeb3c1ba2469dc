import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Plain lines for screen readers: no columns, no color.")
  var accessible = false

  @Option(help: ArgumentHelp("The language of the statements, such as en or es.", valueName: "tag"))
  var lang: String?

  @Flag(help: "No color, whatever the terminal.")
  var noColor = false

  @Flag(help: "Never ask; fail where something would have to be asked.")
  var noInput = false

  @Flag(name: .shortAndLong, help: "Leave out everything but results and errors.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "The form of the result: txt, md, html, json, csv or ics.", valueName: "form"))
  var format: String?

  @Flag(help: "Replace the file, or what Waymark wrote into the folder; erase without asking.")
  var force = false

  @Option(help: ArgumentHelp("Use this file of answers.", valueName: "file"), completion: .file())
  var store: String?

  @Option(
    help: ArgumentHelp("Use the answers of this person, on a shared computer.", valueName: "name"))
  var person: String?
}
