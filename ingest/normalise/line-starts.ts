/** What the beginning of a line says about paragraphs, whatever the wrapping. All patterns read the line without marks. */

/** An outline label with text after it, or alone: "1.", "1.1.", "a)", "IV.", "Điều 3.", "(1)". */
const LABEL =
  /^([-+]\s+)?(\d{1,2}(\.\d{1,2}){0,4}[.)](?=\s|$)|\d{1,2}(\.\d{1,2}){1,4}(?=\s+\p{Lu})|[a-zđ]\)(?=\s|$)|[IVX]{1,6}[.)](?=\s|$)|[A-ZĐ]\.(?=\s+\p{Lu})|\(\d{1,2}\)(?=\s)|(Điều|ĐIỀU)\s+\d+[a-zđ]?([.:]|$)|(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+([IVXLC]+|\d+|thứ|THỨ)(?=$|[\s.:]))/u;

/** A bullet: the dash of a list, not the tail of a name such as "- Thương binh và Xã hội". */
const BULLET = /^[-+–•*]\s*\p{L}/u;

/** Lines of letterhead and closing that always open something. Capitals count: "phụ lục" may stand inside a sentence. */
const FORMAL = new RegExp(
  [
    '^(CỘNG H[ÒO][ÀA] XÃ|Cộng h[òo][àa] xã hội)',
    '^(Độc lập|ĐỘC LẬP)\\s*[-–]',
    '^(ĐẢNG CỘNG SẢN|Đảng Cộng sản) (VIỆT|Việt)',
    '^(Nơi nhận|NƠI NHẬN)',
    '^Số\\s*:',
    '^Số\\s+\\d+\\s*[-/]',
    '^(TM|KT|TL|TUQ|Q)\\.',
    '^(PHÓ )?CHỦ TỊCH$',
    '^PHỤ LỤC',
    '^\\((Được )?(Ban hành |Đính )?[Kk]èm (theo )?',
    '^[-_]{4,}',
    '^(Số (ký )?hiệu|Ngày (ban hành|có hiệu lực|hiệu lực)|Loại văn bản|Cơ quan ban hành|Người ký|Lĩnh vực|Trích yếu|Tình trạng)(?=\\s|:)',
    '^\\[\\.\\.\\.\\]',
  ].join('|'),
  'u',
);

/** Types of documents as they stand alone above a title. */
const TYPE_LINE =
  /^(KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|QUYẾT NGHỊ|CHƯƠNG TRÌNH( HÀNH ĐỘNG)?|ĐỀ ÁN|KẾT LUẬN|THÔNG BÁO|QUY CHẾ|QUY ĐỊNH|HƯỚNG DẪN|CÔNG VĂN|CÔNG ĐIỆN|BÁO CÁO|TỜ TRÌNH|THÔNG TƯ|NGHỊ ĐỊNH|DANH MỤC|PHƯƠNG ÁN|CHIẾN LƯỢC|QUY TRÌNH|LUẬT)\s*:?$/u;

/** Lines after which nothing is joined: motto, rules, numbers, types of documents, positions in a signature. */
const CLOSED =
  /^((Độc lập|ĐỘC LẬP)\s*[-–].*|[-_]{4,}|(Nơi nhận|NƠI NHẬN)\s*:?|Số\s*:?\s*\d+\s*[-/].*|((KT|TL|TUQ|Q)\. ?)?(PHÓ )?(CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG BAN|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG)|PHỤ LỤC\s*([IVX]+|\d+)?)$/u;

const TERMINAL = /[.;:!?…”"»)\]]\s*$/u;

/** Lines of a signature: each stands for itself, whatever emphasis runs over them. */
const SIGNATURE = /^((TM|KT|TL|TUQ|Q)\s?\.|(PHÓ )?(CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|BỘ TRƯỞNG)$)/u;

/** A label with nothing after it ends no sentence with its dot. */
export const isBareLabel = (plain: string): boolean =>
  LABEL.test(plain) && !/\s\S/u.test(plain.replace(/^(Điều|ĐIỀU)\s/u, ''));
export const isSignatureLine = (plain: string): boolean => SIGNATURE.test(plain);
export const startsWithLabel = (plain: string): boolean => LABEL.test(plain);
export const startsWithBullet = (plain: string): boolean => BULLET.test(plain);
export const startsFormally = (plain: string): boolean => FORMAL.test(plain) || TYPE_LINE.test(plain);
export const standsAlone = (plain: string): boolean => CLOSED.test(plain) || TYPE_LINE.test(plain);
export const isTypeLine = (plain: string): boolean => TYPE_LINE.test(plain);
export const endsSentence = (plain: string): boolean => TERMINAL.test(plain);
export const startsInLowerCase = (plain: string): boolean => /^\p{Ll}/u.test(plain) && !LABEL.test(plain);
