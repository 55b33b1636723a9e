import type { Reporting } from '../../src/document/records.ts';
import { type ActorList, actorListFrom, findActors } from './actors.ts';
import { bare, readSchedules } from './schedules.ts';
import { clauses, type Stretch, sentences } from './sentences.ts';

/** What a text says about a report, and where it says so. */
export interface ReportingRead {
  readonly reporting: Reporting;
  readonly start: number;
  readonly end: number;
}

/** A duty to report: "báo cáo UBND tỉnh", "gửi báo cáo … về Sở X", "đề xuất về Sở X tổng hợp". */
const REPORTS =
  /báo cáo|(?:kết quả|tổng hợp|đề xuất|phản ánh)[^.;]{0,120}?\s(?:gửi|về|qua)\s|gửi\s+(?:về\s+)?(?:Sở|UBND|Ủy ban)/iu;

/** What stands right before the recipient; "về" alone needs a body after it. */
const TOWARDS =
  /(?:báo cáo(?:\s+(?:kết quả|tình hình))?(?:\s+(?:về|gửi|cho|lên))?|gửi(?:\s+(?:về|cho|đến))?|về|cho|đến|lên|trình|đề xuất(?:\s+với)?)\s+$/iu;

const THROUGH = /(?:thông\s+)?qua\s+$/iu;

/** Only a subject of a report, never its recipient: "các báo cáo", "chế độ báo cáo". */
const NO_DUTY = /(?:chế độ|tại|các|những|theo|kèm|thông tin) báo cáo(?!\s+(?:kết quả|về|UBND|Ủy ban))/iu;

/** "định kỳ 06 (sáu) tháng hoặc đột xuất": how often, where no day is given. */
const IRREGULAR =
  /định kỳ(?:\s+\d+\s*(?:\([^)]{1,20}\)\s*)?(?:tháng|tuần|quý|năm|ngày))?(?:\s+hoặc\s+đột xuất|\s+và\s+đột xuất)?/iu;

/** The report a text demands, or null. The first clause that names a recipient or a date decides. */
export function readReporting(text: string): ReportingRead | null {
  for (const sentence of sentences(text)) {
    for (const clause of clauses(sentence)) {
      if (!REPORTS.test(clause.text) || NO_DUTY.test(clause.text)) continue;
      const read = readClause(clause);
      if (read !== null) return read;
    }
  }
  return null;
}

function readClause(clause: Stretch): ReportingRead | null {
  const actors = findActors(clause.text);
  const lists = actors.map((actor) => actorListFrom(clause.text, actors, actor.start)).filter((list) => list !== null);
  const before = (list: ActorList): string => clause.text.slice(0, list.start);
  const to = lists.find((list) => TOWARDS.test(before(list)));
  const through = lists.find((list) => THROUGH.test(before(list)));
  const schedules = readSchedules(clause.text);
  if (to === undefined && (schedules.length === 0 || !/báo cáo/iu.test(clause.text))) return null;
  const printed = schedules.map((schedule) => schedule.printed);
  const irregular = clause.text.match(IRREGULAR)?.[0];
  return {
    reporting: {
      to: nameOf(to),
      through: nameOf(through),
      when: printed.length > 0 ? printed.join(', ') : (irregular ?? null),
      schedules: schedules.map(bare),
    },
    start: clause.start,
    end: clause.end,
  };
}

function nameOf(list: ActorList | undefined): string | null {
  return list === undefined ? null : list.agencies.map((agency) => agency.name).join(', ');
}
