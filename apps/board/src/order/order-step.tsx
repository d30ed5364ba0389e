import { Namesakes } from '../act/namesakes.js';
import { ActFields } from './act-fields.js';
import { OPEN, stepOfField } from './acts.js';
import { OpenedAlready } from './opened-already.js';
import type { StepProps } from './step-props.js';

/** What is ordered, and for whom by label and weight: no name of anybody. */
export function OrderStep({ hand, tried }: StepProps) {
  const open = hand.acts.find(({ id }) => id === OPEN);
  if (open === undefined || hand.setUp.opened) return <OpenedAlready id={hand.setUp.id} />;
  const under = { reference: (typed: string) => <Namesakes reference={typed} id={hand.setUp.id} /> };
  return (
    <ActFields hand={hand} act={open} only={(name) => stepOfField(name) === 'order'} tried={tried} under={under} />
  );
}
