/// What `waymark demo` says beside the people that it makes up.
struct DemoWords: Sendable {
  let outside = "--people: give a number from 0 to 10000000."

  func wrote(_ file: String, people: Int) -> String { "Wrote \(file): \(people) made-up people" }

  func nextImport(_ file: String) -> String {
    "Next: waymark import responses \(file) --campaign demo"
  }
}
