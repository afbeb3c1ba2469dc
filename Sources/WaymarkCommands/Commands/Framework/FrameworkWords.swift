/// What `waymark framework` says beside what it shows.
struct FrameworkWords: Sendable {
  let nextShow = "Next: waymark framework show ID"
  let kind = "document, area or statement"
  let seeList = "see what there is with: waymark framework list"
}
