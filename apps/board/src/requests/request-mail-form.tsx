import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { bodyFrom } from '../act/body.js';
import { groupDraft } from '../act/drafts.js';
import { formOf, type Field } from '../act/form-model.js';
import { ownPlace } from '../act/places.js';
import { newKey } from '../act/send-command.js';
import { faultsIn, type Sent } from '../act/sent.js';
import { SentText } from '../act/sent-text.js';
import { WholeForm } from '../act/whole-form.js';
import { now } from '../time/now.js';
import { cityOf } from '../time/zone.js';
import { PaperChoice } from './paper-choice.js';
import { sendRequestMail, type MailableRequest, type Requests } from './use-requests.js';
import { t } from '../words/words.js';

export interface RequestMailFormProps {
  readonly shipment: string;
  readonly request: MailableRequest;
  readonly all: Requests;
  readonly about: string;
  readonly close: () => void;
}

const nothingKnown = { zoneOfAirport: () => undefined };

/** The fields, the papers and the button. */
export function RequestMailForm(props: RequestMailFormProps) {
  const { request, all, close } = props;
  const fields = useMemo(() => fieldsFor(all.fields, request.answered), [all.fields, request.answered]);
  const { drafts, setDrafts, chosen, choose, wrong, busy, sent, submit } = useMailing(props, fields);
  const places = [{ city: cityOf(request.zone), zone: request.zone }, ownPlace];
  return (
    <WholeForm
      {...{ fields, drafts, setDrafts, places, wrong, busy, submit, leave: close }}
      {...{ faults: faultsIn(sent), button: t('Send it'), underWay: t('Sending…') }}
    >
      <PaperChoice {...{ papers: all.papers, most: all.mostPapers, suggested: request.suggested, chosen, choose }} />
      <SentText sent={sent} shown={[...fields.map(({ name }) => `/${name}`), '/papers']} confirm={() => undefined} />
    </WholeForm>
  );
}

/** An office that answers in advance is asked for its answer some day: when, is to be said. */
function fieldsFor(schema: RequestMailFormProps['all']['fields'], answered: boolean): readonly Field[] {
  return formOf(schema).map((field) =>
    field.name === 'answerExpectedAt' && answered ? { ...field, required: true, nullable: false } : field,
  );
}

/** What stands in the form, and how it is sent: under one key, once. */
function useMailing({ shipment, request, all, close }: RequestMailFormProps, fields: readonly Field[]) {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState(() => groupDraft(fields, {}, request.zone));
  const [marked, choose] = useState<readonly string[]>(request.suggested);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const key = useRef(newKey());
  const chosen = marked.filter((document) => all.papers.some((paper) => paper.document === document));
  const made = bodyFrom(fields, drafts, { ...nothingKnown, now: now() });
  const none = chosen.length === 0 ? [{ pointer: '/papers', detail: t('Choose at least one paper.') }] : [];
  const wrong = [...made.wrong, ...none];
  const submit = async () => {
    setTried(true);
    if (busy || wrong.length > 0) return;
    setBusy(true);
    const body = { ...(made.value as object), papers: chosen };
    const answer = await sendRequestMail({ shipment, request: request.request, key: key.current, body });
    await client.invalidateQueries({ queryKey: ['shipment', shipment] });
    setSent(answer);
    setBusy(false);
    if (answer.kind === 'done') close();
  };
  return { drafts, setDrafts, chosen, choose, busy, sent, submit, wrong: tried ? wrong : [] };
}
