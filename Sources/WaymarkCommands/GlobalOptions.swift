import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Plain lines for screen readers: no columns, no colour.")
  var accessible = false

  @Option(help: ArgumentHelp("The language to read in.", valueName: "tag"))
  var lang: String?

  @Flag(help: "No colour, whatever the terminal.")
  var noColor = false

  @Flag(help: "Never ask; fail where an answer would be needed.")
  var noInput = false

  @Flag(name: .shortAndLong, help: "Leave out everything but results and errors.")
  var quiet = false

  @Option(help: ArgumentHelp("The form of the result.", valueName: "form"))
  var format: String?

  @Flag(help: "Replace files that are there already.")
  var force = false

  @Option(
    help: ArgumentHelp("Keep the answers in this file.", valueName: "file"), completion: .file())
  var store: String?

  @Option(help: ArgumentHelp("Use a store of your own on a shared computer.", valueName: "name"))
  var person: String?
}
