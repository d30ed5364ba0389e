import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { Agreement } from './agreement.js';
import type { WorkerSaid } from './scan-worker.js';

/** Five pictures a second: a hand that is still is read at once, and a phone stays cool. */
const everyMs = 200;
/** After so long without a code the label is held crooked or too far away. */
const turnAfterMs = 2000;
/** The middle of the picture, in the camera's own dots: that many are read in time. */
const most = { width: 1440, height: 810 } as const;

/** What reading has come to: nothing was read for a while; or the reader did not start. */
export type Reading = 'looking' | 'turn' | 'broken';

/** Reads the codes that the video shows, in a worker, and tells those that two pictures agree on: anew for each thing in hand, since two may bear the same code; nothing while there is none. */
export function useReading(
  video: RefObject<HTMLVideoElement | null>,
  inHand: string | null,
  told: (texts: readonly string[]) => void,
): Reading {
  const [reading, set] = useState<Reading>('looking');
  const tell = useEffectEvent(told);
  useEffect(() => {
    if (inHand === null) return undefined;
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
    const [agreement, canvas] = [new Agreement(), document.createElement('canvas')];
    let [busy, lastRead] = [false, Date.now()];
    worker.onmessage = ({ data }: MessageEvent<WorkerSaid>) => {
      busy = false;
      if ('failed' in data) return set('broken');
      if (data.texts.length > 0) lastRead = Date.now();
      set(Date.now() - lastRead > turnAfterMs ? 'turn' : 'looking');
      const agreed = agreement.frame(data.texts);
      if (agreed.length > 0) tell(agreed);
    };
    worker.onerror = () => set('broken');
    const timer = setInterval(() => {
      const picture = busy || video.current === null ? null : pictureOf(video.current, canvas);
      if (picture === null) return;
      busy = true;
      worker.postMessage(picture, [picture.data.buffer]);
    }, everyMs);
    return () => {
      clearInterval(timer);
      worker.terminate();
    };
  }, [video, inHand]);
  return reading;
}

/** The middle of what the video shows now; null before it shows anything. */
function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight, readyState } = video;
  const [width, height] = [Math.min(videoWidth, most.width), Math.min(videoHeight, most.height)];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA || width === 0 || height === 0 || pen === null) return null;
  [canvas.width, canvas.height] = [width, height];
  pen.drawImage(video, (videoWidth - width) / 2, (videoHeight - height) / 2, width, height, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}
