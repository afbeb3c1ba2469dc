extension CalendarDate {
  /// The day that a spreadsheet keeps as a number; `nil` for one that it shows as no day of these.
  ///
  /// Number 1 is 1 January 1900, or 2 January 1904 in workbooks that count from there. Excel's calendar
  /// has a 29 February 1900 (number 60), which there never was; other programs agree from March on.
  package init?(spreadsheetNumber number: Int, countsFrom1904: Bool = false) {
    guard (1...2_958_465).contains(number), countsFrom1904 || number != 60 else { return nil }
    // Days from 1 January of the year 1 to those before the first of each count.
    let before = countsFrom1904 ? 695_055 : number < 60 ? 693_594 : 693_593
    self = CalendarDate.earliest.adding(days: before + number)
  }
}
