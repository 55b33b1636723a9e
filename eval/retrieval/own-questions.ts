import { join } from 'node:path';
import { ingestText } from '../../ingest/pipeline.ts';
import type { Passage } from '../../src/document/passage.ts';
import { readQuestions } from '../question.ts';
import { readSources } from '../sources.ts';
import type { RetrievalSet } from './beir.ts';

const EVAL = join(import.meta.dirname, '..');
const QUESTIONS = ['questions.jsonl', 'questions.own.jsonl'];
const DOCUMENTS = join(EVAL, '../seeds/documents');

/**
 * The project's own questions as a retrieval set: the passages of the seeds under their headings, and for every question
 * that can be answered and follows up on nothing the passages on its gold lines. A gold range often spans several
 * passages; all of them count, so that R@1 cannot reach 100 %.
 */
export async function ownQuestionsSet(): Promise<RetrievalSet> {
  const passages = new Map<string, readonly Passage[]>();
  for (const [file, source] of await readSources(DOCUMENTS)) {
    const { document, passages: all } = ingestText(source);
    const titled = all.filter(({ kind }) => kind !== 'heading');
    passages.set(
      file,
      titled.map((passage) => ({ ...passage, headingTrail: [document.title ?? '', ...passage.headingTrail] })),
    );
  }
  const questions = (await Promise.all(QUESTIONS.map((name) => readQuestions(join(EVAL, name))))).flat();
  const asked = questions
    .filter(({ gold, history }) => gold.answerable && history.length === 0)
    .map(({ id, question, gold }) => {
      const relevant = gold.evidence.flatMap(({ doc, start_line, end_line }) =>
        [...passages]
          .filter(([file]) => file.startsWith(doc))
          .flatMap(([, all]) => all)
          .filter(({ span }) => span.startLine <= end_line && start_line <= span.endLine),
      );
      return { id, text: question, relevant: new Map(relevant.map((passage) => [passage.id, 1])) };
    })
    .filter(({ relevant }) => relevant.size > 0);
  return {
    name: 'own',
    corpus: [...passages.values()]
      .flat()
      .map(({ id, headingTrail, text }) => ({ id, title: headingTrail.join(' . '), text })),
    queries: asked.map(({ id, text }) => ({ id, text })),
    relevant: new Map(asked.map(({ id, relevant }) => [id, relevant])),
  };
}
