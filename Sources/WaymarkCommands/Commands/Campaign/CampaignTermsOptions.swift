import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkStore

/// What is settled of a campaign when it is begun, and may be changed later.
struct CampaignTermsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What people read; else the name.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The first day of answers, such as 2026-12-01.", valueName: "date"))
  var opens: String?

  @Option(help: ArgumentHelp("The last day of answers.", valueName: "date"))
  var closes: String?

  @Option(
    help: ArgumentHelp(
      "A table that may be published, by one or two groupings; may be repeated.",
      valueName: "field,field"))
  var table: [String] = []

  @Option(
    help: ArgumentHelp("How many people were invited, by group.", valueName: "file"),
    completion: .file())
  var invited: String?

  @Option(
    help: ArgumentHelp("Remind of deleting the answers from this day on.", valueName: "date"))
  var keepUntil: String?

  /// Whether any of them is given.
  var areGiven: Bool {
    !table.isEmpty || [title, opens, closes, invited, keepUntil].contains { $0 != nil }
  }
}

extension CampaignCommand {
  /// What a campaign is begun or changed with, read and checked.
  enum Terms {
    /// Refuses days that cannot be.
    static func check(
      closes: CalendarDate?, opens: CalendarDate?, on today: CalendarDate
    ) throws {
      do throws(CampaignProblem) {
        try CampaignTerms.check(closes: closes, opens: opens, on: today)
      } catch {
        throw Failure(
          .usage, CommandWords.english.failure.input("--closes", error.what, mend: error.mend))
      }
    }

    /// The tables that may be published.
    ///
    /// - Parameters:
    ///   - declared: those that they take the place of.
    ///   - answered: how many people answered already.
    static func menu(
      _ names: [String], _ documents: CampaignDocuments,
      asked: [ID<BackgroundQuestions.Field>], insteadOf declared: [[String]] = [],
      answered: Int = 0
    ) throws -> [[String]] {
      let option = "--table"
      do {
        let menu = try PublicationMenu(documents.tables(names, option: option))
        try CampaignTerms.check(tables: menu.tables, asked: asked, of: documents.background)
        let tables = menu.tables.map { $0.map(\.id) }
        try CampaignTerms.check(tables: tables, insteadOf: declared, answered: answered)
        return tables
      } catch let problem as PublicationProblem {
        throw Failure(problem, of: option)
      } catch let problem as CampaignProblem {
        throw Failure(
          .usage, CommandWords.english.failure.input(option, problem.what, mend: problem.mend))
      }
    }

    /// Who was invited, by a table of how many people are in each group.
    static func invited(
      _ path: String, _ documents: CampaignDocuments, _ session: Session
    ) throws -> [Campaign.Invited] {
      let invited = try New.margins(path, documents)
      var names: [String] = []
      for row in invited where row.grouping != Grouping.everybody && !names.contains(row.grouping) {
        names.append(row.grouping)
      }
      let groupings = try Grouping.named(
        names, framework: documents.framework, background: documents.background)
      let file = BoundedFile.name(of: path)
      do throws(CampaignProblem) {
        for part in try CampaignTerms.check(invited: invited, groupings: groupings) {
          session.remark(
            session.said.campaignCare.namesSome(part.grouping, part.named, of: part.all, in: file))
        }
      } catch {
        throw Failure.input(file, error.what, mend: error.mend)
      }
      return invited
    }
  }
}
