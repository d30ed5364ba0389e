/** What the rules of mainland China have in common. */
export const inChina = { version: 1, jurisdiction: 'CN', owner: 'customs' } as const;

export const customs = 'the directly affiliated customs of the airport';
