import { encodeQR } from 'qr';
import { pathOf } from './qr-path.js';

/** A QR code drawn here: what it holds goes to no server. Dark on light in either theme, or telephones do not read it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const size = modules.length;
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect className="light" width={size} height={size} />
      <path className="dark" d={pathOf(modules)} />
    </svg>
  );
}
