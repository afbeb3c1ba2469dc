import Waymark

/// The style sheet of forms that are printed and filled in by hand.
enum FormStyle {
  static let sheet: StaticString = """
    :root { color-scheme: light dark; --ink: #1b1d22; --paper: #fff; --soft: #5b616e;
      --line: #8a909c; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e9eaee; --paper: #16181d; --soft: #a9afbb; --line: #7d838f; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.4 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: break-word; }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .25rem; }
    h3 { font-size: 1rem; line-height: 1.35; margin: 0 0 .25rem; }
    p { margin: .4rem 0; }
    code { font: .8em ui-monospace, "DejaVu Sans Mono", monospace; font-weight: normal;
      color: var(--soft); overflow-wrap: anywhere; }
    .question { margin: 1.1rem 0; }
    ul { list-style: none; margin: .15rem 0; padding: 0; }
    li { padding-left: 1.6rem; text-indent: -1.6rem; margin: .15rem 0; }
    .others { display: flex; flex-wrap: wrap; gap: 0 2rem; }
    .box { display: inline-block; width: .85rem; height: .85rem; margin-right: .75rem;
      border: 1.5px solid var(--ink); text-indent: 0; vertical-align: -.05rem; }
    .note { border-bottom: 1px solid var(--line); padding-bottom: .9rem; color: var(--soft); }
    footer { margin-top: 2rem; color: var(--soft); font-size: .9rem; }
    @media print {
      :root { --ink: #000; --paper: #fff; --soft: #444; --line: #999; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      main { max-width: none; padding: 0; }
      body { font-size: 9.5pt; line-height: 1.3; }
      h2 { break-after: avoid; margin-top: 1.25rem; }
      li { margin: 0; }
      .question { break-inside: avoid; margin: .75rem 0; }
      .note { padding-bottom: .7rem; margin: .2rem 0; }
    }

    """
}
