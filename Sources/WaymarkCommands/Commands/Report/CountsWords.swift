/// What `waymark counts` says beside the counts.
struct CountsWords: Sendable {
  let keepInside = "It withholds nothing: keep it inside the association."
}
