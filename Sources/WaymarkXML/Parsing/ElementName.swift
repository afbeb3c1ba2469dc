internal import CLibXML2

/// The names of elements in all kinds of document.
enum ElementName: String, CaseIterable {
  case framework, background, catalogue, plan, campaign
  case title, source
  case scale, level, label, meaning, roles, role
  case area, short, competency, statement, anchor, target, supports, buildsOn
  case leadIn, field, question, option, derived, group, member, positions, position
  case resource, description, serves, requires, event, practice, workshop
  case `do`
  case sphere, action, objective, note, speaks
  case from, send, ask

  /// Whether the element holds words.
  var holdsText: Bool {
    switch self {
    case .title, .source, .label, .meaning, .short, .statement, .anchor, .leadIn, .question,
      .description, .note, .from, .send, .do:
      true
    case .framework, .background, .catalogue, .plan, .campaign, .ask, .scale, .level, .roles, .role,
      .area,
      .competency, .target, .supports, .buildsOn, .field, .option, .derived, .group, .member,
      .positions, .position, .resource, .serves, .requires, .event, .practice,
      .workshop, .sphere, .action,
      .objective, .speaks:
      false
    }
  }
}

/// Recognises element names by the addresses of their interned strings.
///
/// libxml2 keeps one copy of each name for the life of a parser, so after a name's first time a
/// comparison of addresses is enough.
struct NameTable {
  private var known: [(address: UnsafePointer<xmlChar>, name: ElementName)] = []

  /// The name, or `nil` when no document has an element of that name.
  mutating func name(_ address: UnsafePointer<xmlChar>) -> ElementName? {
    for entry in known where entry.address == address { return entry.name }
    guard let name = ElementName(rawValue: String(cString: address)) else { return nil }
    known.append((address, name))
    return name
  }
}
