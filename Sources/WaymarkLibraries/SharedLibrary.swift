internal import Glibc
import WaymarkBasics

/// A library of the system that is loaded when its functions are needed, not when the program starts:
/// the person who answers questions waits for none that only reports need.
package struct SharedLibrary {
  /// A library that other programs use too, and where it comes from.
  package struct Name: Hashable, Sendable {
    /// Its file, with the version of its interface.
    package let file: String
    /// The Debian package that brings it.
    package let package: String

    /// Takes the file and the package.
    package init(file: String, package: String) {
      (self.file, self.package) = (file, package)
    }
  }

  private let handle: UnsafeMutableRawPointer
  private let name: Name

  /// Loads the library, and those that it needs itself; it stays as long as the program runs.
  package init(_ name: Name) throws(MissingLibrary) {
    guard let handle = dlopen(name.file, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? name.file
      throw MissingLibrary(.notLoaded(reason), package: name.package)
    }
    (self.handle, self.name) = (handle, name)
  }

  /// A function of it or of a library that it needs.
  ///
  /// - Parameter type: the function's type, which has to be what its header declares.
  package func function<Function>(
    _ function: String, as type: Function.Type = Function.self
  ) throws(MissingLibrary) -> Function {
    guard let symbol = dlsym(handle, function) else {
      throw MissingLibrary(.noFunction(function, in: name.file), package: name.package)
    }
    return unsafeBitCast(symbol, to: type)
  }
}

/// A library that a command needs could not be loaded.
package struct MissingLibrary: Error, Problem {
  /// Why not.
  package enum Reason: Hashable, Sendable {
    /// What the system says about it.
    case notLoaded(String)
    /// It is another version than is needed, without this function.
    case noFunction(String, in: String)
  }

  package let reason: Reason
  /// The Debian package that brings it.
  package let package: String

  init(_ reason: Reason, package: String) {
    self.reason = reason
    self.package = package
  }
}

// MARK: - Words

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
