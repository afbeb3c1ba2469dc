import WaymarkBasics

extension MissingLibrary {
  package var what: String { "a library that this needs cannot be loaded (\(reason.words))" }
  package var mend: String { "install it with: apt install \(package)" }
}

extension MissingLibrary.Reason {
  fileprivate var words: String {
    switch self {
    case .notLoaded(let reason): reason
    case .noFunction(let function, let file): "\(file): there is no \(function)"
    }
  }
}
