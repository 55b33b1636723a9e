import { any, DOCUMENT } from './phrases.ts';
import type { MetadataAspect } from './understanding.ts';

/** "Chỉ thị 08 dùng để làm gì?": what a document is there for, which its heading says or its title. */
const PURPOSE = `${DOCUMENT} (?:[a-z0-9/-]+ ){0,8}(?:(?:dung|ban hanh|ra doi|sinh ra|lap ra|viet ra) (?:la )?de (?:lam )?gi|nham (?:muc dich|lam) gi)`;
const ASKS_PURPOSE = any(PURPOSE);

/** Does a folded question ask what a document is there for? */
export function asksPurpose(folded: string): boolean {
  return ASKS_PURPOSE.test(` ${folded} `);
}

const METADATA: readonly (readonly [MetadataAspect, RegExp])[] = [
  [
    'effectiveOn',
    any(
      '(?:co )?(?<!het |con )hieu luc (?:thi hanh )?(?:ke )?(?:tu|vao|khi|ngay|bao gio|luc)',
      '(?:khi nao|bao gio|ngay nao|luc nao) .*(?<!het |con )hieu luc',
      '(?:bat dau|duoc) (?:ap dung|thi hanh) (?:tu|khi|ngay|bao gio)',
    ),
  ],
  [
    'signer_position',
    any(
      '(?:(?<!chu )ki(?! so)|ong ay|ba ay|ong nay|ba nay) .*(?:chuc vu|chuc danh|chuc gi|tu cach|vi tri|voi chuc).*',
      '(?:ong|ba|dong chi) (?:[a-z]+ ){2,5}(?:giu |lam )?(?:chuc vu|chuc danh|chuc) (?:gi|nao)',
    ),
  ],
  [
    'signer',
    any(
      '(?:ai|nguoi nao|ong nao|ba nao|lanh dao nao|vi nao|dong chi nao|nguoi) (?:da |la nguoi |dung ten |dat but |thay mat )?ki(?! ket)',
      'ki (?:ten|boi)',
      '(?:do|boi) (?:ai|nguoi nao|ong nao|lanh dao nao) ki',
      'chu ki cua ai',
      'nguoi ki',
      `${DOCUMENT} nao (?:la )?(?:do|boi|duoc) (?:[a-z]+ ){2,8}ki(?! ket)`,
      `(?:ong|ba|dong chi) (?:[a-z]+ ){2,5}ki (?:nhung |cac )?${DOCUMENT} nao`,
    ),
  ],
  // The day of the plan that was replaced stands where its successor names it.
  [
    'replaces',
    any(
      '(?:bi|duoc) (?:[a-z0-9]+ ){0,8}thay(?: the)? (?:[a-z]+ ){0,3}(?:ban hanh|ra doi|ki|co tu|ngay)',
      'thay the (?:[a-z0-9]+ ){1,8}(?:ke hoach|chi thi|van ban|quyet dinh|nghi quyet|cai) (?:do|ay|cu)',
    ),
  ],
  [
    'issuedOn',
    any(
      '(?:ban hanh|ra doi|ki|co tu) (?:vao |tu |hom |trong )?(?:ngay|khi nao|bao gio|nam nao|thang nao|hom nao|luc nao)',
      '(?:ngay|thoi diem|thoi gian|nam) ban hanh',
      '(?:khi nao|bao gio|ngay nao|nam nao|luc nao) .*(?:ban hanh|duoc ki)(?! (?:vao )?(?:nam|thang|ngay) \\d)',
    ),
  ],
  [
    'number',
    any(
      'so hieu',
      'so van ban',
      '(?<!ngon ngu )ki hieu',
      'mang so (?:nao|may|bao nhieu)',
      `${DOCUMENT} so (?:bao nhieu|may)`,
    ),
  ],
  [
    'replacedBy',
    any(
      '(?:bi|duoc) (?:[a-z]+ ){0,3}thay(?: the)?',
      'thay the boi',
      'con hieu luc',
      'het hieu luc',
      'het han chua',
      `${DOCUMENT} (?:[a-z0-9]+ ){0,10}con (?:dung|ap dung) duoc`,
    ),
  ],
  ['replaces', any('(?<!sinh )thay (?:the|cho)(?! doi)', `thay ${DOCUMENT} (?:so )?(?:nao|gi|may)`, 'bai bo')],
  [
    'issuer',
    any(
      '(?:ai|co quan nao|don vi nao|cap nao|noi nao) (?:da |la noi )?(?:ban hanh|ra)',
      'co quan ban hanh',
      'do (?:ai|co quan nao|cap nao) ban hanh',
      `${DOCUMENT} .*(?:cua|thuoc) (?:ai|(?:co quan|cap|don vi|tinh|thanh pho|dia phuong) nao)`,
      `(?:tinh|thanh pho|dia phuong) nao (?:da )?(?:ban hanh|ra) ${DOCUMENT}`,
    ),
  ],
  [
    'title',
    any(
      'ten day du',
      'ten goi day du',
      'trich yeu',
      'tieu de',
      `${DOCUMENT} (?:[a-z0-9]+ ){0,8}(?:ve (?:viec|van de) gi|(?:noi|qu[iy] dinh) ve (?:viec |van de |cai |dieu |noi dung )?gi)`,
      `ten (?:cua )?${DOCUMENT}`,
      PURPOSE,
      `(?<! (?:muc|khoan|diem|dieu|phan|chuong|phu luc) .*)${DOCUMENT} (?:so )?[0-9]+(?: [a-z]+){0,5} noi gi(?= (?:vay |the |a |nhi )?$)`,
    ),
  ],
  [
    'period',
    any(
      '(?:cho|trong|thuc hien|ap dung|ap dung cho) giai doan nao',
      '(?:hieu luc|ap dung|thuc hien|keo dai) (?:den|toi) (?:het )?(?:nam|khi|ngay|bao gio) ?(?:nao|may)?',
      'giai doan nao',
      `(?:thoi gian|thoi ki) thuc hien (?:cua )?${DOCUMENT}`,
      `${DOCUMENT} .*(?:tu nam nao den|keo dai)`,
    ),
  ],
  [
    'recipients',
    any(
      'noi nhan',
      `${DOCUMENT} (?:so )?[0-9]+(?: [a-z]+){0,6} (?:duoc )?gui (?:den |cho |toi |di )?(?:nhung |cac )?(?:ai|co quan nao|noi nao|dau)`,
      '(?:duoc )?gui (?:den|cho|toi) (?:nhung )?(?:ai|co quan nao|noi nao|dau)',
    ),
  ],
];

/** "làm hết hiệu lực bao nhiêu quyết định" counts; it does not ask whether the document is in force. */
const COUNTED: ReadonlySet<MetadataAspect> = new Set<MetadataAspect>(['replacedBy', 'replaces', 'period']);

/** The field of a document that a folded question between spaces asks for; null when it asks for none. */
export function readAspect(q: string): MetadataAspect | null {
  const found = METADATA.find(
    ([aspect, pattern]) => pattern.test(q) && !(COUNTED.has(aspect) && / bao nhieu /.test(q)),
  );
  return found?.[0] ?? null;
}
