import Waymark

/// The style sheet of reports, on top of `PageStyle`.
enum ReportStyle {
  static let sheet: StaticString = """
    h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.6rem 0 .35rem; }
    .notice { border-left: 4px solid var(--togo); padding: .4rem .75rem; margin: .75rem 0; }
    .contents { list-style: none; padding: .6rem 0; display: flex; flex-wrap: wrap;
      gap: .1rem 1.1rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
    .contents li { margin: .1rem 0; }
    .contents a { display: inline-block; padding: .2rem 0; }
    .scroll { overflow-x: auto; }
    .axis-words { font-size: .92rem; margin: 0; }
    .frame { fill: none; stroke: var(--line); stroke-width: 1; }
    .scale, .tick { stroke: var(--line); stroke-width: 1; }
    svg text.tick { stroke: none; fill: var(--soft); font-size: 12px; }
    .start { text-anchor: start; } .middle { text-anchor: middle; } .end { text-anchor: end; }
    .interval { stroke: var(--there); stroke-width: 3; }
    .ring { fill: var(--paper); stroke: var(--there); stroke-width: 2; }
    .dot { fill: var(--there); } .other { fill: none; stroke: var(--soft); stroke-width: 1.5; }
    .point { font-size: 13px; font-weight: 600; paint-order: stroke; stroke: var(--paper);
      stroke-width: 3px; }
    .heat { table-layout: fixed; min-width: 30rem; }
    .heat th:first-child { width: 28%; }
    .heat svg { margin: .2rem 0 0; } .heat td.number { white-space: normal; }
    .bar { fill: var(--togo); stroke: none; }
    @media (max-width: 30rem) {
      svg text { font-size: 12.5px; }
    }
    @media print {
      .heat { min-width: 0; } .scroll { overflow: visible; } nav { display: none; }
      table { break-inside: avoid; } section > h2 { break-after: avoid; } h3 { break-after: avoid; }
      .figures tbody th { overflow-wrap: anywhere; }
    }

    """

  static let internalPages: StaticString = """
    @page { @bottom-left { content: "Internal, not for publication"; font: 9pt sans-serif; } }

    """

  static let madeUpPages: StaticString = """
    @page { @bottom-right { content: "Made up: says nothing about anybody"; font: 9pt sans-serif; } }

    """
}
