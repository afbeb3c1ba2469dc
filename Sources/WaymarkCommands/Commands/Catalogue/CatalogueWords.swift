/// What `waymark catalogue` says beside what it shows.
struct CatalogueWords: Sendable {
  let nameBothCampaigns = "--before and --after go together; name both campaigns."
  let giveBoth = "--workshop and --attended go together; give both."

  func goesWithCampaigns(_ option: String) -> String {
    "\(option) goes with --before and --after."
  }
}
