/** Units of time, folded: days and months are counted of anything. */
export const TIMES: ReadonlySet<string> = new Set(['gio', 'phut', 'ngay', 'tuan', 'thang', 'quy', 'qui', 'nam', 'lan']);

/** Units that texts print by their signs (m2, ha, km), and masses that are told in other units ("bao nhiêu vốn"), folded. */
export const MEASURES: ReadonlySet<string> = new Set([
  'met',
  'm',
  'hec',
  'ha',
  'ki',
  'km',
  'cay',
  'gam',
  'lit',
  'do',
  'phan tram',
  'von',
  'kinh',
  'ngan',
  'nguon',
  'dien',
  'dat',
  'quy',
  'qui',
]);
