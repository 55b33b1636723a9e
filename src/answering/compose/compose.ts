import { findAgencies, sameAgency } from '../../vietnamese/agencies.ts';
import { rememberedBy } from '../../vietnamese/remembered.ts';
import { askedKind, statesFigure } from '../evidence/asked-kind.ts';
import { coverage } from '../evidence/coverage.ts';
import type { Sentence } from '../evidence/document-view.ts';
import { type Evidence, exchanged, type Found } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { fitsNumber } from '../understand/document-mentions.ts';
import { asksWhichSpeakOf } from '../understand/intent.ts';
import { asksPurpose } from '../understand/metadata-aspect.ts';
import type { Intent, MetadataAspect, Understanding } from '../understand/understanding.ts';
import { composeBasis } from './basis.ts';
import { asksForAnyone, namesActor } from './bodies-asked.ts';
import { composeCompare } from './compare.ts';
import { countingSentence } from './counted-things.ts';
import { COURTESY } from './courtesy.ts';
import { composeNotFound, composeUnstated } from './decline.ts';
import { composeDefinition, explainedTerm, explaining } from './definitions.ts';
import { composeDocuments, composeDocumentsOn } from './documents.ts';
import { type Draft, draft, framing } from './draft.ts';
import { composeEntitlement } from './entitlements.ts';
import { isOfYears } from './figures-asked.ts';
import { composeHeaded, composePurpose } from './headed-text.ts';
import { composeList } from './lists.ts';
import { composeMetadata, composeSignedBy } from './metadata.ts';
import { composePassages, readable } from './passages.ts';
import { ofPostAsked } from './post-asked.ts';
import { composeProcedureField } from './procedure-fields.ts';
import { speaksOfThing } from './promised-thing.ts';
import { composeProvision } from './provisions.ts';
import { composeReference } from './references.ts';
import { composeReport } from './reports.ts';
import { composeCoordinate, composeLead, composeMonitor } from './roles.ts';
import { composeSides, sidedIntent } from './sides.ts';
import { composeSuccession } from './successors.ts';
import { targetOfRow } from './target-of-row.ts';
import { composeTarget } from './targets.ts';
import { asksForAim, reportsResult } from './targets-asked.ts';
import { composeTasksListed } from './tasks-listed.ts';
import { composeTasks } from './tasks-of-body.ts';
import { composeDeadline } from './times.ts';
import { isUnstatedNeed, statesNeeds } from './unstated-need.ts';

type Composer = (understanding: Understanding, evidence: Evidence) => Draft | null;

/** How each kind of question is answered from records and sentences; null where the evidence does not answer. */
const COMPOSERS: Readonly<Partial<Record<Intent, Composer>>> = {
  lead: (understanding, evidence) =>
    (/ la ai(?= |$)/.test(understanding.folded) ? explainedTerm(understanding, evidence) : null) ??
    composeLead(understanding, ofPostAsked(understanding, evidence)),
  coordinate: composeCoordinate,
  monitor: (understanding, evidence) => composeMonitor(evidence) ?? composeLead(understanding, evidence),
  deadline: composeDeadline,
  report: composeReport,
  target: composeTarget,
  entitlement: composeEntitlement,
  list: (understanding, evidence) =>
    composeTasksListed(understanding, evidence) ?? composeList(understanding, evidence),
  count: (understanding, evidence) =>
    composeTasksListed(understanding, evidence) ??
    (COUNTS_TASKS.test(understanding.folded) ? composeTasks(understanding, evidence) : null) ??
    countingSentence(understanding, evidence) ??
    composeList(understanding, evidence),
  compare: composeCompare,
  basis: (understanding, evidence) => resting(understanding, evidence) ?? composeBasis(understanding, evidence),
  definition: (understanding, evidence) =>
    composeDefinition(understanding, evidence) ??
    composeHeaded(understanding, evidence) ??
    explaining(understanding, evidence),
  tasks: composeTasks,
  passage: (understanding, evidence) =>
    namesIndicator(understanding, evidence) ? composeTarget(understanding, evidence) : null,
  documents: (understanding, evidence) =>
    (asksWhichSpeakOf(understanding) ? composeDocumentsOn(understanding, evidence) : null) ??
    composeDocuments(evidence.views, understanding.scope.ids.length),
  metadata: (understanding, evidence) =>
    composeSignedBy(understanding, evidence.views) ??
    (asksPurpose(understanding.folded) ? composePurpose(evidence) : null) ??
    (understanding.aspect === null || speaksOfMore(understanding, evidence)
      ? ofMore(understanding, evidence)
      : (composeMetadata(understanding.aspect, understanding, evidence.views) ??
        (understanding.aspect === 'period' ? composeDeadline(understanding, evidence) : null))),
};

/** "Mấy nhiệm vụ", "bao nhiêu việc": what is counted are tasks, not the "mấy hình thức" of working with a body. */
const COUNTS_TASKS =
  /(?:^| )(?:may|bao nhieu) (?:(?:dau|cong|phan) )?(?:nhiem vu|viec|trach nhiem|linh vuc|noi dung|muc)(?= |$)/;

/** "Đợt thi đua kéo dài đến khi nào?", "ai ký đính chính": the time or the body of a thing that a document speaks of, not of the document. */
function ofMore(understanding: Understanding, evidence: Evidence): Draft | null {
  if (understanding.aspect === 'period') return composeDeadline(understanding, evidence);
  return understanding.aspect === 'signer' ? composeLead(understanding, evidence) : null;
}

/** "Tuổi thọ trung bình của phụ nữ": nothing asks, and what fits best is the row of a figure. */
function namesIndicator({ certain }: Understanding, { sentences }: Evidence): boolean {
  const [best] = readable(sentences);
  return !certain && best !== undefined && best.coverage >= THRESHOLDS.sentence && targetOfRow(best) !== null;
}

/** The extractive composer: an answer from records and best sentences, or a decline that says what is near. */
export function compose(understanding: Understanding, evidence: Evidence): Draft {
  const { unmetFilter, unknownProvinces, provinces } = understanding.scope;
  const became = composeSuccession(understanding);
  if (became !== null) return became;
  if (unmetFilter !== null || (unknownProvinces.length > 0 && provinces.length === 0)) {
    return composeNotFound(understanding, evidence);
  }
  const replaced = composeReplaced(understanding, evidence);
  if (replaced !== null) return replaced;
  const spokenOf = asksOfDocument(understanding, evidence) ? composeReference(understanding, evidence) : null;
  if (spokenOf !== null) return spokenOf;
  if (understanding.scope.unknownNumbers.length > 0) return composeNotFound(understanding, evidence);
  const part = OF_PARTS.has(understanding.intent) ? composeProvision(understanding, evidence) : null;
  if (part !== null) return part;
  const field = composeProcedureField(understanding, evidence);
  if (field !== null) return field;
  const headed = OF_HEADINGS.has(understanding.intent) ? composeHeaded(understanding, evidence) : null;
  if (headed !== null) return headed;
  if (isUnstatedNeed(understanding, evidence)) return composeNotFound(understanding, evidence);
  const sided = sidedIntent(understanding);
  const answer = sided === null ? undefined : COMPOSERS[sided];
  const sides = answer === undefined ? null : composeSides(understanding, evidence, answer);
  if (sides !== null) return sides;
  const composed = COMPOSERS[understanding.intent]?.(understanding, evidence);
  if (composed !== null && composed !== undefined) return composed;
  if (understanding.intent === 'metadata' && understanding.aspect !== null && !speaksOfMore(understanding, evidence))
    return unstated(understanding.aspect, evidence);
  if (fallsBack(understanding, evidence)) {
    const passages = composePassages(understanding, stating(understanding, ofPostAsked(understanding, evidence)));
    if (passages !== null) return passages;
  }
  return isForeign(understanding, evidence)
    ? draft('out_of_scope', [framing(COURTESY.out_of_scope)])
    : composeNotFound(understanding, evidence);
}

/**
 * The sentence that fits best, as it stands: what is said where the statement made of a record did not hold in what it
 * cites. Null where no sentence answers, or the kind of question wants a record.
 */
export function composeQuoted(understanding: Understanding, evidence: Evidence): Draft | null {
  if (!QUOTABLE.has(understanding.intent) || isUnstatedNeed(understanding, evidence)) return null;
  const fitting = stating(understanding, evidence);
  const sentences = fitting.sentences.filter(({ item }) => item.passage.kind !== 'row');
  return composePassages(understanding, exchanged(fitting, { sentences }), { most: 1 });
}

/** The evidence without the sentences that do not state the kind of thing, or name the body, asked for. */
function stating(understanding: Understanding, evidence: Evidence): Evidence {
  const aims = asksForAim(understanding);
  const states = aims || asksFigure(understanding) ? statesFigure : askedKind(understanding);
  const bodies = understanding.intent === 'tasks' ? understanding.agencies : [];
  const asksWho = understanding.intent === 'lead';
  const fits = (found: Found<Sentence>) => {
    const { view, item } = found;
    return (
      (states === null || states(item.text)) &&
      statesNeeds(item.text, understanding) &&
      (!asksFigure(understanding) || isOfYears(item, understanding)) &&
      (!asksWho || namesBody(item) || (asksForAnyone(understanding) && namesActor(item.text))) &&
      bodies.every((body) => findAgencies(item.text).some(({ name }) => sameAgency(name, body))) &&
      (understanding.intent !== 'entitlement' || speaksOfThing(found, understanding)) &&
      (understanding.intent !== 'report' || /báo cáo/iu.test(item.text)) &&
      !(aims && reportsResult(view, item))
    );
  };
  return exchanged(evidence, { sentences: evidence.sentences.filter(fits) });
}

/** "Thất nghiệp ở nông thôn năm 2025": a subject and a year alone ask for a figure. */
function asksFigure({ intent, certain, wantsResult }: Understanding): boolean {
  return intent === 'target' && !certain && !wantsResult;
}

/** Is a body named, itself or above, and not only all of them at once? */
const namesBody = rememberedBy(({ text, passage }: Sentence) =>
  findAgencies([...passage.headingTrail, text].join(' . ')).some(({ kind }) => kind !== 'collective'),
);

/** Questions for which a fitting sentence is an answer even when no record is. */
const FALLS_BACK: ReadonlySet<Intent> = new Set<Intent>([
  'list',
  'count',
  'passage',
  'entitlement',
  'tasks',
  'basis',
  'lead',
  'coordinate',
  'deadline',
  'report',
]);

const QUOTABLE: ReadonlySet<Intent> = new Set<Intent>([...FALLS_BACK, 'target']);

/** "Kế hoạch 30 còn hiệu lực không?": a document that is not here, but is replaced by one that is. */
function composeReplaced(understanding: Understanding, { views }: Evidence): Draft | null {
  if (understanding.aspect !== 'replacedBy') return null;
  const { mentions } = understanding;
  const by = views.filter(({ document }) =>
    document.replaces.some((number) => mentions.some((mention) => fitsNumber(mention, number))),
  );
  return by.length === 0 ? null : composeMetadata('replaces', understanding, by);
}

/** What is asked of a part of a document named by its label. */
const OF_PARTS: ReadonlySet<Intent> = new Set<Intent>(['list', 'count', 'passage', 'target', 'basis', 'definition']);

/** What may be asked of a part by its heading, before anything else is looked for. */
const OF_HEADINGS: ReadonlySet<Intent> = new Set<Intent>(['list', 'passage', 'target']);

/** Is the question about a document that is not here, and about nothing else? */
function asksOfDocument({ scope, aspect, intent, concepts, mentions }: Understanding, { views }: Evidence): boolean {
  const [first] = mentions;
  const isHere = views.some(
    ({ document }) => first !== undefined && document.number !== null && fitsNumber(first, document.number),
  );
  return (!scope.named || !isHere) && (OF_REFERENCES.has(aspect) || (intent === 'definition' && concepts.length === 0));
}

/** What the documents often say of the documents they speak of. */
const OF_REFERENCES: ReadonlySet<MetadataAspect | null> = new Set<MetadataAspect | null>([
  'issuedOn',
  'issuer',
  'title',
  'number',
]);

/** "Thời gian gửi căn cứ vào đâu?": the rule that says what a thing rests on, which need be no document. */
function resting(understanding: Understanding, evidence: Evidence): Draft | null {
  if (!/ (?:can cu|dua) (?:vao |tren )?(?:dau|cai gi|gi)(?= |$)/.test(understanding.folded)) return null;
  const [best] = evidence.sentences;
  if (best === undefined || best.item.passage.kind === 'basis' || best.coverage < THRESHOLDS.target) return null;
  return /căn cứ|dựa/iu.test(best.item.text)
    ? composePassages(understanding, exchanged(evidence, { sentences: [best] }))
    : null;
}

function fallsBack(understanding: Understanding, evidence: Evidence): boolean {
  const { intent, needs } = understanding;
  if (intent === 'target') return !needs.includes('number');
  if (intent === 'metadata') return speaksOfMore(understanding, evidence);
  return FALLS_BACK.has(intent);
}

const FIELD_NAMES: Readonly<Record<MetadataAspect, string>> = {
  signer: 'tên người ký',
  signer_position: 'chức vụ người ký',
  issuedOn: 'ngày ban hành',
  effectiveOn: 'ngày có hiệu lực',
  number: 'số hiệu',
  issuer: 'cơ quan ban hành',
  title: 'tên văn bản',
  replaces: 'việc thay thế văn bản nào',
  replacedBy: 'việc bị thay thế hay hết hiệu lực',
  period: 'thời gian thực hiện của văn bản',
  recipients: 'nơi nhận',
};

function unstated(aspect: MetadataAspect, evidence: Evidence): Draft {
  const [view] = evidence.views;
  return view === undefined
    ? draft('not_found', [framing('Không có văn bản phù hợp.')])
    : composeUnstated(
        aspect === 'signer_position' && view.document.signer === null
          ? `${FIELD_NAMES.signer} và chức vụ`
          : FIELD_NAMES[aspect],
        view,
      );
}

/** What a metadata question still asks for besides the words of a title is not about a document as such. */
const MORE = 5;
/** Words that speak of documents as such. */
const OF_DOCUMENTS =
  /bai bo|^hieu$|^luc$|co hieu|luc tu|hieu luc|thay the|ban hanh|ap dung|thi hanh|^gui$|noi nhan|^keo|^dai$/;

/** "QC02 … do ai ban hành": the subject is no document of the corpus, so its metadata do not answer. */
function speaksOfMore({ concepts }: Understanding, { views }: Evidence): boolean {
  const about = concepts.filter(({ label }) => !OF_DOCUMENTS.test(label));
  const weight = about.reduce((sum, concept) => sum + concept.weight, 0);
  const inTitle = Math.max(
    0,
    ...views.map(({ titleTerms, document: { issuer } }) =>
      coverage(about, titleTerms, [{ terms: termSetOf(issuer ?? ''), weight: 1 }]),
    ),
  );
  return weight * (1 - inTitle) > MORE;
}

/** Words of plans themselves: what they ask for may not stand in the documents, but is no other business. */
const OF_POLICY = / (?:ti le|chi tieu|muc tieu|ke hoach|chinh sach|tro cap|co quan nao|so nao) /;

/** Nothing of what is asked stands anywhere, and nothing names a province or a document. */
function isForeign(understanding: Understanding, evidence: Evidence): boolean {
  const best = Math.max(0, ...evidence.sentences.slice(0, 3).map(({ coverage }) => coverage));
  if (understanding.offTopic && best < THRESHOLDS.sentence) return true;
  if (OF_POLICY.test(` ${understanding.folded} `)) return false;
  return !understanding.scope.named && understanding.concepts.length > 0 && best < THRESHOLDS.outOfScope;
}
