/// Finds the circles in what builds on what.
enum Cycles {
  /// The cycles of a graph, each from its smallest node on, in the order in which a depth-first
  /// walk closes them; empty exactly when the graph has none.
  ///
  /// `edges[n]` are the nodes that `n` leads to. Not every cycle of a tangle is listed, but one for
  /// every edge that would have to go when the rest stays.
  /// - Complexity: linear in nodes and edges, plus the length of the cycles.
  static func cycles(in edges: [[Int]]) -> [[Int]] {
    enum State { case unseen, onPath, done }
    var states = [State](repeating: .unseen, count: edges.count)
    var cycles: [[Int]] = []
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
          let cycle = path.drop { $0.node != target }.map(\.node)
          let smallest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
          cycles.append(Array(cycle[smallest...] + cycle[..<smallest]))
        case .done:
          break
        }
      }
    }
    return cycles
  }
}
