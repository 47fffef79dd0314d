import { DEFAULT_PULSE_SCHEDULE, type PulsePerson, planPulse } from '../../src/domain/pulse-schedule.ts';
import { FAN_OUT, PULSE_TIME, personId, ZONE } from '../big-agency.ts';
import { type Bench, figure, median, time } from '../figure.ts';

const ROUNDS = 9;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Sao_Paulo'];

/** 5,000 people whose pulse is due: in one zone, and spread over five. */
export const bench: Bench = {
  title: 'Pulse: plan',
  async run() {
    const since = new Date('2026-11-02T00:00:00Z');
    const now = new Date(PULSE_TIME.opens);
    const peopleIn = (zones: readonly string[]): PulsePerson[] =>
      Array.from({ length: FAN_OUT.people }, (_, i) => ({
        userId: personId(i),
        calendar: { timeZone: zones[i % zones.length] ?? ZONE, daysOff: [] },
        ownDaysOff: [],
        pausedUntil: null,
        settledWeeks: [],
      }));
    const measure = async (people: readonly PulsePerson[]) => {
      const runs: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1)
        runs.push(await time(() => planPulse({ schedule: DEFAULT_PULSE_SCHEDULE, since }, people, now)));
      return median(runs);
    };
    const one = await measure(peopleIn([ZONE]));
    const five = await measure(peopleIn(ZONES));
    return [
      figure({ name: 'plan 5,000 people, one zone', value: one, unit: 'ms' }),
      figure({ name: 'plan 5,000 people, five zones', value: five, unit: 'ms' }),
    ];
  },
};
