import { useEffect, useId } from 'react';
import { useAirports } from '../../api/questions.js';
import { textIn } from '../drafts.js';
import { useSurroundings } from '../form-context.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';

/** An airport by its three letters; a city's name is looked up while it is typed. */
export function AirportField({ field, at, draft, change }: FieldProps) {
  const list = useId();
  const typed = textIn(draft);
  const { learnAirports } = useSurroundings();
  const { data } = useAirports(typed);
  const items = data?.items;
  const found = items?.find(({ iata }) => iata === typed.trim().toUpperCase());
  useEffect(() => {
    if (items !== undefined) learnAirports(items);
  }, [items, learnAirports]);
  return (
    <Frame
      field={field}
      at={at}
      within
      after={found !== undefined && <p className="echo">{`${found.city}, ${found.name}`}</p>}
    >
      {(ties) => (
        <>
          <input
            {...ties}
            list={list}
            value={typed}
            placeholder="PEK"
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
          <datalist id={list}>
            {items?.map(({ iata, city, name }) => (
              <option key={iata} value={iata}>
                {city}, {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Frame>
  );
}
