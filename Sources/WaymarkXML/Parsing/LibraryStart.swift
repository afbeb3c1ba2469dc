internal import CLibXML2

/// What libxml2 needs before anything is read with it.
enum LibraryStart {
  /// What is done once in a process.
  ///
  /// Left to itself the library makes its locks and types when they are first used, and two threads at
  /// once may wait for each other for ever. Loading a schema heeds no parser option: without the loader
  /// a reference in one would be fetched.
  private static let start: Void = {
    waymark_xml_start()
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
  }()

  /// Prepares the library in this process, and keeps it from printing: that is set for each thread.
  static func once() {
    _ = start
    waymark_xml_silence()
  }
}
