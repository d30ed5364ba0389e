/**
 * Labels (Typst). All texts come in as data and are shown by `text`, which reads no markup. A label is as large as its stock and no larger: text is set smaller step by step, to no
 * less than 80 % of what is meant, and what still does not fit is an error: nothing is cut off.
 */
export const labelTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let thin = 0.3pt + black

#let in-tongue(t, body) = text(lang: t.lang, region: t.region, font: t.fonts, body)
#let long-word = regex("[^\\s\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}]{12,}")
#let broken(body) = text(body.replace(long-word, found => found.text.clusters().join(sym.zws)))
#let literal(s, body) = in-tongue(s.tongues.first(), broken(body))
// A name, whose words are broken where one alone is wider than its line, and nowhere else.
#let named(s, body, size, weight: "regular") = layout(room => {
  let set-so(word) = text(size: size, weight: weight, in-tongue(s.tongues.first(), word))
  set-so(body.replace(long-word, found => if measure(set-so(found.text)).width > room.width { found.text.clusters().join(sym.zws) } else { found.text }))
})
#let of-kind(s, ..kinds) = s.parts.filter(part => part.kind in kinds.pos())

// One above the other: the reader's first.
#let stacked(s, lines, size: 7pt, second: 6pt, weight: "regular", gap: 0.35em) = stack(spacing: gap,
  ..lines.enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), text(size: if nth == 0 { size } else { second }, weight: weight, line))))

// As large as its line allows, and no larger than that.
#let largest(tongue, body, width, most) = context {
  let at(size) = in-tongue(tongue, text(size: size, weight: "bold", body))
  let wide = measure(at(most)).width
  at(if wide <= width { most } else { most * (width / wide) })
}

#let code-text(s, code) = if code.text.kind == "din" {
  set text(size: 8.5pt, weight: "bold")
  stack(dir: ltr, spacing: 1.2mm,
    ..code.text.groups.map(group => literal(s, group)),
    if code.text.flags != none { rotate(90deg, reflow: true, text(size: 6pt, code.text.flags)) } else { [] },
    box(stroke: 0.6pt, inset: (x: 0.7mm, y: 0.4mm), outset: (y: 0.2mm), text(code.text.check)),
  )
} else if code.text.kind == "plain" { text(size: 6.5pt, literal(s, code.text.text)) }

#let picture(code) = image(bytes(code.svg), format: "svg", alt: code.alt, width: code.widthMm * 1mm, height: code.heightMm * 1mm)

// A code at its own size; what is read stands under the first bar, and touches none.
#let coded(s, code) = block(breakable: false, stack(spacing: 0.7mm,
  picture(code),
  if code.text.kind != "none" { pad(left: code.quietMm * 1mm, code-text(s, code)) },
))

#let field(s, part, f, value: 7pt) = stack(spacing: 2.1pt,
  stacked(s, part.label, size: 5.6pt * f, second: 5.6pt * f, gap: 2pt),
  ..part.lines.enumerate().map(((nth, line)) => text(size: if nth == 0 { value * f } else { 6.4pt * f }, weight: if nth == 0 { "bold" } else { "regular" }, literal(s, line))),
)

#let product(s, part, f, size: 10pt) = stack(spacing: 2.5pt,
  named(s, part.name, size * f, weight: "bold"),
  if part.attributes != "" { named(s, part.attributes, 6.6pt * f) },
)

#let notices(s, f, size: 6.2pt) = of-kind(s, "notice").map(part => block(width: 100%, stroke: 0.8pt, inset: 0.8mm,
  grid(columns: (1fr,) * part.lines.len(), column-gutter: 2mm, ..part.lines.enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), text(size: size * f, weight: "bold", line))))))

// Two columns of fields; those that are too wide for a column take both, and stand below.
#let fields(s, f, width, value: 7pt, gap: 1.3mm) = {
  let column = (width - 1.5mm) / 2
  let is-wide(part) = part.lines.any(line => measure(text(size: value * f, weight: "bold", in-tongue(s.tongues.first(), line))).width > column)
  let (narrow, wide) = (of-kind(s, "field").filter(part => not is-wide(part)), of-kind(s, "field").filter(is-wide))
  grid(columns: (1fr, 1fr), column-gutter: 1.5mm, row-gutter: gap * f,
    ..narrow.map(part => field(s, part, f, value: value)),
    ..if calc.odd(narrow.len()) { ([],) },
    ..wide.map(part => grid.cell(colspan: 2, field(s, part, f, value: value))))
}

#let tie-tag(s, f, width) = {
  let codes = of-kind(s, "code")
  let first = calc.max(..codes.filter(code => code.text.kind != "none").map(code => code.widthMm)) * 1mm
  let second = width - first - 1.5mm
  let matrix = codes.filter(code => code.text.kind == "none")
  grid(columns: (first, second), column-gutter: 1.5mm,
    stack(spacing: 1.5mm,
      ..codes.filter(code => code.text.kind != "none").map(code => coded(s, code)),
      pad(left: 2.5mm, stack(spacing: 1.4mm, ..of-kind(s, "product").map(part => product(s, part, f)), ..notices(s, f, size: 5.6pt)))),
    stack(spacing: 1.3mm * f,
      fields(s, f, second),
      grid(columns: (1fr, auto), column-gutter: 1mm,
        stack(spacing: 0.8mm * f, ..of-kind(s, "warning").map(part => stacked(s, part.lines, size: 5.6pt * f, second: 5.6pt * f, weight: "bold", gap: 1.2pt))),
        stack(spacing: 1mm, ..matrix.map(picture)))),
  )
}

// Two arrows over a line: this way up (ISO 780).
#let arrows = {
  let arrow = polygon(fill: black, (2.5mm, 0mm), (5mm, 4mm), (3.4mm, 4mm), (3.4mm, 11mm), (1.6mm, 11mm), (1.6mm, 4mm), (0mm, 4mm))
  stack(spacing: 0.8mm, stack(dir: ltr, spacing: 2.5mm, arrow, arrow), rect(width: 12.5mm, height: 0.9mm, fill: black))
}

#let banner(s, part, width) = block(width: 100%, fill: black, inset: (x: 3mm, y: 3.4mm), align(center, {
  set text(fill: white)
  stack(spacing: 3.6mm, ..part.lines.enumerate().map(((nth, line)) => largest(s.tongues.at(nth), line, width - 6mm, 46pt)))
}))

#let contact(s, part, f) = stack(spacing: 3pt,
  stacked(s, part.role, size: 6.4pt * f, second: 6.4pt * f, gap: 2pt),
  if part.organisation != "" { named(s, part.organisation, 7.4pt * f) },
  text(size: 9.5pt * f, weight: "bold", literal(s, part.telephone)),
)

#let box-label(s, f, width) = {
  let codes = of-kind(s, "code")
  let statements = codes.filter(code => code.of == "statement")
  let second = calc.max(20, ..statements.map(code => code.widthMm)) * 1mm
  let first = width - second - 3mm
  let rule = line(length: 100%, stroke: 0.8pt)
  let contacts = of-kind(s, "contact")
  stack(spacing: 2.2mm,
    ..notices(s, f, size: 8pt),
    ..of-kind(s, "banner").map(part => banner(s, part, width)),
    stack(spacing: 1.6mm, ..of-kind(s, "warning").map(part => stacked(s, part.lines, size: 8.6pt * f, second: 8.6pt * f, weight: "bold", gap: 2.2pt))),
    rule,
    grid(columns: (first, second), column-gutter: 3mm, align: (left + top, center + top),
      stack(spacing: 2.4mm,
        fields(s, f, first, value: 9.5pt, gap: 2mm),
        ..of-kind(s, "product").map(part => product(s, part, f, size: 11pt)),
        ..codes.filter(code => code.of == "din").map(code => coded(s, code))),
      stack(spacing: 2.4mm,
        ..of-kind(s, "upright").map(part => stack(spacing: 1.2mm, arrows, stacked(s, part.lines, size: 6.6pt * f, second: 6.6pt * f, gap: 1.4pt))),
        ..statements.map(code => stack(spacing: 0.6mm, picture(code), stacked(s, code.caption, size: 6.4pt, second: 6.4pt, gap: 1.4pt))))),
    rule,
    grid(columns: (1fr,) * calc.min(3, contacts.len()), column-gutter: 2.5mm, row-gutter: 2.4mm, ..contacts.map(part => contact(s, part, f))),
    align(right + bottom, text(size: 6.4pt * f, literal(s, s.reference))),
  )
}

// Where there is room: codes in two columns, and everything else over the whole width.
#let tall-tag(s, f, width) = {
  let (matrix, linear) = (of-kind(s, "code").filter(code => code.text.kind == "none"), of-kind(s, "code").filter(code => code.text.kind != "none"))
  let rule = line(length: 100%, stroke: 0.8pt)
  stack(spacing: 2.6mm,
    ..notices(s, f, size: 7pt),
    ..of-kind(s, "product").map(part => product(s, part, f, size: 13pt)),
    grid(columns: (1fr, 1fr), row-gutter: 3.5mm, ..linear.map(code => coded(s, code)), ..matrix.map(code => pad(left: 2.5mm, picture(code)))),
    rule,
    fields(s, f, width, value: 9pt, gap: 2mm),
    rule,
    stack(spacing: 1.8mm, ..of-kind(s, "warning").map(part => stacked(s, part.lines, size: 7.4pt * f, second: 7.4pt * f, weight: "bold", gap: 2pt))),
  )
}

// What is drawn, and how far from the edge. What stands there is as large as fits, of these.
#let drawing(s) = if s.kind == "box" { (box-label, 3mm) } else { (if d.heightMm < 100 { tie-tag } else { tall-tag }, 2mm) }
#let sizes = (1.2, 1.1, 1.0, 0.9, 0.8)

#let label-of(s) = {
  let (drawn, margin) = drawing(s)
  let (width, height) = (d.widthMm * 1mm - 2 * margin, d.heightMm * 1mm - 2 * margin)
  let edge = if d.sheet == none { none } else { thin }
  block(width: d.widthMm * 1mm, height: d.heightMm * 1mm, inset: margin, stroke: edge, breakable: false, context {
    let f = sizes.find(f => measure(drawn(s, f, width), width: width).height <= height)
    if f == none { panic("does not fit on this stock: " + s.reference) }
    drawn(s, f, width)
  })
}

#set document(title: d.title, date: auto)
#set text(size: 7pt, hyphenate: false, lang: d.labels.first().tongues.first().lang, font: d.labels.first().tongues.first().fonts)
#set par(leading: 0.4em, spacing: 0.4em, justify: false)
#set block(spacing: 0pt)
#if d.sheet == none {
  set page(width: d.widthMm * 1mm, height: d.heightMm * 1mm, margin: 0mm)
  for (nth, s) in d.labels.enumerate() { if nth > 0 { pagebreak() }; label-of(s) }
} else {
  let across = d.sheet.columns * d.widthMm
  let down = d.sheet.rows * d.heightMm
  set page(width: d.sheet.widthMm * 1mm, height: d.sheet.heightMm * 1mm, margin: (x: (d.sheet.widthMm - across) / 2 * 1mm, y: (d.sheet.heightMm - down) / 2 * 1mm))
  grid(columns: (d.widthMm * 1mm,) * d.sheet.columns, ..d.labels.map(label-of))
}
`;
