import { expect, test } from 'vitest';
import { readReporting } from '../../../ingest/records/reporting.ts';

test.each([
  [
    'Định kỳ 06 (sáu) tháng hoặc đột xuất, Văn phòng báo cáo UBND tỉnh tình hình.',
    'Định kỳ 06 (sáu) tháng hoặc đột xuất',
  ],
  ['Theo dõi và định kỳ hoặc đột xuất báo cáo UBND tỉnh.', 'định kỳ hoặc đột xuất'],
  ['Các sở báo cáo UBND tỉnh định kỳ.', 'định kỳ'],
])('%s is reported %s', (text, when) => expect(readReporting(text)?.reporting.when).toBe(when));
