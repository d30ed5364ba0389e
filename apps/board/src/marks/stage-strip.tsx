import { memo } from 'react';
import type { StripMark } from '../api/types.js';
import { stripPaths } from './strip-paths.js';
import { markWords, stages, toneOf } from './words.js';
import { useLanguage } from '../words/language.js';
import { t } from '../words/words.js';

const STEP = 24;

/** The ten stages, always the same ones in the same order, joined by a hairline: a path for each kind of mark. */
export const StageStrip = memo(function StageStrip({ strip }: { readonly strip: readonly StripMark[] }) {
  const width = strip.length * STEP;
  useLanguage();
  const says = strip
    .map(({ name, mark }) => t('{stage} {mark}', { stage: stages[name]?.name ?? name, mark: markWords[mark] }))
    .join(t(', '));
  const paths = stripPaths(
    strip.map(({ mark }) => mark),
    STEP,
  );
  return (
    <svg className="strip" viewBox={`0 -8 ${width} 16`} width={width} height="16" role="img" aria-label={says}>
      <path className="thread" d={`M${STEP / 2} 0H${width - STEP / 2}`} />
      {paths.map(({ mark, paths: each }) => (
        <g key={mark} className={`mark ${toneOf(mark)}`}>
          {each.map((path) => (
            <path key={path.className} {...path} strokeLinejoin="round" />
          ))}
        </g>
      ))}
    </svg>
  );
});

/** The heads of the strip's columns; for the eye, since each strip names its stages itself. */
export function StripHeads() {
  return (
    <span className="strip-heads" aria-hidden="true">
      {Object.values(stages).map(({ head, name }) => (
        <abbr key={head} title={name}>
          {head}
        </abbr>
      ))}
    </span>
  );
}
