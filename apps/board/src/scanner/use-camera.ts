import { useEffect, useRef, useState, type RefObject } from 'react';

/** Why there is no camera, or nothing that reads what it sees. */
export type CameraFault = 'insecure' | 'denied' | 'none' | 'busy' | 'failed' | 'reader';

export type Camera = 'starting' | 'on' | CameraFault;

/** The camera at the back, wide enough that the bars of a label are two dots each. */
const wanted: MediaStreamConstraints = {
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
  audio: false,
};

/** The camera, shown in that video for as long as it stands there. */
export function useCamera(): { readonly camera: Camera; readonly video: RefObject<HTMLVideoElement | null> } {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, set] = useState<Camera>('starting');
  useEffect(() => {
    const shown = video.current;
    let stopped = false;
    let stream: MediaStream | undefined;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      // An address without https has no such thing, whatever the types say.
      if (!window.isSecureContext) return set('insecure');
      stream = await navigator.mediaDevices.getUserMedia(wanted);
      if (stopped || shown === null) return stop();
      shown.srcObject = stream;
      await sharp(stream);
      await shown.play();
      set('on');
    };
    start().catch((error: unknown) => !stopped && set(faultOf(error)));
    return () => {
      stopped = true;
      stop();
    };
  }, []);
  return { camera, video };
}

/** Where the camera can, it keeps in focus what is held before it; where it cannot, nothing is lost. */
async function sharp(stream: MediaStream): Promise<void> {
  const continuous = { advanced: [{ focusMode: 'continuous' } as MediaTrackConstraintSet] };
  await stream
    .getVideoTracks()[0]
    ?.applyConstraints(continuous)
    .catch(() => undefined);
}

const faults: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
};

function faultOf(error: unknown): CameraFault {
  return (error instanceof Error ? faults[error.name] : undefined) ?? 'failed';
}
