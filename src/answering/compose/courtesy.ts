import type { Intent } from '../understand/understanding.ts';
import { type Draft, draft, framing } from './draft.ts';

/** Answers that need no document: greetings, refusals, and questions about something else. */
export const COURTESY: Readonly<
  Record<'greeting' | 'thanks' | 'goodbye' | 'about' | 'refused' | 'out_of_scope', string>
> = {
  greeting:
    'Chào anh/chị. Tôi tra cứu các văn bản chính sách: chỉ tiêu, cơ quan chủ trì, thời hạn và chính sách hỗ trợ, có dẫn nguồn từng câu. Anh/chị cần tìm nội dung nào?',
  thanks: 'Cảm ơn anh/chị. Khi cần tra cứu thêm, mời anh/chị đặt câu hỏi.',
  goodbye: 'Chào tạm biệt anh/chị, chúc anh/chị một ngày tốt lành.',
  about:
    'Chào anh/chị. Đây là công cụ tra cứu văn bản chính sách: trả lời câu hỏi về chỉ tiêu, cơ quan chủ trì, phối hợp, thời hạn báo cáo và chính sách hỗ trợ trong các văn bản đang có, mỗi câu đều dẫn đoạn nguồn.',
  refused:
    'Xin lỗi anh/chị, tôi không thể bỏ qua quy tắc hay cung cấp thông tin nội bộ của hệ thống. Tôi sẵn sàng giúp tra cứu các văn bản chính sách đang có.',
  out_of_scope:
    'Xin lỗi anh/chị, tôi chỉ tra cứu các văn bản chính sách đang có nên không giúp được việc này. Anh/chị có thể hỏi về chỉ tiêu, cơ quan chủ trì hay chính sách hỗ trợ của một tỉnh.',
};

const EXAMPLES: readonly string[] = ['Hiện có những văn bản nào?'];

/** The draft for a question that needs no document; null for all others. */
export function composeCourtesy(intent: Intent, folded: string): Draft | null {
  if (intent === 'injection') return draft('refused', [framing(COURTESY.refused)]);
  if (intent === 'out_of_scope')
    return draft('out_of_scope', [framing(COURTESY.out_of_scope)], { followUps: EXAMPLES });
  return intent === 'smalltalk' ? draft('chat', [framing(smalltalk(folded))], { followUps: EXAMPLES }) : null;
}

function smalltalk(folded: string): string {
  if (/tam biet|bye|hen gap/.test(folded)) return COURTESY.goodbye;
  if (/cam on|thank|tks|tot lam|hay qua|gioi qua|tuyet voi|ro roi|hieu roi/.test(folded)) return COURTESY.thanks;
  if (/ban la|la ai|lam duoc|giup duoc|co the|ten gi|robot/.test(folded)) return COURTESY.about;
  return COURTESY.greeting;
}
