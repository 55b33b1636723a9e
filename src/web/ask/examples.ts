import type { AskRequest } from '../../answering/ask.ts';
import { upperFirst } from '../../answering/compose/wording.ts';
import { lastAnswer } from '../../http/ask/ask-events.ts';
import type { Library } from '../../http/library.ts';
import { perGeneration } from '../../http/per-generation.ts';
import { inDocuments } from '../../http/reading/in-documents.ts';

/** Questions for one kind of reader. */
export interface ExampleGroup {
  readonly reader: string;
  readonly questions: readonly string[];
}

const PER_GROUP = 3;
/** Candidates tried per group; asking takes milliseconds and happens once per generation. */
const TRIED = 12;
const NO_FILTER = { province: null, q: null } as const;

/**
 * Example questions made from the records of the index and asked once: only those that got a full answer are shown,
 * so an example never disappoints.
 */
export const exampleGroups = perGeneration(async (library: Library): Promise<readonly ExampleGroup[]> => {
  const { store } = library;
  const page = { limit: 300, cursor: null };
  const [assignments, targets, documents] = await Promise.all([
    store.listAssignments({ ...NO_FILTER, agency: null, role: 'lead' }, page),
    store.listTargets({ ...NO_FILTER, year: null, group: null }, page),
    store.documents(),
  ]);
  const official = (await inDocuments(store, assignments.items)).flatMap(([{ task, lead }, { province }]) =>
    province !== null && lead.length === 1 && isPhrase(task)
      ? [`Cơ quan nào ở ${province} chủ trì ${decapitalise(task)}?`]
      : [],
  );
  const expert = (await inDocuments(store, targets.items)).flatMap(([{ indicator, values, kind }, { province }]) => {
    const period = values.find((value) => value.value !== null && value.period !== null)?.period;
    return province !== null && kind === 'target' && period && isPhrase(indicator)
      ? [`${upperFirst(indicator)} của ${province} đến năm ${period.slice(-4)} là bao nhiêu?`]
      : [];
  });
  const provinces = [...new Set(documents.map((document) => document.province).filter((name) => name !== null))];
  const citizen = provinces.flatMap((province) => CITIZEN_TOPICS.map((topic) => topic.replace('{tỉnh}', province)));
  return Promise.all([
    group(library, 'Cán bộ', official),
    group(library, 'Người dân', citizen),
    group(library, 'Chuyên viên', expert),
  ]).then((groups) => groups.filter(({ questions }) => questions.length > 0));
});

const CITIZEN_TOPICS = [
  'Hộ nghèo ở {tỉnh} được hỗ trợ nhà ở thế nào?',
  'Trẻ em mồ côi ở {tỉnh} được hỗ trợ gì?',
  'Người khuyết tật ở {tỉnh} được trợ giúp thế nào?',
  'Người cao tuổi ở {tỉnh} được chăm lo những gì?',
] as const;

async function group(library: Library, reader: string, candidates: readonly string[]): Promise<ExampleGroup> {
  const questions: string[] = [];
  for (const question of spread([...new Set(candidates)], TRIED)) {
    if (questions.length === PER_GROUP) break;
    if (await isAnswered(library, question)) questions.push(question);
  }
  return { reader, questions };
}

async function isAnswered({ ask }: Library, question: string): Promise<boolean> {
  const { signal } = new AbortController();
  const filters = { province: null, documentIds: null };
  const request: AskRequest = { question, history: [], conversationId: null, filters, asOf: null };
  const answer = await lastAnswer(ask(request, signal), signal);
  return answer?.status === 'answered';
}

/** Some of the items, taken evenly from the whole list: neighbours come from the same document. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, i) => items[Math.floor(i * step)]).filter(
    (item) => item !== undefined,
  );
}

/** Short enough to be read at a glance, and without a list or clause mark inside. */
function isPhrase(text: string): boolean {
  return text.length >= 12 && text.length <= 70 && !/[;:"“()|]/.test(text) && !/[.]$/.test(text);
}

function decapitalise(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
