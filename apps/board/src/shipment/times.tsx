import type { Shipment } from '../api/types.js';
import { CoursePanel } from './course.js';
import { Timeline } from './timeline.js';

/** When things are and when they must be: what is to spare, then everything in order of time. */
export function Times({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <CoursePanel shipment={shipment} />
      <Timeline shipment={shipment} />
    </>
  );
}
