/// The style sheet of every page: readable on a phone, on paper, by day and by night.
package enum PageStyle {
  package static let sheet: StaticString = """
    :root { color-scheme: light dark; --ink: #1b1d22; --paper: #fff; --soft: #5b616e;
      --line: #d5d8de; --there: #0072b2; --togo: #d55e00; --link: #00507d; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e9eaee; --paper: #16181d; --soft: #a9afbb; --line: #3a3f49; --link: #8ecbf2; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: break-word; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem; }
    p { margin: .4rem 0; }
    a { color: var(--link); overflow-wrap: anywhere; }
    .lead { font-size: 1.2rem; margin-top: 1.25rem; }
    .soft, caption, figcaption { color: var(--soft); }
    ol, ul { padding-left: 1.4rem; margin: .5rem 0; }
    li { margin: .35rem 0; }
    .steps > li { margin: 1rem 0; }
    .address { display: none; }
    code { font: .85em ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft);
      overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .92rem; }
    caption { text-align: left; padding: .25rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
      border-bottom: 1px solid var(--line); font-weight: normal; }
    thead th { font-weight: 600; vertical-align: bottom; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    .answers th:first-child { width: 56%; } .answers tbody th { padding-right: 1.25rem; }
    .answers .number { width: 4rem; text-align: left; }
    .answers caption { font-weight: 600; color: var(--ink); padding-top: .75rem; }
    th:last-child, td:last-child { padding-right: 0; }
    figure { margin: .75rem 0; overflow-x: auto; }
    svg { display: block; overflow: visible; margin: .75rem 0 .25rem; }
    svg text { fill: var(--ink); font-size: 14px; }
    .axis { stroke: var(--ink); stroke-width: 2; }
    rect { stroke-width: 2; }
    .left { stroke: var(--togo); fill: none; } .right { stroke: var(--there); fill: none; }
    .far.left { fill: var(--togo); } .far.right { fill: var(--there); }
    .key { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem;
      font-size: .92rem; }
    .key li { margin: 0; }
    .swatch { display: inline-block; width: 1.1rem; height: .75rem; margin-right: .4rem;
      border: 2px solid; }
    .swatch.left { border-color: var(--togo); } .swatch.right { border-color: var(--there); }
    .swatch.far.left { background: var(--togo); } .swatch.far.right { background: var(--there); }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
    @media (max-width: 30rem) {
      main { padding: 1rem .8rem 2rem; }
      table { font-size: .84rem; } svg text { font-size: 12.5px; }
      .figures { font-size: .74rem; }
      .figures tbody th { hyphens: auto; }
      th, td, .answers tbody th { padding-right: .25rem; }
      .answers th:first-child { width: 52%; } .answers .number { width: 2.8rem; }
    }
    @media print {
      :root { --ink: #000; --paper: #fff; --soft: #444; --line: #999; --link: #000; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      main { max-width: none; padding: 0; }
      body { font-size: 10.5pt; }
      table { font-size: 9pt; } th, td { padding-top: .15rem; padding-bottom: .15rem; }
      .address { display: block; overflow-wrap: anywhere; }
      h2, h3, h4, caption, thead { break-after: avoid; }
      p:has(+ table), p:has(+ .scroll), p:has(+ figure) { break-after: avoid; }
      tbody tr:first-child:not(:last-child) { break-after: avoid; }
      tr, li, svg, figure, figcaption { break-inside: avoid; }
      figure:has(table) { break-inside: auto; }
      table:not(:has(tr:nth-child(13))) { break-inside: avoid; }
      thead { display: table-header-group; }
    }

    """
}

/// The style sheet of pages with contents, wide tables and drawings, on top of `PageStyle`.
package enum ReportStyle {
  package static let sheet: StaticString = """
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
    .shade { fill: var(--there); stroke: var(--paper); stroke-width: 1; }
    .s1 { fill-opacity: 0.12; } .s2 { fill-opacity: 0.25; } .s3 { fill-opacity: 0.37; } .s4 { fill-opacity: 0.5; }
    .s5 { fill-opacity: 0.62; } .s6 { fill-opacity: 0.75; } .s7 { fill-opacity: 0.87; } .s8 { fill-opacity: 1; }
    .swatch.shade { background: var(--there); border-color: var(--there); }
    .swatch.s1 { opacity: 0.12; } .swatch.s2 { opacity: 0.25; } .swatch.s3 { opacity: 0.37; } .swatch.s4 { opacity: 0.5; }
    .swatch.s5 { opacity: 0.62; } .swatch.s6 { opacity: 0.75; } .swatch.s7 { opacity: 0.87; } .swatch.s8 { opacity: 1; }
    .none { fill: var(--paper); stroke: var(--line); stroke-width: 1; } svg text.tile { font-size: 13px;
      text-anchor: middle; } svg text.inverse { fill: #fff; }
    .parts { margin: .2rem 0 0; min-width: 7rem; }
    .many { font-size: .8rem; line-height: 1.4; } .many tbody th { min-width: 11rem; }
    .many th, .many td { padding-right: .5rem; }
    @media (min-width: 64rem) {
      main { max-width: 62rem; } p, li, .notice { max-width: 46rem; }
      .figures { width: auto; } .figures .number { width: 6rem; }
      .heat { width: 100%; } .many { min-width: 60rem; }
      .many .number { width: 1%; } .heat .number { width: auto; }
      .heat td.number { white-space: normal; }
    }
    @media (min-width: 80rem) { .scroll:has(.many) { margin-right: -9rem; } }
    @media (max-width: 30rem) {
      svg text.tile { font-size: 10px; } .many tbody th { min-width: 8rem; }
    }
    @media print {
      .heat { min-width: 0; } .scroll { overflow: visible; } nav { display: none; }
      .figures, .figures tbody th { overflow-wrap: normal; }
      .many { font-size: 7pt; } .many tbody th { min-width: 9em; }
      .many .number { width: 1%; }
      .many th, .many td { padding-right: .3rem; }
    }

    """
}

/// The style sheet of a drawing in a file of its own: the colours by day of `PageStyle` and `ReportStyle`, in
/// words that every program draws by.
enum ChartStyle {
  static let sheet: StaticString = """
    text { fill: #1b1d22; font: 14px "Liberation Sans", Arial, Helvetica, sans-serif; }
    .paper { fill: #fff; stroke: none; }
    .title { font-size: 17px; font-weight: 700; }
    .soft, text.tick { fill: #5b616e; } text.tick { stroke: none; font-size: 12px; }
    .axis { stroke: #1b1d22; stroke-width: 2; }
    rect { stroke-width: 2; }
    .left { stroke: #d55e00; fill: none; } .right { stroke: #0072b2; fill: none; }
    .far.left { fill: #d55e00; } .far.right { fill: #0072b2; }
    .frame { fill: none; stroke: #d5d8de; stroke-width: 1; }
    .scale, .tick { stroke: #d5d8de; stroke-width: 1; }
    .start { text-anchor: start; } .middle { text-anchor: middle; } .end { text-anchor: end; }
    .interval { stroke: #0072b2; stroke-width: 3; }
    .ring { fill: #fff; stroke: #0072b2; stroke-width: 2; }
    .dot { fill: #0072b2; } .other { fill: none; stroke: #5b616e; stroke-width: 1.5; }
    .point { font-size: 13px; font-weight: 600; }
    .shade { fill: #0072b2; stroke: #fff; stroke-width: 1; }
    .s1 { fill-opacity: 0.12; } .s2 { fill-opacity: 0.25; } .s3 { fill-opacity: 0.37; } .s4 { fill-opacity: 0.5; }
    .s5 { fill-opacity: 0.62; } .s6 { fill-opacity: 0.75; } .s7 { fill-opacity: 0.87; } .s8 { fill-opacity: 1; }
    .none { fill: #fff; stroke: #d5d8de; stroke-width: 1; }
    .tile { font-size: 13px; text-anchor: middle; }
    .inverse { fill: #fff; }

    """
}
