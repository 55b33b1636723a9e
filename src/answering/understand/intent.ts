import type { Intent, MetadataAspect, SpecialNeed } from './understanding.ts';

/**
 * Intents are read off the folded, corrected question (i and y joined: "ký" is "ki"). Rules are tried in the order
 * of the tables below; the first that fits decides.
 */
export interface IntentReading {
  readonly intent: Intent;
  readonly aspect: MetadataAspect | null;
  readonly needs: readonly SpecialNeed[];
  /** A rule fitted; false when the default was taken. */
  readonly certain: boolean;
}

const BODY =
  '(?:so|co quan|don vi|ben|ban|nganh|cap|to chuc|phong|noi|uy ban|chi cuc|cuc|so nganh|so ban nganh|phia|doi tuong|chu the)';
const WHO = `(?:(?:nhung )?${BODY}(?: nganh| so| nao)* (?:nao|gi)|nhung ai|ai|dau moi|${BODY} la ai)`;
const WHEN =
  '(?:khi nao|bao gio|luc nao|chung nao|ngay nao|ngay may|thang nao|thang may|nam nao|nam may|thoi han|thoi gian nao|thoi diem nao|truoc ngay|han chot|han cuoi|den han|bao lau|dinh ki|may lan)';
const DOCUMENT =
  '(?:van ban|nghi quyet|ket luan|ke hoach|nghi dinh|quyet dinh|chi thi|luat|chuong trinh|phap lenh|thong tu|de an|quy dinh|qui dinh|cong van|huong dan|can cu)';
const HOW_MUCH =
  '(?:bao nhieu|may(?! (?:nhom|nhiem vu|muc|phan|giai phap|linh vuc|so|co quan|huyen|noi dung))|phan tram|con so|ra sao|the nao)';

const METADATA: readonly (readonly [MetadataAspect, RegExp])[] = [
  [
    'signer_position',
    / (?:ki|nguoi ki|ong ay|ba ay|ong nay|ba nay).* (?:chuc vu|chuc danh|chuc gi|tu cach|vi tri|voi chuc)| (?:chuc vu|chuc danh) /,
  ],
  [
    'signer',
    / (?:ai|nguoi nao|ong nao|ba nao|lanh dao nao|vi nao|dong chi nao|nguoi) (?:da |la nguoi |dung ten |dat but |dung ra |thay mat |tham quyen )?(?:ki|da ki)(?! ket)| ki (?:ten|boi) | (?:do|boi) (?:ai|nguoi nao|ong nao|lanh dao nao) ki| chu ki cua ai| nguoi ki /,
  ],
  [
    'issuedOn',
    / (?:ban hanh|ra doi|ki|co tu|ra) (?:vao |tu |hom |trong )?(?:ngay|khi nao|bao gio|nam nao|thang nao|hom nao|luc nao)| (?:ngay|thoi diem|thoi gian|nam) ban hanh| (?:khi nao|bao gio|ngay nao|nam nao|luc nao)[^.]* (?:ban hanh|duoc ki) /,
  ],
  ['number', / (?:so hieu|so van ban|ki hieu)| so (?:bao nhieu|may) | mang so (?:nao|may|bao nhieu)/],
  [
    'replacedBy',
    / (?:bi|duoc) (?:van ban nao |ke hoach nao |cai nao )?thay| thay the boi | con hieu luc | het hieu luc | het han chua| con (?:dung|ap dung) duoc/,
  ],
  ['replaces', / thay (?:the|cho)(?! doi)| bai bo /],
  [
    'issuer',
    / (?:ai|co quan nao|don vi nao|cap nao|noi nao) (?:da |la noi )?(?:ban hanh|ra)(?= )| co quan ban hanh| do (?:ai|co quan nao|cap nao) ban hanh/,
  ],
  [
    'title',
    / (?:ten day du|ten goi day du|trich yeu|tieu de) | (?:ve viec gi|ve van de gi|noi ve gi|noi ve cai gi|noi ve viec gi)| ten (?:cua )?(?:ke hoach|chi thi|quyet dinh|nghi quyet|van ban)/,
  ],
  [
    'period',
    / (?:cho|trong|thuc hien|ap dung|ap dung cho) giai doan nao| giai doan nao | (?:thoi gian|thoi ki|pham vi thoi gian) thuc hien (?:cua )?(?:ke hoach|chi thi|quyet dinh|nghi quyet)| (?:ke hoach|van ban)[^.]* (?:den nam nao|tu nam nao|keo dai)/,
  ],
  ['recipients', / noi nhan | (?:duoc )?gui (?:den|cho|toi) (?:nhung )?(?:ai|co quan nao|noi nao|dau)(?! bao cao)/],
];

const WHO_RE = new RegExp(` ${WHO} `);
const WHEN_RE = new RegExp(` ${WHEN} `);
const HOW_MUCH_RE = new RegExp(` ${HOW_MUCH} `);

const RULES: readonly (readonly [Intent, (folded: string) => boolean])[] = [
  [
    'definition',
    (q) =>
      / (?:la gi|nghia la gi|la cai gi|nghia gi|viet tat cua|viet tat (?:la|cho)|hieu (?:the nao|nhu the nao) la|goi tat la gi) /.test(
        q,
      ) &&
      !/ (?:muc tieu|chi tieu|nhiem vu|trach nhiem|noi dung|muc dich|yeu cau|giai phap|ten|so) (?:[a-z0-9]+ )*la gi /.test(
        q,
      ),
  ],
  [
    'report',
    (q) =>
      / bao cao /.test(q) &&
      (WHO_RE.test(q) ||
        WHEN_RE.test(q) ||
        / (?:ve dau|cho ai|len dau|gui dau|gui ve|nop|qua dau|den dau|may lan) /.test(q)),
  ],
  [
    'coordinate',
    (q) =>
      / phoi hop /.test(q) &&
      !new RegExp(` ${WHO} (?:[a-z0-9]+ ){0,3}(?:chu tri|phu trach) `).test(q) &&
      (WHO_RE.test(q) || / (?:voi ai|cung ai|voi nhau|loai to chuc) /.test(q)),
  ],
  ['monitor', (q) => / (?:theo doi|danh gia|giam sat) /.test(q) && / (?:chi tieu|phu luc) /.test(q) && WHO_RE.test(q)],
  [
    'tasks',
    (q) =>
      / (?:(?:co |duoc giao |phai |chiu )?(?:trach nhiem|nhiem vu|viec)|phai lam|lam nhung|lam|duoc giao|giao) (?:nhung )?(?:gi|viec gi|nhiem vu (?:gi|nao)|nhung gi|viec nao) /.test(
        q,
      ) && !WHO_RE.test(q),
  ],
  [
    'lead',
    (q) =>
      WHO_RE.test(q) &&
      !new RegExp(` ${WHO} (?:[a-z0-9]+ ){0,2}(?:duoc (?:huong|ho tro|nhan|uu tien|tro))`).test(q) &&
      !HOW_MUCH_ONLY.test(q),
  ],
  [
    'basis',
    (q) =>
      new RegExp(` ${DOCUMENT} (?:so )?(?:nao|gi|may|bao nhieu) `).test(q) ||
      / can cu (?:vao )?(?:dau|cai gi|gi|nhung gi) | co so phap li /.test(q),
  ],
  ['deadline', (q) => WHEN_RE.test(q)],
  [
    'count',
    (q) =>
      / (?:may|bao nhieu) (?:nhom|nhiem vu|muc|phan|chi tieu|giai phap|noi dung|chuong|dieu|so nganh|so|co quan|linh vuc|khoan|phu luc|huyen|dinh huong|truong hop|buoc) /.test(
        q,
      ),
  ],
  [
    'entitlement',
    (q) => / (?:duoc|co) (?:(?!nhieu)[a-z0-9]+ ){0,14}(?:khong|ko|hong|hok|k|khong a) /.test(q) && !HOW_MUCH_RE.test(q),
  ],
  [
    'entitlement',
    (q) =>
      / (?:duoc (?:ho tro|huong|giup|tro cap|vay|uu tien|mien|cap|nhan|tro giup|cham soc|mua|thue|loi)|quyen loi|che do|ho tro|uu tien|chinh sach) (?:[a-z0-9]+ ){0,6}(?:gi|nao|nhung gi|sao|the nao) /.test(
        q,
      ),
  ],
  ['target', (q) => HOW_MUCH_RE.test(q) || / (?:chi tieu|ti le|muc tieu) /.test(q)],
  [
    'list',
    (q) =>
      / (?:nhung|cac) (?:[a-z0-9]+ ){1,8}(?:nao|gi) | (?:gom|bao gom) (?:nhung )?(?:gi|ai|nhung) | liet ke | ke (?:ra|ten) | (?:nhung gi|nhung ai|cac gi) | la nhung /.test(
        q,
      ),
  ],
];

/** "mấy sở", "bao nhiêu cơ quan" asks for a number, not for a name. */
const HOW_MUCH_ONLY = / (?:may|bao nhieu) (?:so|co quan|don vi|nhom|nhiem vu|chi tieu|huyen) /;

const NEEDS: readonly (readonly [SpecialNeed, RegExp])[] = [
  [
    'money',
    / bao nhieu (?:tien|dong|trieu|nghin)| (?:so tien|muc tien|may dong|may trieu|may tram|may chuc|muc ho tro (?:la )?bao nhieu|muc tro cap (?:la )?bao nhieu|may tien|luong bao nhieu|kinh phi (?:la )?bao nhieu|von (?:la )?bao nhieu) /,
  ],
  [
    'procedure',
    / (?:ho so|giay to|thu tuc|nop o dau|dang ki o dau|lam don|mau don|can nhung gi de|lam the nao de|lam sao de|cach dang ki|trinh tu|nop don) /,
  ],
  ['contact', / (?:so dien thoai|dien thoai|email|hotline|duong day nong|lien he|goi so|dia chi) /],
  ['reason', / (?:tai sao|vi sao|li do|nguyen nhan) /],
  [
    'result',
    / (?:da dat|dat duoc|ket qua|da giam|da tang|thuc te|hien nay la|hien tai|da hoan thanh|con bao nhieu|con lai) /,
  ],
];

/** Reads the intent of a folded, corrected question without surrounding spaces. */
export function readIntent(
  folded: string,
  context: { readonly provinces: number; readonly years: number },
): IntentReading {
  const q = ` ${folded} `;
  const needs = NEEDS.filter(([, pattern]) => pattern.test(q)).map(([need]) => need);
  const reading = (intent: Intent, aspect: MetadataAspect | null = null) => ({ intent, aspect, needs, certain: true });
  if (isComparison(q, context)) return reading('compare');
  for (const [aspect, pattern] of METADATA) if (pattern.test(q)) return reading('metadata', aspect);
  for (const [intent, fits] of RULES) if (fits(q)) return reading(intent);
  return { intent: 'passage', aspect: null, needs, certain: false };
}

function isComparison(
  q: string,
  { provinces, years }: { readonly provinces: number; readonly years: number },
): boolean {
  const comparing =
    / (?:so sanh|so voi|chenh|chenh lech|khac nhau|khac gi|cao hon|thap hon|nhieu hon|it hon|lon hon|hon kem|giong nhau|ben nao (?:cao|thap|nhieu|it)|tinh nao (?:cao|thap|nhieu|it|dat)|doi chieu|hon bao nhieu|tang bao nhieu|giam bao nhieu) /.test(
      q,
    );
  return comparing ? provinces !== 1 || years >= 2 || / so sanh /.test(q) : provinces >= 2 && HOW_MUCH_RE.test(q);
}

/** The type of document a basis question asks for ("nghị quyết nào"), folded; null when it leaves the type open. */
export function askedDocumentType(folded: string): string | null {
  const match = new RegExp(`(${DOCUMENT.slice(3, -1)}) (?:so )?(?:nao|gi|may|bao nhieu)(?: |$)`).exec(folded);
  const [, type = null] = match ?? [];
  return type === 'van ban' || type === 'can cu' ? null : type;
}
