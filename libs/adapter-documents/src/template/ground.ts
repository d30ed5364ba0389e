/**
 * What every sheet stands on (Typst): tongues, and words too long for their line. Texts come in as data and are shown by \`text\`, which reads no markup.
 * A word is broken only where it would leave its column; a hyphen is set by the rules of its language, and never into a literal.
 */
export const ground = String.raw`
#let d = json(bytes(sys.inputs.data))
#let quiet = luma(60)
#let hair = 0.4pt + luma(110)

#let in-tongue(t, body) = text(lang: t.lang, region: t.region, font: t.fonts, body)

#let long-word = regex("[^\\s\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}，。、；：！？「」（）《》“”]{16,}")

// The width of the text, and of one of two columns.
#let room = (if d.format == "a4" { 210mm } else { 8.5in }) - 42mm
#let half = (room - 7mm) / 2

// In pieces as long as the line, so that there is a place to break it at, and no more of them than lines; behind a hyphen or a stroke if there is one.
#let pieces(word, width) = {
  let (whole, piece) = ((), "")
  for character in word.clusters() {
    if piece != "" and measure(piece + character).width > width {
      let stop = piece.match(regex("^.{8,}[-/]"))
      let cut = if stop == none { piece.len() } else { stop.end }
      (whole, piece) = (whole + (piece.slice(0, cut),), piece.slice(cut) + character)
    } else { piece += character }
  }
  (whole + (piece,)).join(sym.zws)
}

#let fit(body, width) = if body.match(long-word) == none { text(body) } else {
  context text(body.replace(long-word, found => {
    if measure(found.text).width <= width { found.text } else { pieces(found.text, width) }
  }))
}

#let literal(s, body, width: room) = in-tongue(s.tongues.first(), par(fit(body, width)))

// One above the other: the reader's first, the others quieter.
#let stacked(s, lines, size: 10.5pt, second: 9pt, weight: "regular", gap: 3.2pt, width: room) = {
  let said = lines.enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), {
    set text(size: if nth == 0 { size } else { second }, weight: weight, fill: if nth == 0 { black } else { quiet })
    par(fit(line, width))
  }))
  stack(spacing: gap, ..said)
}

// Two languages side by side, as large as each other; one or many one above the other.
#let beside(s, lines, size: 10.5pt, weight: "regular", width: room) = {
  set text(size: size, weight: weight)
  let column = if lines.len() == 2 { (width - 7mm) / 2 } else { width }
  let said = lines.enumerate().map(((nth, line)) => in-tongue(s.tongues.at(nth), par(fit(line, column))))
  if said.len() == 2 { grid(columns: (1fr, 1fr), column-gutter: 7mm, ..said) } else { stack(spacing: 6pt, ..said) }
}

#let cell(s, value, size: 10pt, width: room) = if "literal" in value {
  set text(size: size)
  literal(s, value.literal, width: width)
} else { stacked(s, value.lines, size: size, second: 9pt, width: width) }

// As large as it can be in one line of the page.
#let largest(body, width: room - 22pt, sizes: (36pt, 32pt, 27pt, 23pt, 20pt, 17pt)) = context {
  let good = sizes.find(size => measure(text(size: size, weight: "bold", body)).width <= width)
  set text(size: if good == none { 17pt } else { good }, weight: "bold")
  par(fit(body, width))
}
`;
