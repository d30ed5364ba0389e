/** One function for each kind of block (Typst). What is filled by hand has room for handwriting: 9 mm a line, 20 mm for a signature, 30 mm for a stamp. */
export const blocks = String.raw`
#let block-heading(s, b) = block(above: 14pt, below: 9pt, sticky: true, breakable: false, {
  show heading: _ => beside(s, b.lines, size: 11.5pt, weight: "bold")
  heading(level: 2, outlined: false, bookmarked: true, b.lines.first())
})

#let block-paragraph(s, b) = block(sticky: b.at("keeps", default: false), breakable: b.lines.any(line => line.len() > 900), beside(s, b.lines))

#let block-addressee(s, b) = block(above: 12pt, below: 14pt, stroke: (left: 1.2pt), inset: (left: 8pt, y: 2pt), breakable: false,
  grid(columns: 1fr, row-gutter: 5pt, ..b.lines.map(line => literal(s, line, width: room - 10pt))))

// No row is torn apart by the end of a page, unless it might be longer than one.
#let kept(value, body) = table.cell(breakable: value.at("lines", default: (value.at("literal", default: ""),)).join().len() > 900, body)

// Short enough to stand on one page whole: a few rows of a few lines.
#let short(texts, rows) = rows <= 8 and texts.join("", default: "").len() <= 1500
#let texts-of(value) = value.at("lines", default: (value.at("literal", default: ""),))

#let block-facts(s, b) = block(sticky: b.at("keeps", default: false) and b.rows.len() <= 8, breakable: b.rows.len() > 8, table(
  columns: (37%, 1fr), inset: (x: 4pt, y: 3.8pt),
  stroke: (x, y) => (top: if y == 0 { 0.8pt } else { hair }, bottom: if y == b.rows.len() - 1 { 0.8pt } else { hair }),
  ..b.rows.map(row => (
    kept(row.value, stacked(s, row.label, size: 9.5pt, second: 8.5pt, width: 0.37 * room - 8pt)),
    kept(row.value, cell(s, row.value, width: 0.63 * room - 8pt)),
  )).flatten(),
))

#let block-table(s, b) = {
  let width(column) = b.shares.at(column) * room - 8pt
  block(breakable: not short(b.rows.flatten().map(texts-of).flatten(), b.rows.len()), table(
    columns: b.shares.map(share => share * room), inset: (x: 4pt, y: 4.5pt),
    stroke: (x, y) => (top: if y <= 1 { 0.8pt } else { hair }, bottom: 0.8pt),
    table.header(..b.columns.enumerate().map(((at, column)) => stacked(s, column, size: 9pt, second: 8.5pt, weight: "bold", width: width(at)))),
    ..b.rows.map(row => row.enumerate().map(((at, value)) => kept(value, cell(s, value, size: 9.5pt, width: width(at))))).flatten(),
  ))
}

#let block-steps(s, b) = {
  let two = s.tongues.len() == 2
  let number(nth) = align(top, text(size: 23pt, weight: "bold", top-edge: "cap-height", str(nth + 1)))
  let column = if two { half - 12mm } else { room - 12mm }
  let said(lines) = lines.enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), text(size: 10.5pt, par(fit(line, column)))))
  block(breakable: not short(b.items.flatten(), b.items.len()), grid(
    columns: if two { (12mm, half - 12mm, half) } else { (12mm, 1fr) }, row-gutter: 8pt,
    column-gutter: if two { (0mm, 7mm) } else { 0mm },
    ..b.items.enumerate().map(((nth, lines)) => {
      let texts = if two { said(lines) } else { (stack(spacing: 6pt, ..said(lines)),) }
      (number(nth), ..texts.map(it => block(breakable: false, it)))
    }).flatten(),
  ))
}

#let block-banner(s, b) = block(above: 11pt, below: 11pt, width: 100%, stroke: 2.4pt, inset: (x: 8pt, y: 10pt), breakable: false,
  align(center, stack(spacing: 13pt, ..b.lines.enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), largest(line))))))

#let block-notice(s, b) = block(width: 100%, stroke: (left: 2.4pt + quiet), inset: (left: 8pt, y: 4pt), beside(s, b.lines, size: 9.5pt, width: room - 8pt))

#let block-checks(s, b) = block(table(
  columns: (8mm, 1fr, 48mm), inset: (x: 3pt, y: 5pt), stroke: (x, y) => (top: if y == 0 { none } else { hair }, bottom: hair),
  table.header([], [], stacked(s, s.words.at("form.remarks"), size: 8.5pt, second: 8pt, width: 44mm)),
  ..b.items.map(lines => (
    align(center, rect(width: 4.6mm, height: 4.6mm, stroke: 1pt)),
    stacked(s, lines, width: room - 60mm),
    box(height: 9mm),
  )).flatten(),
))

#let block-blanks(s, b) = block(breakable: b.items.len() > 6, table(
  columns: (37%, 1fr), inset: (x: 3pt, y: 4pt), stroke: none,
  ..b.items.map(lines => (
    stacked(s, lines, size: 9.5pt, second: 8.5pt, width: 0.37 * room - 6pt),
    table.cell(stroke: (bottom: 0.7pt), box(height: 8mm)),
  )).flatten(),
))

// Where something is written by hand, or stands there already, over what it is.
#let to-write(s, word, height, width, given: "") = stack(spacing: 3pt,
  block(width: 100%, height: height, stroke: (bottom: 0.7pt), inset: (bottom: 3pt), align(bottom, literal(s, given, width: width))),
  stacked(s, s.words.at(word), size: 8.5pt, second: 8pt, gap: 3.2pt, width: width),
)

#let to-stamp(s) = block(width: 30mm, height: 30mm, stroke: (paint: luma(110), thickness: 0.6pt, dash: "dashed"), inset: 3pt,
  stacked(s, s.words.at("form.stamp"), size: 8.5pt, second: 8pt, gap: 3.2pt, width: 27mm))

#let signer(s, one, width) = block(breakable: false, {
  let role = stacked(s, one.role, size: 10.5pt, second: 9pt, weight: "bold", width: if width > half { half - 18mm } else { half })
  let name = to-write(s, "form.name", if one.name == "" { 9mm } else { auto }, if width > half { half - 18mm } else { half - 34mm }, given: one.name)
  let day = to-write(s, "form.date-and-time", 9mm, width - 34mm)
  if width > half {
    grid(columns: (1fr, 1fr, 30mm), column-gutter: 6mm,
      stack(role, to-write(s, "form.signature", 17mm, half - 18mm)), stack(spacing: 7pt, name, day), to-stamp(s))
  } else {
    role
    v(4pt, weak: true)
    grid(columns: (1fr, 30mm), column-gutter: 4mm, stack(spacing: 8pt, to-write(s, "form.signature", 20mm, half - 34mm), name, day), to-stamp(s))
  }
})

#let block-signatures(s, b) = if b.signers.len() == 1 { block(above: 10pt, signer(s, b.signers.first(), room)) } else {
  block(above: 14pt, grid(columns: (half, half), column-gutter: 7mm, row-gutter: 9mm, ..b.signers.map(one => signer(s, one, half))))
}
`;
