import ICAL from 'ical.js';

/** An entry as an independent parser read it. */
export interface EventRead {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly modified: string;
  readonly alarms: number;
}

/** Mozilla's parser, which Thunderbird reads calendars with. */
export function readCalendar(text: string): readonly EventRead[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => {
    const said = (name: string): string => event.getFirstPropertyValue(name)?.toString() ?? '';
    const at = (name: string): string => new Date(said(name)).toISOString();
    return {
      ...{ uid: said('uid'), sequence: Number(said('sequence')), status: said('status'), summary: said('summary') },
      ...{
        description: said('description'),
        startsAt: at('dtstart'),
        endsAt: at('dtend'),
        modified: at('last-modified'),
      },
      alarms: event.getAllSubcomponents('valarm').length,
    };
  });
}
