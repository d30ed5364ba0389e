import type { ChartLayout, Ruler } from './chart-layout.js';
import { textWidth } from './text-width.js';

/** The clocks along the top, one under the other, each with its own midnights in bold. */
export function Rulers({ layout: { rulers, axis } }: { readonly layout: ChartLayout }) {
  return (
    <g className="rulers" aria-hidden="true">
      {rulers.map((ruler) => (
        <g key={ruler.key}>
          <path className="axis" d={`M${axis.left} ${ruler.y + 4.5}H${axis.right}`} />
          <Name ruler={ruler} room={axis.left} />
          {ruler.marks.map(({ at, x, midnight, label }) => (
            <g key={`${at} ${midnight}`} className={midnight ? 'midnight' : undefined}>
              <path className="mark" d={`M${x} ${ruler.y + 4.5}V${ruler.y + (midnight ? -7 : -1)}`} />
              {label !== null && (
                <text x={x + 4} y={ruler.y}>
                  {label}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}

/** The city, and whose clock it is where there is room for both. */
function Name({ ruler: { city, role, y }, room }: { readonly ruler: Ruler; readonly room: number }) {
  const whole = textWidth(city, true) + 6 + textWidth(role) < room;
  return (
    <text x={0} y={y}>
      <tspan className="strong">{city}</tspan>
      {whole && (
        <tspan dx={6} className="ink2">
          {role}
        </tspan>
      )}
    </text>
  );
}
