package import WaymarkBasics

/// What can be wrong with what a document says: with a framework, background questions, a
/// catalogue, a plan or an invitation whose shape is right.
package enum FrameworkProblem: Problem {
  /// The text is no id: 1 to 64 letters, digits, `.`, `_`, `-`, a letter or digit first.
  case malformedID(DocumentPart, String)
  /// Two things of a kind have the same id, whatever the case.
  case repeatedID(DocumentPart, id: String, earlier: String, line: Int?)
  /// An id that reports and tables need for themselves.
  case reserved(DocumentPart, String)
  /// A reference to something that does not exist.
  case unknown(DocumentPart, String, near: String?)
  /// A word that is none of the words allowed.
  case unknownWord(String, String, allowed: [String])
  /// Something that must be there is not.
  case missing(String)
  /// Parts of the document could not be read, so that no value can be made of it.
  case incomplete
  /// The text is no language tag.
  case malformedLanguage(String)
  /// A text without words.
  case emptyText(String)
  /// A text given twice in one language.
  case repeatedText(String, LanguageTag)
  /// A text that is not given in the language of the document.
  case untranslated(String, LanguageTag)
  /// Something named twice where once says it all.
  case repeatedLink(DocumentPart, String, line: Int?)
  /// A scale that is too short or too long.
  case scaleSize(Int)
  /// A level of the scale out of order.
  case scaleRank(Int, expected: Int)
  /// A level that the scale does not have.
  case offScale(Int, highest: Int)
  /// A question with more answers than a sheet has codes for.
  case tooManyOptions(Int)
  /// A competency without a description of a level.
  case missingAnchor(String, rank: Int)
  /// A competency that builds on itself.
  case buildsOnItself(CompetencyID)
  /// Competencies that build on one another in a circle.
  case cycle([CompetencyID])
  /// The document belongs to another framework than the one at hand.
  case otherFramework(named: String, given: String)
  /// An address that is not http or https, or that could mislead.
  case badAddress(String)
  /// A number that must be 1 or more.
  case notPositive(String, Int)
  /// A number that must be 0 or more.
  case negative(String, Int)
  /// A price for something that is not paid.
  case priceOfUnpaid(String)
  /// Resources that require one another in a circle.
  case requirementCycle([ID<LearningResource>])
  /// Workshops that require one another in a circle.
  case workshopCycle([ID<WorkshopOffer>])
  /// A requirement that is not one level of a competency, one resource or one workshop.
  case twoRequirements
  /// A text that is no month.
  case badMonth(String)
  /// A text that is no day.
  case badDay(String, String)
  /// A text that is no SHA-256.
  case badHash(String, String)
  /// A text of more Unicode scalars than it may have.
  case tooLong(String, limit: Int)
  /// A resource that does not lead upwards.
  case notRising(from: Int, to: Int)
  /// A plan that ends before it starts.
  case yearsReversed(starts: Int, ends: Int)
  /// Framework and plan differ on whether, or how strongly, a competency speaks to an objective.
  case disagreement(
    CompetencyID, ObjectiveID, framework: Competency.Strength?, plan: Competency.Strength?)

  /// What is wrong.
  package var what: String { words.what }

  /// How to mend it.
  package var mend: String { words.mend }
}
