import Waymark

/// A draft of any kind of document.
enum Draft {
  case framework(FrameworkDraft)
  case background(BackgroundDraft)
  case catalogue(CatalogueDraft)
  case plan(PlanDraft)
  case campaign(InvitationDraft)
}
