import type { IsoDate } from '../../document/policy-document.ts';
import type { Note } from '../answer.ts';
import { listInWords } from '../compose/wording.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { momentsOf, type Subject, shortName } from './subject.ts';

/** The document's own period, or the moment the answer names, is over. */
export function periodEndedNotes(subject: Subject): readonly Note[] {
  const { asOf } = subject;
  const contentViews = subject.contentViews.length > 0 ? subject.contentViews : viewsOfPeriods(subject);
  const moment = passedMoment(subject);
  if (moment !== null && contentViews.length > 1) {
    return [note(`Mốc ${moment} đã qua; các văn bản chỉ cho biết mục tiêu, không cho biết kết quả đạt được.`)];
  }
  const ended = contentViews.flatMap((view) => endedPeriod(view, asOf) ?? []);
  if (ended.length > 0) {
    return [note(`${listInWords(ended)}, nay đã hết; văn bản không cho biết kết quả đạt được.`)];
  }
  const dated = contentViews.flatMap((view) => lastDatedTarget(view, asOf) ?? []);
  if (dated.length > 0) return [note(`${listInWords(dated)}, nay đã qua.`)];
  return moment === null
    ? []
    : [note(`Mốc ${moment} đã qua; văn bản chỉ cho biết mục tiêu, không cho biết kết quả đạt được.`)];
}

/** Documents whose answer is just how long they run: whether that is over is half of it. */
function viewsOfPeriods({ draft }: Subject): readonly DocumentView[] {
  const views = draft.statements.flatMap(({ supports }) =>
    supports.filter(({ view, span }) => span === view.document.evidence.period).map(({ view }) => view),
  );
  return [...new Set(views)];
}

function note(text: string): Note {
  return { kind: 'period_ended', text, basis: null };
}

/** The latest moment the answer names, when all it names are over. */
function passedMoment({ content, asOf }: Subject): string | null {
  const moments = content
    .filter(({ text }) => !OF_THE_TEXT.test(text))
    .flatMap(momentsOf)
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  const last = moments.at(-1);
  return last !== undefined && last.lastDay < asOf ? last.printed : null;
}

/** When a text was passed or came into force is no mark that it sets. */
const OF_THE_TEXT = /hiệu lực|thông qua ngày/u;

function endedPeriod({ document }: DocumentView, asOf: IsoDate): string | null {
  const end = document.period?.match(/\d{4}/g)?.at(-1);
  if (end === undefined || !isOver(end, asOf)) return null;
  return `${shortName(document)} có thời gian thực hiện ${document.period?.replace('-', ' - ')}`;
}

/** A plan without a period of its own runs as far as its last dated target. */
function lastDatedTarget({ document, ingested }: DocumentView, asOf: IsoDate): string | null {
  const issued = document.issuedOn?.slice(0, 4);
  if (document.period !== null || issued === undefined) return null;
  const years = ingested.targets
    .filter(({ kind }) => kind === 'target')
    .flatMap(({ values }) => values.flatMap(({ period }) => period?.match(/\d{4}/g)?.at(-1) ?? []))
    .sort();
  const last = years.at(-1);
  if (last === undefined || last < issued || !isOver(last, asOf)) return null;
  return `${shortName(document)} ban hành năm ${issued}, các chỉ tiêu có ghi mốc đều dừng ở năm ${last}`;
}

function isOver(year: string, asOf: IsoDate): boolean {
  return `${year}-12-31` < asOf;
}
