import type { Schedule } from '../../src/document/records.ts';
import type { ReportingRead } from './reporting.ts';
import { bare, readSchedules } from './schedules.ts';

/** When a task has to be done. */
export interface Deadline {
  readonly printed: string | null;
  readonly schedules: readonly Schedule[];
  /** Offsets in the task's text. */
  readonly at: { readonly start: number; readonly end: number } | null;
}

/** A moment that limits the task itself; moments of the report belong to the report. */
export function deadlineOf(task: string, reporting: ReportingRead | null): Deadline {
  const reported = new Set(reporting?.reporting.schedules.map((schedule) => schedule.printed));
  const limits = readSchedules(task).filter(
    (schedule) =>
      !reported.has(schedule.printed) &&
      schedule.every === null &&
      /^(?:hoàn thành|trước|chậm nhất|xong|đến hết|vào|trong|muộn nhất|hết)/iu.test(schedule.printed) &&
      !/(?:số|Nghị quyết|Quyết định|Kế hoạch)[^,;.]{0,40}$/u.test(task.slice(0, schedule.start)),
  );
  const [first] = limits;
  return first === undefined
    ? { printed: null, schedules: [], at: null }
    : { printed: first.printed, schedules: [bare(first)], at: first };
}
