import Foundation
import WaymarkCommands

/// The program: the commands over the embedded store.
@main
enum Program {
  static func main() { exit(FrontDoor.run(FrontDoor.arguments)) }
}
