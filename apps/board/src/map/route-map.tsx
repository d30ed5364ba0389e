import { geoAzimuthalEqualArea, geoCentroid, geoInterpolate, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import land from 'world-atlas/land-110m.json';
import { useWidth } from '../shell/use-width.js';
import type { Route, RouteLine, RoutePlace } from './route-lines.js';

/** The land, at a scale of 1 to 110 million: Natural Earth, by way of world-atlas. */
const world = feature(land as unknown as Parameters<typeof feature>[0], 'land');

/** Its height by its width, wide enough for an ocean, and at least so many pixels. */
const shape = 0.5;
const leastHeight = 220;
const margin = 36;
/** What a city's name may take beside its mark. */
const nameWidth = 90;

/** The way over the earth, as great circles on a map that keeps areas, with the way in its middle. Drawn here: no tile server learns who flies where. */
export function RouteMap({ route }: { readonly route: Route }) {
  const { width, measured } = useWidth();
  const height = Math.max(leastHeight, Math.round(width * shape));
  const projection = projectionOf(route, { width, height });
  const draw = geoPath(projection);
  return (
    <div className="route-map" ref={measured}>
      {width > 0 && (
        <svg role="img" aria-label={route.said} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <path className="land" d={draw(world) ?? ''} />
          {route.lines.map((line) => (
            <Line key={line.key} line={line} draw={draw} projection={projection} />
          ))}
          {route.places.map((place) => (
            <Place key={place.city} place={place} projection={projection} width={width} />
          ))}
        </svg>
      )}
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function projectionOf({ lines, places }: Route, { width, height }: Size): GeoProjection {
  const points = { type: 'MultiPoint', coordinates: places.map(({ at }) => at) } as const;
  const ways = { type: 'MultiLineString', coordinates: lines.map(({ from, to }) => [from, to]) } as const;
  const [east, north] = geoCentroid(points);
  const ends: [[number, number], [number, number]] = [
    [margin, margin],
    [Math.max(margin + 1, width - margin), Math.max(margin + 1, height - margin)],
  ];
  return geoAzimuthalEqualArea()
    .rotate([-east, -north])
    .clipAngle(120)
    .fitExtent(ends, ways)
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

interface Drawn {
  readonly line: RouteLine;
  readonly draw: ReturnType<typeof geoPath>;
  readonly projection: GeoProjection;
}

function Line({ line: { from, to, state, flown }, draw, projection }: Drawn) {
  const along = geoInterpolate(from, to);
  const here = flown === null ? null : along(flown);
  const whole = draw({ type: 'LineString', coordinates: [from, to] }) ?? '';
  if (here === null) return <path className={`way ${state}`} d={whole} />;
  const [x, y] = projection(here) ?? [0, 0];
  return (
    <>
      <path className="way ahead" d={whole} />
      <path className="way flown" d={draw({ type: 'LineString', coordinates: [from, here] }) ?? ''} />
      <circle className="here" cx={x} cy={y} r={5} />
    </>
  );
}

interface Placed {
  readonly place: RoutePlace;
  readonly projection: GeoProjection;
  readonly width: number;
}

/** Its name stands on the side that has room. */
function Place({ place: { city, at }, projection, width }: Placed) {
  const [x, y] = projection(at) ?? [0, 0];
  const before = x > width - nameWidth;
  return (
    <>
      <circle className="place" cx={x} cy={y} r={3} />
      <text x={x} y={y - 8} textAnchor={before ? 'end' : 'start'}>
        {city}
      </text>
    </>
  );
}
