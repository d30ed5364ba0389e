import type { Policy } from '@cellrelay/shipment';

/** The settings that policies gained with the courier's way to town, visas, rest and boxes. Written out: what an old log tells must not change when a default does. */
export const settingsOfCouriers = {
  positioningDays: { value: { overseas: 2, region: 1, domestic: 0 }, source: 'S42', mark: 'V-' },
  positioningByClock: {
    value: { overseas: '23:59', region: '12:00', domestic: '23:59' },
    source: 'S42: two days before overseas, by the morning of the day before within Europe, on the day at home',
    mark: 'V-',
  },
  positioningRegions: {
    value: [
      {
        name: 'Europe',
        countries:
          'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA'.split(
            ' ',
          ),
      },
    ],
    source: 'S42; the list is a site choice',
    mark: 'V-',
  },
  extraNightsForDayTwo: { value: 1, source: 'site choice: flights are booked for both days', mark: 'site' },
  courierRestHours: {
    value: 24,
    source: 'standards.md 1.2: no sleep during carriage; the figure is assumed',
    mark: 'G',
  },
  visaExpediteDays: { value: 5, source: 'site choice', mark: 'site' },
  boxContingencyHours: {
    value: 12,
    source: 'standards.md 1.1: planned time and contingency; the figure is assumed',
    mark: 'G',
  },
} satisfies Partial<Policy>;
