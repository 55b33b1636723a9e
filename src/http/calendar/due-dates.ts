import type { IsoDate } from '../../document/policy-document.ts';
import type { Assignment, Schedule } from '../../document/records.ts';
import { nextDate } from './next-date.ts';

/** A day on which something of an assignment is due. */
export interface DueDate {
  readonly kind: 'report' | 'task';
  readonly schedule: Schedule;
  readonly next: IsoDate;
}

/** What is still to come of an assignment's deadlines, nearest first. */
export function dueDates(assignment: Assignment, today: IsoDate): DueDate[] {
  const due = (kind: DueDate['kind'], schedules: readonly Schedule[]) =>
    schedules.flatMap((schedule) => {
      const next = nextDate(schedule, today);
      return next === null ? [] : [{ kind, schedule, next }];
    });
  const all = [...due('report', assignment.reporting?.schedules ?? []), ...due('task', assignment.schedules)];
  return all.sort((a, b) => a.next.localeCompare(b.next));
}

/** Today in Vietnam, wherever the server stands. */
export function todayInVietnam(now: number): IsoDate {
  return new Date(now + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
