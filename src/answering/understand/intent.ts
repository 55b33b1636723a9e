import { asksForShare } from './asked-things.ts';
import { asksForFunding } from './funding.ts';
import { readAspect } from './metadata-aspect.ts';
import { any, DOCUMENT, PARTS, SCORED, words } from './phrases.ts';
import { readNeeds } from './special-needs.ts';
import type { Intent, MetadataAspect, SpecialNeed, Understanding } from './understanding.ts';

/** What a question wants, read off its folded, corrected words (i and y joined: "ký" is "ki"). */
export interface IntentReading {
  readonly intent: Intent;
  readonly aspect: MetadataAspect | null;
  readonly needs: readonly SpecialNeed[];
  /** A rule fitted; false when the default was taken. */
  readonly certain: boolean;
  /** What is held against each other in a comparison; null where nothing is. */
  readonly compared: Intent | null;
}

const BODY =
  '(?:so|co quan|don vi|ben|(?<!van |dia )ban|nganh|cap|to chuc|phong|noi|uy ban|chi cuc|cuc|so nganh|so ban nganh|phia|chu the)';
const WHO_WORDS = `(?:(?:nhung |cac )?${BODY}(?: nganh| so| to chuc| don vi)* nao|(?:co quan|don vi|to chuc|ban) gi|nhung ai|ai|dau moi|${BODY} la ai)`;
const WHO = any(WHO_WORDS);
/** Naming the part asks for the body that has it: "đơn vị thường trực triển khai KH 9491?" */
const PART = any('(?:co quan|don vi|so|ban) (?:thuong truc|chu tri|dau moi|phu trach)(?! (?:thi|la|se))');
const WHEN = any(
  'khi nao',
  'bao gio',
  'luc nao',
  'chung nao',
  '(?<!moi |hang |tung )(?:ngay|hom|bua|thang|nam) (?:nao(?! cung)|may)',
  'may ngay trong',
  'thoi han',
  'thoi gian nao',
  'thoi diem nao',
  'thoi gian thuc hien',
  'truoc ngay',
  'han chot',
  'han cuoi',
  'den han',
  'bao lau',
  '(?<!(?:bao nhieu|phan tram) .*)dinh ki(?!.* (?:bao nhieu|phan tram))',
  '(?<!tang |giam |gap |bang )may lan',
);
/** "Nghị quyết số mấy", but not "cao hơn quy định bao nhiêu phần trăm", which asks for a figure. */
const WHICH_DOCUMENT = any(
  `${DOCUMENT} (?:so )?(?:nao|gi)`,
  `${DOCUMENT} (?:so )?(?:may|bao nhieu)(?! [a-z]+)`,
  `${DOCUMENT} so (?:may|bao nhieu)`,
);
const HOW_MUCH = any(
  'bao nhieu',
  SCORED,
  `(?<!nuoc |nha )may(?! ${PARTS}| loc| moc| tinh| bay| say| bom)`,
  'phan tram',
  'con so',
  'ra sao',
  'the nao',
  'muc nao',
);
const RECEIVES = '(?:duoc (?:huong|ho tro|nhan|uu tien|tro|giup|cham soc|vay|mien|mua|thue mua))';

/** "Có được giao chữ ký số cho người khác không?" asks whether something is allowed, not what people receive. */
const MAY = any(
  `(?:co |thi )?duoc (?:phep )?(?:dung|su dung|giao|ki|lam|mang|ban|cho thue|chuyen|uy quyen|gui|nop|thay|doi|sua|xay|trong|nuoi|kinh doanh|dua|vao|di|dat|to chuc|phat|thu) ${words(14)}(?:khong|ko|hong|hok|k)`,
);

/** "Sở Y tế chủ trì những nhiệm vụ nào?": what a body is charged with. */
const CHARGED = '(?:chu tri|phu trach|lo|dam nhiem|dam nhan|duoc giao|phai lam|dau moi)';
const TASK = '(?:nhiem vu|viec|cong viec|phan viec|dau viec|linh vuc|phan|khau|mang)';

/** "Văn bản nào (đang) nói …?" */
const SPEAKS_OF = 'nao (?:co |dang )?(?:noi|de cap|nhac)';
const ASKS_WHICH_SPEAK = any(SPEAKS_OF);

/** "Văn bản nào nói về nhà ở xã hội?": those that say something of it, not all there are. */
export function asksWhichSpeakOf({
  intent,
  folded,
  concepts,
}: Pick<Understanding, 'intent' | 'folded' | 'concepts'>): boolean {
  return intent === 'documents' && concepts.length > 0 && ASKS_WHICH_SPEAK.test(folded);
}

/** What a body does that watches over figures. */
export const MONITORING = any('theo doi', 'danh gia', 'giam sat');

/** What asks for all there is of a kind. */
const CONSISTS = any(
  `(?:gom|bao gom) (?:co )?(?:nhung (?:.*nao|gi|ai)|ai)`,
  `(?:tieu chi|dieu kien|yeu cau|hinh thuc|nguyen tac|tieu chuan) ${words(3)}nao`,
  '(?:tieu chi|dieu kien|yeu cau|tieu chuan) gi',
);

/** "Cơ quan nào thẩm định báo cáo …", "… chủ trì việc tổng hợp, báo cáo": a report that something is done with, or a task with reports in it, is no duty to report. */
const REPORT_AS_THING = any(
  `${WHO_WORDS} ${words(3)}(?:tham dinh|phe duyet|tham tra|lap|xay dung|cong bo|soan thao|tiep nhan|ban hanh) bao cao`,
  `${WHO_WORDS} ${words(7)}(?:chu tri|dau moi)(?! (?:viec )?(?:gui |nop |lam )?bao cao)`,
);

/** "… được quy định thế nào?", "… xử lý ra sao?": a rule, or how a thing is done, is no figure. */
const HOW_DONE = any(
  `(?:qui dinh|thuc hien|to chuc|quan li|xu li|giai quyet|tien hanh|van hanh|bao quan|xac dinh|phan loai) ${words(5)}(?:nhu )?(?:the nao|ra sao)`,
);

/** "Số của quyết định", but not the "số" of "kinh tế số", "chữ ký số". */
const NUMBER_OF = '(?<!(?:te|hoi|doi|nghe|ki|ky|nang|tang|lieu|dan|hoa|luc|truong|thong|nghiep) )so';

/** Tried in this order; the first that fits decides. */
const RULES: readonly (readonly [Intent, (q: string) => boolean])[] = [
  [
    'documents',
    (q) =>
      any(`(?:may|bao nhieu|nhung|cac) ${DOCUMENT}`).test(q) &&
      any('hien co', 'dang co', 'co nhung', 'co may', 'co bao nhieu', 'he thong').test(q) &&
      !WHO.test(q),
  ],
  ['documents', (q) => any(`${DOCUMENT} ${SPEAKS_OF} (?:ve|den|toi)`).test(q)],
  ['list', (q) => any('liet ke', 'ke ten').test(q) && any('nhom chi tieu').test(q)],
  [
    'basis',
    (q) =>
      any(
        `can cu (?:de )?(?:ban hanh|xay dung|phap li) ${words(20)}(?:nao|gi)`,
        `(?:theo|can cu|can cu vao|dua tren|thuc hien|trien khai|lam theo|cu the hoa) (?:nhung |cac )?${DOCUMENT} (?:so )?(?:nao|gi|may|bao nhieu)`,
      ).test(q),
  ],
  [
    'definition',
    (q) =>
      any(
        `la ${DOCUMENT} (?:gi|nao|ve gi)`,
        'la (?:qui chuan|tieu chuan|loai|thu|khai niem|he thong|nen tang|phan mem|mo hinh) gi',
      ).test(q) ||
      (any(
        'la gi',
        'nghia la gi',
        'la cai gi',
        'nghia gi',
        'viet tat cua',
        'viet tat (?:la|cho)',
        'the nao la',
        'goi tat la gi',
      ).test(q) &&
        !any(
          `(?:muc tieu|chi tieu|nhiem vu|trach nhiem|noi dung|muc dich|yeu cau|giai phap|ten|${NUMBER_OF}) ${words(12)}la gi`,
        ).test(q)),
  ],
  ['definition', (q) => any('la (?!muc |ti le |so )(?:[a-z]+ ){1,3}(?:nhu )?the nao').test(q)],
  ['passage', (q) => any('chiu (?:su )?trach nhiem (?:toan dien )?truoc (?:ai|co quan nao|cap nao)').test(q)],
  ['passage', asksForFunding],
  [
    'report',
    (q) =>
      / bao cao /.test(q) &&
      !REPORT_AS_THING.test(q) &&
      (WHO.test(q) ||
        WHEN.test(q) ||
        any('ve dau', 'cho ai', 'len dau', 'gui dau', 'gui ve', 'nop', 'qua dau', 'den dau', 'han bao cao').test(q)),
  ],
  [
    'coordinate',
    (q) =>
      / phoi hop /.test(q) &&
      !any(`${WHO_WORDS} ${words(3)}(?:chu tri|phu trach)`).test(q) &&
      (WHO.test(q) || any('voi ai', 'cung ai', 'voi nhau', 'voi loai').test(q)),
  ],
  ['monitor', (q) => MONITORING.test(q) && any('chi tieu', 'phu luc', 'ti le').test(q) && WHO.test(q)],
  [
    'passage',
    (q) =>
      any(
        `(?:neu|truong hop|bang nhau) ${words(24)}thi ${words(10)}(?:nhu )?(?:the nao|ra sao|sao)`,
        `(?<!chi )thi ${words(8)}(?:phai )?(?:lam gi|lam the nao|xu li (?:the nao|ra sao)|giai quyet (?:the nao|ra sao))`,
      ).test(q),
  ],
  [
    'tasks',
    (q) =>
      any(
        `(?:trach nhiem|nhiem vu|vai tro|viec|phai lam|lam|duoc giao|giao) (?:nhung )?(?:gi|viec gi|nhiem vu (?:gi|nao)|nhung gi|viec nao)`,
        `${CHARGED} (?:(?:nhung|cac) )?${TASK} (?:nao|gi|nhung gi)`,
        `${CHARGED} (?:may|bao nhieu) ${TASK}`,
        '(?:phu trach|dam nhiem|dam nhan|chu tri) (?:nhung )?(?:gi|viec gi|mang gi|mang nao)',
      ).test(q) && !WHO.test(q),
  ],
  ['list', (q) => CONSISTS.test(q)],
  ['list', (q) => any('ap dung (?:cho|voi|doi voi) (?:nhung )?(?:ai|doi tuong nao|co quan nao)').test(q)],
  [
    'list',
    (q) =>
      any(
        `co nhung ${words(4)}nao(?! duoc| phai| se| lo| co)`,
        `(?<!vao )nhung (?!ai |${BODY} |${DOCUMENT} )${words(5)}nao`,
      ).test(q) && !any(RECEIVES).test(q),
  ],
  [
    'passage',
    (q) => any(`(?:pho bien|trien khai|quan triet) ${words(3)}(?:den|toi) (?:tan )?(?:cap nao|dau|ai)`).test(q),
  ],
  [
    'lead',
    (q) =>
      (WHO.test(q) || PART.test(q)) &&
      !any(
        `${WHO_WORDS} ${words(3)}${RECEIVES}`,
        `${RECEIVES} ${words(6)}(?:gi|the nao|ra sao)`,
        'cho nhung ai',
        `co (?:duoc )?ai ${words(8)}(?:khong|ko|hong|hok|k)`,
        '(?<!(?:giao|gui|nop|trinh|bao cao) )(?:danh )?cho ai',
        'nhung ai duoc',
      ).test(q),
  ],
  [
    'basis',
    (q) => WHICH_DOCUMENT.test(q) || any('can cu (?:vao )?(?:dau|cai gi|gi|nhung gi)', 'co so phap li').test(q),
  ],
  ['deadline', (q) => WHEN.test(q)],
  ['target', asksForShare],
  [
    'count',
    (q) =>
      any(
        '(?:chia|phan|phan loai|xep) (?:ra )?(?:lam |thanh )?(?:may|bao nhieu)(?! phan tram)',
        `(?:chia|phan loai|xep loai) ${words(12)}(?:lam|thanh) (?:may|bao nhieu)(?! phan tram)`,
        '(?:gom|co) (?:may|bao nhieu) (?:loai|kieu|cach|phuong thuc|bien phap)',
      ).test(q),
  ],
  ['count', (q) => any(`(?:may|bao nhieu) ${PARTS}`).test(q) && !any(SCORED).test(q)],
  [
    'target',
    (q) =>
      any(`(?:co|dat|de) (?:dat |dat ra |ra )?(?:muc tieu|chi tieu) ${words(14)}(?:khong|ko|hong|hok|k)`).test(q) &&
      !any(RECEIVES).test(q),
  ],
  ['passage', (q) => MAY.test(q) && !any(RECEIVES).test(q)],
  [
    'entitlement',
    (q) => any(`(?:duoc|co) (?:(?!nhieu|ke)[a-z0-9]+ ){0,14}(?:khong|ko|hong|hok|k)`).test(q) && !HOW_MUCH.test(q),
  ],
  [
    'entitlement',
    (q) =>
      any(
        `(?:${RECEIVES}|quyen loi|che do|ho tro|uu tien|chinh sach) ${words(6)}(?:gi|nao|nhung gi|sao|the nao|ra sao|nhung ai)`,
      ).test(q),
  ],
  ['passage', (q) => HOW_DONE.test(q) && !any('bao nhieu', 'phan tram', 'chi tieu', 'ti le', 'muc', 'gia').test(q)],
  ['target', (q) => HOW_MUCH.test(q) || any('chi tieu', 'ti le', 'muc tieu').test(q)],
  [
    'list',
    (q) =>
      any(
        `(?:nhung|cac) ${words(8)}(?:nao|gi)`,
        '(?:gom|bao gom) (?:nhung )?(?:gi|ai)',
        'liet ke',
        'ke (?:ra|ten)',
        'nhung gi',
        'nhung ai',
      ).test(q),
  ],
];

/** Reads the intent of a folded, corrected question without surrounding spaces. */
export function readIntent(
  folded: string,
  context: { readonly provinces: number; readonly years: number },
): IntentReading {
  const q = ` ${folded} `;
  const needs = readNeeds(q);
  const found = RULES.find(([, fits]) => fits(q))?.[0] ?? null;
  const reading = (intent: Intent, aspect: MetadataAspect | null = null, compared: Intent | null = null) => ({
    ...{ intent, aspect, needs, certain: true, compared },
  });
  if (isComparison(q, context)) return reading('compare', null, found ?? 'target');
  const aspect = readAspect(q);
  if (aspect !== null) return reading('metadata', aspect);
  if (found === 'target' && needs.includes('contact'))
    return { ...reading('passage'), needs: needs.filter((need) => need !== 'number') };
  if (found !== null) return reading(found);
  // A subject with a year and no question word is how staff ask for a figure: "% LĐ nông nghiệp năm 2025?".
  return { intent: context.years > 0 ? 'target' : 'passage', aspect: null, needs, certain: false, compared: null };
}

/** "Tăng mấy lần so với năm 2021?": how much is asked, and the year is where counting starts. */
const SINCE = any('(?:may|bao nhieu) (?:[a-z]+ ){1,4}so voi (?:nam |hoi |cuoi nam |dau nam )?(?:19|20)\\d\\d');
const SIDE_BY_SIDE = any('so sanh', 'so voi', 'khac nhau', 'chenh nhau', 'chenh lech', 'chenh', 'doi chieu');
const COMPARING = any(
  'khac gi',
  '(?:cao|thap|nhieu|it|lon) hon',
  'hon kem',
  'giong nhau',
  '(?:ben|tinh|noi) nao (?:cao|thap|nhieu|it|dat)',
  '(?:hon|tang|giam) bao nhieu',
);

/** Two provinces, two years, or two parts of the population held against each other. */
function isComparison(
  q: string,
  { provinces, years }: { readonly provinces: number; readonly years: number },
): boolean {
  if (provinces >= 2)
    return SIDE_BY_SIDE.test(q) || COMPARING.test(q) || HOW_MUCH.test(q) || any('ti le', 'chi tieu', 'muc').test(q);
  if (provinces < 2 && years < 2 && SINCE.test(q)) return false;
  return SIDE_BY_SIDE.test(q) || (COMPARING.test(q) && (provinces === 0 || years >= 2));
}

/** "Các tỉnh", "tỉnh nào cao nhất": every province there is, none named. */
export function asksOfAllProvinces(folded: string): boolean {
  return ALL_PROVINCES.test(` ${folded} `);
}

const ALL_PROVINCES = any(
  '(?:cac|nhung|tung|moi|tat ca|may|ca (?:hai|ba|bon|nam|\\d+)|(?:ba|bon|nam|[3-9]|\\d\\d)) tinh',
  `tinh nao ${words(12)}(?:cao|thap|nhieu|it|lon|nho) (?:nhat|hon)`,
);
