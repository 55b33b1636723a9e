import lexicon from '../../seeds/lexicon/agencies.json' with { type: 'json' };

export interface PrintedName {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

const NOT_IN_WORD = String.raw`(?![\p{L}\p{M}])`;

/** A body by its first word, which is capitalised and followed by a capitalised word: "Chi cục Kiểm lâm". */
const HEAD = new RegExp(String.raw`^(?:${longestFirst(lexicon.openHeads)})\s+(?=\p{Lu})`, 'u');

const HEAD_WORDS: ReadonlySet<string> = new Set(lexicon.openHeads.map(firstWord));

/** Can a body no lexicon holds be named from this word on? Most words are told at once not to be its first. */
export function mayOpenName(word: string): boolean {
  return HEAD_WORDS.has(word);
}

function firstWord(phrase: string): string {
  return /^[\p{L}\p{M}]*/u.exec(phrase)?.[0] ?? '';
}

const VERB = new RegExp(`^(?:${longestFirst(lexicon.verbs)})${NOT_IN_WORD}`, 'u');

/** Words that end a name and tell nobody to act: "Trung tâm … cấp xã chưa đạt chuẩn". */
const NAME_END = new RegExp(`^(?:${longestFirst(lexicon.nameEnds)})${NOT_IN_WORD}`, 'u');

/** Words with a verb among their syllables: "Trung tâm Dịch vụ việc làm", "Phòng Người có công". */
const COMPOUND = new RegExp(`(?:${lexicon.verbsInNames.join('|')})${NOT_IN_WORD}`, 'giu');

const ANOTHER_HEAD = new RegExp(String.raw`^(?:${longestFirst(lexicon.openHeads)}|UBND|HĐND|Công an|Tỉnh ủy)\s`, 'u');

/** One more word of a name with what joins it to the one before. */
const NEXT_WORD = /^(\s+(?:-\s+|và\s+|&\s+)?)([\p{L}\p{M}\d]+)/u;

/** Where the level of the body begins: read by `readLevel`. */
const LEVEL_LIST = /^các\s/;

const LONGEST_NAME = 14;

/** Does a text begin with a word that tells a body what to do? */
export function startsWithVerb(text: string): boolean {
  return VERB.test(text);
}

/** The name of a body that no lexicon holds, read from its first word on; null when none starts at `at`. */
export function readOpenName(text: string, at: number): PrintedName | null {
  const head = text.slice(at, at + 40).match(HEAD)?.[0];
  if (head === undefined) return null;
  let end = at + head.trimEnd().length;
  for (let words = 0; words < LONGEST_NAME; words++) {
    const next = text.slice(end, end + 60).match(NEXT_WORD);
    if (next === null) break;
    const [whole, joint = '', word = ''] = next;
    const rest = text.slice(end + joint.length, end + 60);
    if (endsName(text.slice(at, end + joint.length), rest)) break;
    if (words > 0 && joint.trim() !== '' && (ANOTHER_HEAD.test(rest) || !/^\p{Lu}/u.test(word))) break;
    if (words > 0 && ANOTHER_HEAD.test(rest) && joint.trim() === 'và') break;
    end += whole.length;
  }
  return { start: at, end, printed: text.slice(at, end) };
}

/** Does the name read so far end before what comes next? */
function endsName(name: string, rest: string): boolean {
  if (LEVEL_LIST.test(rest) || NAME_END.test(rest)) return true;
  return VERB.test(rest) && !isInCompound(name, rest);
}

function isInCompound(name: string, rest: string): boolean {
  return [...(name + rest).matchAll(COMPOUND)].some(
    ({ index, 0: compound }) => index < name.length && index + compound.length > name.length,
  );
}

/** Not the first syllables of another word: "Hội đồng", "bộ môn", "cấp phép". */
const noun = (words: readonly string[]): string =>
  `(?!(?:${longestFirst(lexicon.nounsInOtherWords)})${NOT_IN_WORD})(?:${longestFirst(words)})`;

/** Nouns that may follow another without a comma: "sở, ban ngành"; "đơn vị tổ chức" is a body that organises. */
const FOLLOWING = `(?=(?:ngành|ban|đoàn thể|địa phương|đơn vị|chính quyền)${NOT_IN_WORD})`;

/** "sở, ban, ngành", "cơ quan, đơn vị": one noun or several. */
const nouns = (one: string): string =>
  String.raw`${one}(?:(?:\s*[,/]\s*|\s+và\s+|\s*-\s*|\s+${FOLLOWING})${one}${NOT_IN_WORD})*`;

const NOUNS = nouns(noun(lexicon.collectiveNouns));

/** After "các" also what alone begins the name of one body: "các ngân hàng", "các trung tâm". */
const PLURAL_NOUNS = nouns(noun([...lexicon.collectiveNouns, ...lexicon.pluralNouns]));

/** What narrows them down: "chuyên môn", "chính trị - xã hội", "có liên quan", "của tỉnh". */
const KIND = String.raw`(?:\s+(?:quản lý ngành, lĩnh vực|quản lý chuyên ngành|chuyên môn|chức năng|đoàn thể|chính trị\s*-\s*xã hội|CT-XH|xã hội|nghề nghiệp|thông tấn, báo chí|thông tấn|báo chí|báo, đài|truyền thông|thành viên|nhà nước|trực thuộc|khác|đảng))*`;
const CONCERNED = String.raw`(?:\s+(?:có\s+)?liên quan)?`;
const WHERE = String.raw`(?:\s+(?:cấp\s+tỉnh|cấp\s+huyện|cấp\s+xã|(?:của|thuộc|trên địa bàn)?\s*(?:tỉnh|thành phố|Thành phố)|các cấp|ở địa phương|địa phương))?`;

/** Heads of bodies are told to act for them: "Thủ trưởng các cơ quan, đơn vị", "Giám đốc sở". */
const HEADS_OF = String.raw`(?:Thủ trưởng|Giám đốc|Người đứng đầu|Lãnh đạo|Trưởng)(?:\s*\([^()]{3,20}\))?\s+(?:các\s+)?${NOUNS}(?!\s*:\s*\p{L})`;

const COLLECTIVE = new RegExp(
  String.raw`^(?:${HEADS_OF}|(?:các|những|tất cả các|toàn thể các)\s+${PLURAL_NOUNS}|(?:sở|cơ quan|đơn vị|cấp|chính quyền|cấp ủy)\s*,\s*${NOUNS}|chính quyền(?=\s+(?:các cấp|địa phương)|\s*,\s*các\s)|(?:đơn vị|cơ quan|tổ chức|địa phương)(?=\s+(?:có\s+)?liên quan))${NOT_IN_WORD}${KIND}${CONCERNED}${WHERE}${CONCERNED}`,
  'iu',
);

/** "Lãnh đạo Sở" before a capital begins the name of one body: "Lãnh đạo Sở Tư pháp". */
const HEAD_OF_ONE = /^(?:Thủ trưởng|Giám đốc|Người đứng đầu|Lãnh đạo|Trưởng)\s+\p{L}+$/iu;

/** The first words of what `COLLECTIVE` takes. */
const COLLECTIVE_WORDS: ReadonlySet<string> = new Set([
  ...['thủ', 'giám', 'người', 'lãnh', 'trưởng', 'các', 'những', 'tất', 'toàn', 'sở', 'cơ', 'đơn', 'cấp', 'chính'],
  ...['tổ', 'địa'],
]);

/** Can bodies be named together from this word on? */
export function mayStartCollective(word: string): boolean {
  return COLLECTIVE_WORDS.has(word.toLowerCase());
}

/** Bodies named together by what they are; null when none starts at `at`. */
export function readCollective(text: string, at: number): PrintedName | null {
  const printed = text
    .slice(at, at + 200)
    .match(COLLECTIVE)?.[0]
    .trimEnd();
  if (printed === undefined) return null;
  if (HEAD_OF_ONE.test(printed) && /^\s+\p{Lu}/u.test(text.slice(at + printed.length))) return null;
  return { start: at, end: at + printed.length, printed };
}
