import { termsOf } from '../../vietnamese/phrase-book.ts';
import { MOST_SENTENCES, remembered } from '../../vietnamese/remembered.ts';

/** "Sở Nội vụ chịu sự hướng dẫn của bộ nào?", "Chi cục thuộc sở nào?": what is asked of a body is its own standing. */
const ASKS_STANDING =
  / (?:chiu su|(?:truc )?thuoc (?:su quan li cua )?(?:so|bo|co quan|cuc|don vi|ai|cap|to chuc)|co tu cach phap nhan|co con dau) /;

/**
 * Does a text state the standing of another body than the question names ("Trạm Kiểm lâm …; chịu sự quản lý của Hạt" for
 * "Chi cục Kiểm lâm")? The clause is worded alike for every body, so that its words tell nothing; whose it is stands at its head.
 */
export function standingOfOthers(folded: string): (text: string) => boolean {
  if (!ASKS_STANDING.test(` ${folded} `)) return () => false;
  const asked = new Set(folded.split(' '));
  return (text) => bodyAtHead(text).some((word) => !asked.has(word));
}

/** The folded words of the body whose standing a text states at its head; none where it states none. */
const bodyAtHead = remembered((text) => {
  const [, body = ''] =
    /^(?:\p{L}{1,2}[.)]|\d+(?:\.\d+)*[.)]|[-+•])?\s*(\p{Lu}[^.;:()]{2,90}?)(?:\s*\([^)]*\))?\s+(?:là (?:cơ quan|tổ chức|đơn vị|bộ phận)|có tư cách pháp nhân|có con dấu|chịu sự)(?!\p{L})/u.exec(
      text,
    ) ?? [];
  return termsOf(body);
}, MOST_SENTENCES);
