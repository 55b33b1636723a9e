import { any, PARTS, SCORED, words } from './phrases.ts';
import type { SpecialNeed } from './understanding.ts';

/** Offices a person holds; whom a plan makes head of its own steering committee it does say. */
const OFFICE =
  '(?:pho )?(?:giam doc|thu tuong|tong bi thu|chu tich(?! hoi dong(?! nhan dan))|bi thu|cuc truong|truong phong|hieu truong|thu truong|bo truong|(?:chi cuc|hat|doi|vien|vu|so|tram|to|thon) truong|chanh (?:van phong|thanh tra))';

/** Whose pay is asked for: "lương giáo viên", where "lượng" is typed the same without its accents. */
const PAID =
  '(?:giao vien|bac si|cong chuc|vien chuc|can bo|nhan vien|cong nhan|dieu duong|y si|toi thieu|co ban|co so)';

const NEEDS: readonly (readonly [SpecialNeed, RegExp])[] = [
  [
    'number',
    any(
      'bao nhieu',
      SCORED,
      `(?<!nuoc |nha )may(?! ${PARTS}| loc| moc| tinh)`,
      'phan tram',
      'con so',
      'ti le',
      'muc nao',
    ),
  ],
  [
    'money',
    any(
      '(?:bao nhieu|may) (?:tien|dong|trieu|(?:nghin|ngan|chuc|tram) (?:nghin|ngan|dong|trieu))',
      'bao nhieu (?:nguon )?(?:von|kinh phi|ngan sach)',
      'so tien',
      'muc tien',
      '(?:muc (?:ho tro|tro cap)|(?<!luu |san |khoi |so |chat |nang |trong |luc )luong|kinh phi|von) (?:la )?bao nhieu',
      '(?:bao nhieu|may) ti(?! le)',
      `luong (?:cua |cho )?${PAID} ${words(6)}(?:bao nhieu|may)`,
    ),
  ],
  [
    'procedure',
    any(
      'ho so (?:gi|nao|gom|can|xin|de|nop|nhu the nao)',
      '(?:can|lam) (?:nhung )?ho so',
      'nop (?:nhung )?ho so (?:gi|nao|o dau|cho ai|the nao|ra sao)',
      'giay to',
      'gom (?:nhung |cac )?giay',
      'thu tuc gi',
      'thu tuc the nao',
      '(?:nop|dang ki|xin) o dau',
      'lam don',
      'mau don',
      'can nhung gi de',
      '(?:lam the nao|lam sao) de (?:duoc|co duoc|xin|dang ki|nop|huong|nhan|vay|mua|thue|lam|vao)',
      'cach dang ki',
      'trinh tu',
      'nop don',
    ),
  ],
  [
    'contact',
    any(
      'so dien thoai',
      'dien thoai',
      'email',
      'hotline',
      'duong day nong',
      'tong dai',
      'lien he',
      'goi (?:den |toi )?(?:so|dau)',
      'dia chi',
    ),
  ],
  [
    'office_holder',
    any(
      `(?:ai|nguoi nao|ong nao|ba nao|dong chi nao) (?:dang |hien |hien nay )?(?:la|lam|giu chuc|giu chuc vu) ${OFFICE}`,
      `${OFFICE} ${words(8)}(?:la ai|ten (?:la )?gi|ten ai|la nguoi nao)`,
    ),
  ],
  ['reason', any('tai sao', 'vi sao', 'li do', 'nguyen nhan')],
  [
    'result',
    any('da dat', 'dat duoc', 'da giam', 'da tang', 'thuc te', 'hien nay la', 'hien tai', 'da hoan thanh', 'con lai'),
  ],
];

/** What a folded question between spaces needs that these documents seldom state. */
export function readNeeds(q: string): SpecialNeed[] {
  return NEEDS.filter(([, pattern]) => pattern.test(q)).map(([need]) => need);
}
