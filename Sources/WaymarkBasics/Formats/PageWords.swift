/// What the frame of every page says.
enum PageWords {
  static let contents = "On this page"
}

// Styles whose margins say something on every page that is printed.
extension ReportStyle {
  package static let internalPages: StaticString = """
    @page { @bottom-left { content: "Internal, not for publication"; font: 9pt sans-serif; } }

    """

  package static let madeUpPages: StaticString = """
    @page { @bottom-right { content: "Made up: says nothing about anybody"; font: 9pt sans-serif; } }

    """
}
