import Foundation
import WaymarkCommands

/// The program: the commands over the embedded store.
@main
enum Program {
  static func main() { exit(Main.run(Main.arguments)) }
}
