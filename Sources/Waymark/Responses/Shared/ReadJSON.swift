import WaymarkBasics

/// The JSON of a shared file, which knows the place of everything that can be wrong with it.
struct ReadJSON: Sendable {
  let tree: JSONTree
  private let file: String
  private let bytes: [UInt8]

  /// Reads the bytes of a file, named as the person named it.
  ///
  /// - Throws: the fault that keeps them from being JSON.
  init(_ bytes: [UInt8], file: String) throws(Findings<ResponseFileProblem>) {
    self.file = file
    self.bytes = bytes
    do throws(JSONFault.Placed) {
      tree = try JSONScanner.tree(of: bytes)
    } catch {
      throw Findings(Finding(.notJSON(error.fault), at: Place(file: file, at: error.place)))
    }
  }

  /// A problem at the key or value that it is about.
  func finding(_ problem: ResponseFileProblem) -> Finding<ResponseFileProblem> {
    let offset = tree.offset(of: problem.path[...])
    return Finding(problem, at: Place(file: file, at: JSONScanner.place(of: offset, in: bytes)))
  }

  /// A problem after which nothing else can be said of the file.
  func failure(_ problem: ResponseFileProblem) -> Findings<ResponseFileProblem> {
    Findings(finding(problem))
  }
}
