import { t } from '../words/words.js';
import { faultWords } from './scan-words.js';
import { useCamera, type Camera } from './use-camera.js';
import { useReading, type Reading } from './use-reading.js';

interface CameraViewProps {
  /** What is in hand; null: it is checked, and nothing is read until the next is taken. */
  readonly inHand: string | null;
  /** Told the codes that it sees, each once. */
  readonly seen: (texts: readonly string[]) => void;
}

/** What the camera sees, with a level frame to hold the label in; or why there is none. */
export function CameraView({ inHand, seen }: CameraViewProps) {
  const { camera, video } = useCamera();
  const reading = useReading(video, camera === 'on' ? inHand : null, seen);
  const fault = camera !== 'on' && camera !== 'starting' ? camera : reading === 'broken' ? 'reader' : null;
  if (fault !== null) return <p className="scan-without warn">{faultWords(fault)}</p>;
  return (
    <div className="scan-camera" hidden={inHand === null}>
      <video ref={video} muted playsInline aria-label={t('What the camera sees')} />
      <div className="scan-frame" aria-hidden="true" />
      <p className="scan-hint" role="status">
        {hintOf(camera, reading)}
      </p>
    </div>
  );
}

function hintOf(camera: Camera, reading: Reading): string {
  if (camera === 'starting') return t('The camera starts…');
  return reading === 'turn'
    ? t('Turn the label level and hold it so that it fills the frame.')
    : t('Hold the label in the frame.');
}
