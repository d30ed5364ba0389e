/**
 * Sheets and their pages (Typst): head, foot, and a pack of many sheets with its contents. Page numbers are looked up where a sheet begins and ends, so that a
 * paper says its own pages alone and in a pack too. Head and foot are no part of what is read out.
 */
export const pages = String.raw`
#let filled(lines, page, pages) = lines.map(line => line.replace("{page}", str(page)).replace("{pages}", str(pages)))

#let head(s) = if s.example {
  block(width: 100%, stroke: (top: 1.2pt, bottom: 1.2pt), inset: (y: 4pt), grid(
    columns: (1fr,) * s.tongues.len(), column-gutter: 7mm,
    ..s.words.at("form.example").enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), text(size: 10pt, weight: "bold", line))),
  ))
}

#let foot(s, nth) = context {
  let first = locate(label("begin-" + str(nth))).page()
  let last = locate(label("end-" + str(nth))).page()
  let own = filled(s.words.at("form.page"), here().page() - first + 1, last - first + 1)
  let all = if d.pack { filled(s.words.at("form.pack-page"), here().page(), counter(page).final().first()) } else { own.map(_ => "") }
  let side(tongue, lines) = in-tongue(tongue, text(size: 8pt, lines.filter(line => line != "").map(line => text(line)).join(linebreak())))
  block(width: 100%, stroke: (top: 0.6pt), inset: (top: 5pt), grid(
    columns: (if s.code == none { 0mm } else { 31mm }, 1fr, auto),
    if s.code != none { image(bytes(s.code.svg), format: "svg", alt: s.code.alt, height: 27mm) },
    { set text(size: 8pt); literal(s, s.reference, width: 60mm) },
    align(right, grid(columns: s.tongues.len(), column-gutter: 6mm,
      ..s.tongues.enumerate().map(((at, tongue)) => align(left, side(tongue, (own.at(at), all.at(at)))))))
  ))
}

#let letterhead(s) = block(width: 100%, below: 10pt, stroke: (bottom: 0.8pt), inset: (bottom: 6pt), grid(
  columns: (half, half), column-gutter: 7mm, align: bottom,
  text(size: 13pt, weight: "bold", literal(s, s.organisation, width: half)),
  { set text(size: 9pt); grid(columns: 1fr, row-gutter: 3.5pt, ..s.address.map(line => literal(s, line, width: half))) },
))

#let references(s) = block(width: 100%, below: 10pt, grid(
  columns: (1fr, 1fr), column-gutter: 7mm,
  {
    stacked(s, s.words.at("form.reference"), size: 9pt, second: 8.5pt, width: half)
    v(5pt, weak: true)
    text(weight: "bold", literal(s, s.reference, width: half))
  },
  if s.placeAndDate != none { stacked(s, s.placeAndDate, size: 10pt, second: 9pt, width: half) },
))

#let title(s) = block(above: 12pt, below: 11pt, sticky: true, {
  show heading: _ => in-tongue(s.tongues.first(), text(size: 17pt, weight: "bold", fit(s.title.first(), room)))
  heading(level: 1, outlined: false, bookmarked: true, s.title.first())
  for (nth, line) in s.title.enumerate().slice(1) {
    v(6pt, weak: true)
    in-tongue(s.tongues.at(nth), text(size: 13pt, weight: "bold", fill: quiet, fit(line, room)))
  }
})

#let kinds = (
  heading: block-heading, paragraph: block-paragraph, addressee: block-addressee, facts: block-facts, table: block-table, steps: block-steps,
  banner: block-banner, notice: block-notice, checks: block-checks, blanks: block-blanks, signatures: block-signatures, curve: block-curve,
)

#let contents(s) = block({
  show heading: _ => beside(s, s.words.at("form.contents"), size: 11.5pt, weight: "bold")
  heading(level: 2, outlined: false, bookmarked: true, s.words.at("form.contents").first())
  table(
    columns: (9mm, 1fr, 40mm, 14mm), inset: (x: 3pt, y: 3.6pt), stroke: (x, y) => (top: hair, bottom: hair), align: (right, left, left, right),
    ..d.sheets.enumerate().slice(1).map(((nth, sheet)) => {
      let at = label("begin-" + str(nth))
      ([#nth], link(at, stacked(sheet, sheet.title, width: room - 65mm)), { set text(size: 8.5pt); literal(sheet, sheet.reference, width: 38mm) }, context str(locate(at).page()))
    }).flatten(),
  )
})

#let margins(s) = (left: 22mm, right: 20mm, top: 22mm, bottom: if s.code == none { 21mm } else { 42mm })

#let sheet(s, nth) = page(header: head(s), footer: foot(s, nth), margin: margins(s), {
  [#metadata(none)#label("begin-" + str(nth))]
  letterhead(s)
  references(s)
  title(s)
  for (at, b) in s.blocks.enumerate() {
    // A signature stands on no page without what is signed.
    b.keeps = s.blocks.at(at + 1, default: (kind: none)).kind == "signatures"
    if b.kind == "page-break" { pagebreak(weak: true) } else { (kinds.at(b.kind))(s, b) }
  }
  if d.pack and nth == 0 { contents(s) }
  [#metadata(none)#label("end-" + str(nth))]
})

#set document(title: d.title, author: d.author, date: auto)
#set page(paper: d.format, header-ascent: 6mm, footer-descent: 5mm)
#set text(size: 10.5pt, hyphenate: false, costs: (widow: 400%, orphan: 400%), lang: d.sheets.first().tongues.first().lang, font: d.sheets.first().tongues.first().fonts)
#set par(leading: 0.6em, spacing: 0.85em, justify: false)
#for (nth, s) in d.sheets.enumerate() { sheet(s, nth) }
`;
