import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DocumentWriter,
  type GenerationStore,
  InvalidCursorError,
  type Page,
  type PageRequest,
} from '../../src/store/document-store.ts';
import { sampleDocument } from './sample-corpus.ts';

const BAC_GIANG = sampleDocument({
  id: '50-kh-ubnd-bac-giang-2024',
  number: '50/KH-UBND',
  province: 'Bắc Giang',
  issuedOn: '2024-08-16',
  title: 'Thực hiện Nghị quyết số 42-NQ/TW',
  lines: ['Sở Nội vụ chủ trì khen thưởng.', 'Tỉ lệ hộ nghèo giảm 1 - 1,5%/năm.'],
  targets: [
    { indicator: 'Tỉ lệ thất nghiệp khu vực thành thị', group: 'Lao động, việc làm', periods: ['2025', '2030'] },
    { indicator: 'Tỷ lệ bao phủ bảo hiểm y tế', group: 'An sinh xã hội', periods: ['2021-2025'] },
  ],
  assignments: [
    { task: 'Tham mưu khen thưởng', lead: ['Sở Nội vụ'], coordinate: ['Sở Y tế'] },
    { task: 'Mở rộng bao phủ bảo hiểm y tế', lead: ['Sở Y tế'] },
  ],
});

const DONG_NAI = sampleDocument({
  id: '9491-kh-ubnd-dong-nai-2021',
  number: '9491/KH-UBND',
  province: 'Đồng Nai',
  issuedOn: '2021-08-11',
  title: 'Giảm nghèo bền vững',
  lines: ['Hỗ trợ hộ nghèo về nhà ở.'],
  targets: [{ indicator: 'Số hộ nghèo được hỗ trợ nhà ở', periods: [null] }],
});

const UNDATED = sampleDocument({ id: '08-ct-tu-dak-lak', province: 'Đắk Lắk', lines: ['Chỉ thị.'] });

const ALL = { province: null, type: null, year: null, group: null, agency: null, role: null, q: null };
const FIRST: PageRequest = { limit: 50, cursor: null };

/** What every document store must do. */
export function documentStoreContract(open: () => Promise<GenerationStore & DocumentWriter>): void {
  let store: GenerationStore & DocumentWriter;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const publishAll = () => store.publish({ add: [BAC_GIANG, DONG_NAI, UNDATED], keep: [] });
  const ids = (page: Page<{ readonly id: string }>) => page.items.map(({ id }) => id);

  describe('publishing', () => {
    test('a new store has no generation and no documents', async () => {
      expect(await store.generation()).toBeNull();
      expect(await store.documents()).toEqual([]);
      expect(await store.document(BAC_GIANG.document.id)).toBeNull();
      expect(await store.publishedDigests()).toEqual(new Map());
    });

    test('a published document is read back as it was given', async () => {
      await publishAll();
      expect(await store.document(BAC_GIANG.document.id)).toEqual(BAC_GIANG);
    });

    test('documents come by day of issue, those without a day first', async () => {
      await publishAll();
      expect((await store.documents()).map(({ id }) => id)).toEqual([
        UNDATED.document.id,
        DONG_NAI.document.id,
        BAC_GIANG.document.id,
      ]);
    });

    test('every publish is a new generation, named as the caller wishes', async () => {
      const first = await publishAll();
      expect(await store.generation()).toBe(first);
      expect(await store.publish({ add: [], keep: [UNDATED.document.id], generation: 'the-next' })).toBe('the-next');
      expect(await store.generation()).toBe('the-next');
    });

    test('what is not kept is gone, what is kept stays, what is added again is replaced', async () => {
      await publishAll();
      const changed = sampleDocument({ id: DONG_NAI.document.id, lines: ['Bản đã sửa.'] });
      await store.publish({ add: [changed], keep: [UNDATED.document.id, DONG_NAI.document.id] });
      expect((await store.documents()).map(({ id }) => id).sort()).toEqual([UNDATED.document.id, DONG_NAI.document.id]);
      expect((await store.passages([`${DONG_NAI.document.id}:p0`]))[0]?.text).toBe('Bản đã sửa.');
      expect(await store.passages([`${BAC_GIANG.document.id}:p0`])).toEqual([]);
    });

    test('digests of the published files lead to their documents', async () => {
      await publishAll();
      expect((await store.publishedDigests()).get(DONG_NAI.source.digest)).toBe(DONG_NAI.document.id);
    });

    test('a reader of the former generation still sees all of it', async () => {
      const former = await publishAll();
      const before = store.at(former);
      const changed = sampleDocument({ id: DONG_NAI.document.id, lines: ['Bản đã sửa.'] });
      await store.publish({ add: [changed], keep: [] });
      expect(await before.generation()).toBe(former);
      expect(await before.document(BAC_GIANG.document.id)).toEqual(BAC_GIANG);
      expect((await before.passages([`${DONG_NAI.document.id}:p0`]))[0]?.text).toBe('Hỗ trợ hộ nghèo về nhà ở.');
    });

    test('two documents of one id are refused, and the published generation stays', async () => {
      const published = await publishAll();
      await expect(store.publish({ add: [BAC_GIANG, BAC_GIANG], keep: [] })).rejects.toThrow(
        /50-kh-ubnd-bac-giang-2024/,
      );
      expect(await store.generation()).toBe(published);
      expect(await store.documents()).toHaveLength(3);
    });

    test('a document that was never published cannot be kept', async () => {
      await publishAll();
      await expect(store.publish({ add: [], keep: ['unknown'] })).rejects.toThrow(/unknown/);
    });
  });

  describe('reading by id', () => {
    test('passages and records come in the order of the ids, unknown ids are left out', async () => {
      await publishAll();
      const id = BAC_GIANG.document.id;
      expect((await store.passages([`${id}:p1`, 'x', `${id}:p0`])).map((p) => p.id)).toEqual([`${id}:p1`, `${id}:p0`]);
      expect((await store.targets([`${id}:t1`, `${id}:t0`])).map((t) => t.id)).toEqual([`${id}:t1`, `${id}:t0`]);
      expect((await store.assignments([`${id}:a1`]))[0]?.task).toBe('Mở rộng bao phủ bảo hiểm y tế');
      expect(await store.entitlements([`${id}:e0`])).toEqual([]);
    });
  });

  describe('lists', () => {
    test.each([
      [{ province: 'bac giang' }, ['50-kh-ubnd-bac-giang-2024']],
      [{ province: 'Bắc' }, []],
      [{ year: 2021 }, ['9491-kh-ubnd-dong-nai-2021']],
      [{ type: 'ke hoach', q: '50/kh' }, ['50-kh-ubnd-bac-giang-2024']],
      [{ q: 'vung ben' }, ['9491-kh-ubnd-dong-nai-2021']],
      [{ q: 'ngh' }, []],
    ])('documents with %o', async (filter, expected) => {
      await publishAll();
      expect(ids(await store.listDocuments({ ...ALL, ...filter }, FIRST))).toEqual(expected);
    });

    test.each([
      [{ year: 2030 }, ['50-kh-ubnd-bac-giang-2024:t0']],
      [{ year: 2023 }, ['50-kh-ubnd-bac-giang-2024:t1']],
      [{ q: 'tỉ lệ bảo hiểm' }, ['50-kh-ubnd-bac-giang-2024:t1']],
      [{ group: 'viec lam' }, ['50-kh-ubnd-bac-giang-2024:t0']],
      [{ province: 'Đồng Nai' }, ['9491-kh-ubnd-dong-nai-2021:t0']],
    ])('targets with %o', async (filter, expected) => {
      await publishAll();
      expect(ids(await store.listTargets({ ...ALL, ...filter }, FIRST))).toEqual(expected);
    });

    test.each([
      [{ agency: 'so y te' }, ['50-kh-ubnd-bac-giang-2024:a0', '50-kh-ubnd-bac-giang-2024:a1']],
      [{ agency: 'Sở Y tế', role: 'lead' as const }, ['50-kh-ubnd-bac-giang-2024:a1']],
      [{ agency: 'Sở Y tế', role: 'coordinate' as const }, ['50-kh-ubnd-bac-giang-2024:a0']],
      [{ role: 'coordinate' as const }, ['50-kh-ubnd-bac-giang-2024:a0']],
      [{ q: 'khen thuong' }, ['50-kh-ubnd-bac-giang-2024:a0']],
      [{ province: 'Đồng Nai' }, []],
    ])('assignments with %o', async (filter, expected) => {
      await publishAll();
      expect(ids(await store.listAssignments({ ...ALL, ...filter }, FIRST))).toEqual(expected);
    });

    test('pages follow one another without gap or repeat and all know the total', async () => {
      await publishAll();
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<{ readonly id: string }> = await store.listTargets(ALL, { limit: 1, cursor });
        expect(page.total).toBe(3);
        seen.push(...ids(page));
        cursor = page.cursor;
      } while (cursor !== null);
      expect(seen).toEqual(ids(await store.listTargets(ALL, FIRST)));
      expect(seen).toHaveLength(3);
    });

    test('a cursor stays good when the documents before it go away', async () => {
      await publishAll();
      const first = await store.listDocuments(ALL, { limit: 2, cursor: null });
      await store.publish({ add: [], keep: [BAC_GIANG.document.id] });
      expect(ids(await store.listDocuments(ALL, { limit: 2, cursor: first.cursor }))).toEqual([BAC_GIANG.document.id]);
    });

    test('the page behind the last row is empty and knows the total', async () => {
      await publishAll();
      const { cursor } = await store.listDocuments(ALL, { limit: 2, cursor: null });
      await store.publish({ add: [], keep: [UNDATED.document.id] });
      expect(await store.listDocuments(ALL, { limit: 2, cursor })).toEqual({ items: [], total: 1, cursor: null });
    });

    test.each(['nonsense', '', 'WzFd'])('the cursor "%s" is refused', async (cursor) => {
      await publishAll();
      await expect(store.listDocuments(ALL, { limit: 2, cursor })).rejects.toThrow(InvalidCursorError);
    });
  });
}
