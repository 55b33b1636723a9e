import type { IsoDate, PolicyDocument } from '../../document/policy-document.ts';
import type { Assignment, Schedule } from '../../document/records.ts';
import { type DueDate, dueDates } from './due-dates.ts';

const RULES: Readonly<Partial<Record<NonNullable<Schedule['every']>, string>>> = {
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  'half-year': 'FREQ=MONTHLY;INTERVAL=6',
  year: 'FREQ=YEARLY',
};

export interface CalendarOptions {
  readonly today: IsoDate;
  /** Moment of the last change, ISO 8601; the index's build time, so that a feed changes only with its source. */
  readonly stamp: string;
}

/** The deadlines of assignments as an RFC 5545 calendar of all-day events. */
export function toCalendar(
  assignments: readonly (readonly [Assignment, PolicyDocument])[],
  { today, stamp }: CalendarOptions,
): string {
  const dtstamp = `${stamp.replace(/[-:]/g, '').slice(0, 15)}Z`;
  const events = assignments.flatMap(([assignment, document]) =>
    dueDates(assignment, today).flatMap((due, i) => event(assignment, document, due, { i, dtstamp })),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hoi dap chinh sach//VI',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Thời hạn báo cáo và nhiệm vụ',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('');
}

function event(
  assignment: Assignment,
  document: PolicyDocument,
  due: DueDate,
  { i, dtstamp }: { readonly i: number; readonly dtstamp: string },
): string[] {
  const rule = due.schedule.every === null ? null : RULES[due.schedule.every];
  const agencies = assignment.lead.map(({ name }) => name).join(', ');
  const to = assignment.reporting?.to;
  const summary =
    due.kind === 'report' ? `Báo cáo${to ? ` ${to}` : ''}: ${assignment.task}` : `Thời hạn: ${assignment.task}`;
  return [
    'BEGIN:VEVENT',
    `UID:${assignment.id}-${i}@hoi-dap-chinh-sach`,
    `DTSTAMP:${dtstamp}`,
    `DTSTART;VALUE=DATE:${due.next.replaceAll('-', '')}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escapeText(cut(summary, 120))}`,
    `DESCRIPTION:${escapeText(
      [agencies, due.schedule.printed, `${document.number ?? document.id}, dòng ${assignment.span.startLine}`]
        .filter((part) => part !== '')
        .join('\n'),
    )}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Content lines are at most 75 octets; the rest goes on lines that begin with a space, never inside a character. */
function fold(line: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return `${[...folded, current].join('\r\n')}\r\n`;
}
