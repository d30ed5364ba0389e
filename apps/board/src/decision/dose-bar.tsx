import type { DecisionOption } from '../api/types.js';
import { doseScale } from './decision-words.js';

const WIDTH = 220;
const HEIGHT = 20;

/** A dose with its band against what was asked for and the least that will do. The words beside it say the same. */
export function DoseBar({ dose }: { readonly dose: DecisionOption['doses'][number] }) {
  const scale = doseScale(dose, WIDTH);
  if (scale.dose === null) return null;
  const { low, centre, high } = scale.dose;
  return (
    <svg className="dose-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path className="axis" d={`M0 10.5H${WIDTH}`} />
      <rect className="part" x="0" y="7" width={centre} height="7" />
      <rect className="band" x={low} y="4" width={Math.max(1, high - low)} height="13" />
      <path className="minimum" d={`M${scale.minimum} 3v15`} />
      <path className="requested" d={`M${scale.requested} 1v18`} />
    </svg>
  );
}
