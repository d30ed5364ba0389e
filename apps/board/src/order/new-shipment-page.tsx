import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { newKey } from '../act/send-command.js';
import { useCommands, useCoordinates, useMay, useMe } from '../api/questions.js';
import type { Command } from '../api/types.js';
import { Asked, Loading, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { CopySheet } from './copy-sheet.js';
import { forgetSetUp, unopenedSetUp } from './kept-set-ups.js';
import { freshSetUp, type SetUp } from './set-up.js';
import { SetUpForm } from './set-up-page.js';
import { useSetUp } from './use-set-up.js';

/** A new shipment, step by step. What was typed before and is not open yet stands there again. */
export function NewShipmentPage() {
  useTitle('New shipment');
  const me = useMe().data;
  const coordinates = useCoordinates();
  const commands = useCommands();
  const [turn, setTurn] = useState(0);
  if (me == null) return <Loading what="the form" lines={4} />;
  if (!coordinates) {
    return <Nothing title="A shipment is opened by the operator’s coordinators">Ask the coordination office.</Nothing>;
  }
  const begin = unopenedSetUp(me.name) ?? freshSetUp(newKey(), me.name);
  return (
    <Asked what="the form" lines={4} query={commands}>
      {({ items }) => <Fresh key={turn} begin={begin} commands={items} again={() => setTurn(turn + 1)} />}
    </Asked>
  );
}

interface FreshProps {
  readonly begin: SetUp;
  readonly commands: readonly Command[];
  readonly again: () => void;
}

function Fresh({ begin, commands, again }: FreshProps) {
  const hand = useSetUp(begin, commands);
  const [copying, copy] = useState(false);
  const [, setParams] = useSearchParams();
  const begun = Object.keys(hand.setUp.drafts).length > 0;
  const underWay = Object.values(hand.setUp.outcomes).some(({ pending }) => pending !== undefined);
  const anew = () => {
    forgetSetUp(hand.setUp);
    setParams(new URLSearchParams());
    again();
  };
  return (
    <SetUpForm hand={hand} base="/new" title="New shipment">
      <span className="push order-ways">
        <button type="button" className="button" onClick={() => copy(true)}>
          Copy an earlier one
        </button>
        <FromFile />
        {begun && !underWay && (
          <button type="button" className="plain" onClick={anew}>
            Begin anew
          </button>
        )}
      </span>
      {copying && <CopySheet hand={hand} close={() => copy(false)} />}
    </SetUpForm>
  );
}

function FromFile() {
  const may = useMay('previewOrders');
  if (!may) return null;
  return (
    <Link href="/new/file" className="button">
      From a file
    </Link>
  );
}
