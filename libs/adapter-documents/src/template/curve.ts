/** A temperature curve (Typst), drawn in black: the band is two dashed lines, since a copy knows no shade. It is a figure with its caption as alternative text. */
export const curve = String.raw`
#let drawn(plot, width, height) = {
  let at(x, y) = (x * width, (1 - y) * height)
  let rule(from, to, stroke) = place(top + left, line(start: from, end: to, stroke: stroke))
  box(width: width, height: height, stroke: 0.7pt, {
    for tick in plot.celsius {
      let edge = plot.band != none and (plot.band.from == tick.at or plot.band.to == tick.at)
      if not edge { rule(at(0, tick.at), at(1, tick.at), 0.25pt + luma(170)) }
      place(top + left, dx: -15mm, dy: (1 - tick.at) * height - 4pt, box(width: 13mm, align(right, text(size: 8pt, tick.says))))
    }
    for tick in plot.hours {
      rule(at(tick.at, 0), at(tick.at, -0.025), 0.6pt)
      let (day, hour) = tick.says.split(" ")
      place(top + left, dx: tick.at * width - 10mm, dy: height + 5pt,
        box(width: 20mm, align(center, text(size: 8pt, hour + linebreak() + day))))
    }
    if plot.band != none {
      for edge in (plot.band.from, plot.band.to) { rule(at(0, edge), at(1, edge), (thickness: 1pt, dash: "dashed")) }
    }
    place(top + left, std.curve(stroke: (thickness: 1.3pt, join: "round"),
      std.curve.move(at(..plot.points.first())),
      ..plot.points.slice(1).map(point => std.curve.line(at(..point)))))
  })
}

#let block-curve(s, b) = {
  block(above: 12pt, below: 6pt, sticky: true, breakable: false, stacked(s, b.caption, size: 10.5pt, second: 9pt, weight: "bold", width: room))
  if b.plot != none {
    block(breakable: false, sticky: true, below: 2pt, figure(alt: b.caption.last(), block(inset: (left: 17mm, right: 4mm, bottom: 11mm, top: 2mm), width: 100%,
      drawn(b.plot, room - 21mm, 62mm))))
    block(above: 2pt, below: 12pt, text(size: 8.5pt, literal(s, b.plot.zone)))
  }
}
`;
