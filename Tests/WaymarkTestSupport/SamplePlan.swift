import WaymarkBasics

@testable package import Waymark

/// Strategic plans for the small sample framework, made by hand.
package enum SamplePlan {
  /// One sphere, one area of action, and two objectives: one that two competencies speak to, one
  /// that nothing measures.
  package static func small() throws -> StrategicPlan {
    StrategicPlan(
      id: try SampleAssessment.id("sample-plan"), version: "2020-2023", language: .english,
      framework: FrameworkReference(id: try SampleAssessment.id("sample"), version: "1"),
      years: 2020...2023,
      title: LocalizedText("Sample plan", translations: try spanish("Plan de muestra")),
      source: LocalizedText("Made for tests."),
      vision: LocalizedText("Every child is heard."),
      values: [
        StrategicPlan.Value(
          id: try SampleAssessment.id("patience"), title: LocalizedText("Patience"),
          description: nil)
      ],
      spheres: [
        StrategicPlan.Sphere(
          id: try SampleAssessment.id("towns"), title: LocalizedText("Changing towns"),
          description: LocalizedText("The places where children live."))
      ],
      actions: [
        StrategicPlan.Action(
          id: try SampleAssessment.id("TALK"), title: LocalizedText("Talking more"),
          description: LocalizedText("Children are spoken with."))
      ],
      objectives: [
        StrategicPlan.Objective(
          id: try SampleAssessment.id("TALK-1"), action: try SampleAssessment.id("TALK"),
          sphere: try SampleAssessment.id("towns"), title: LocalizedText("Listen to children"),
          note: LocalizedText("Two statements ask about this."), measure: .direct,
          countsService: false,
          competencies: [
            try SampleAssessment.id("talk.listen"): .direct,
            try SampleAssessment.id("talk.ask"): .partly,
          ]),
        StrategicPlan.Objective(
          id: try SampleAssessment.id("TALK-2"), action: try SampleAssessment.id("TALK"),
          sphere: try SampleAssessment.id("towns"), title: LocalizedText("Win more members"),
          note: LocalizedText("This is no skill."), measure: .no, countsService: true,
          competencies: [:]),
      ])
  }

  private static func spanish(_ text: String) throws -> [LanguageTag: String] {
    guard let tag = LanguageTag("es") else { throw SampleError() }
    return [tag: text]
  }
}
