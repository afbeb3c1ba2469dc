/// Finds the circles in what builds on what.
enum Cycles {
  /// The cycles of a graph, each from its smallest node on, in the order in which a depth-first
  /// walk closes them; empty exactly when the graph has none.
  ///
  /// `edges[n]` are the nodes that `n` leads to. Not every cycle of a tangle is found, but one for
  /// every edge that would have to go when the rest stays. Those beyond the limit are only counted:
  /// thousands of nodes can close thousands of cycles, each of thousands.
  /// - Complexity: linear in nodes and edges, plus the length of the cycles listed.
  static func cycles(in edges: [[Int]], limit: Int) -> (listed: [[Int]], unlisted: Int) {
    enum State { case unseen, onPath, done }
    var states = [State](repeating: .unseen, count: edges.count)
    var listed: [[Int]] = []
    var unlisted = 0
    for start in edges.indices where states[start] == .unseen {
      // Not recursive: a chain may be as long as the document.
      var path: [(node: Int, next: Int)] = [(start, 0)]
      states[start] = .onPath
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[node][next]
        switch states[target] {
        case .unseen:
          states[target] = .onPath
          path.append((target, 0))
        case .onPath:
          guard listed.count < limit else {
            unlisted += 1
            break
          }
          let cycle = path.drop { $0.node != target }.map(\.node)
          let smallest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
          listed.append(Array(cycle[smallest...] + cycle[..<smallest]))
        case .done:
          break
        }
      }
    }
    return (listed, unlisted)
  }
}
