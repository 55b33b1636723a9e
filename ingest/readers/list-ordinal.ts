/** An ordinal as Word prints it in the given number format; formats not used in Vietnamese papers come out as digits. */
export function formatOrdinal(value: number, format: string): string {
  if (value < 1 || value > 3999) return String(value);
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

const romanDigits = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  let rest = value;
  let printed = '';
  for (const [worth, digit] of romanDigits) {
    while (rest >= worth) {
      printed += digit;
      rest -= worth;
    }
  }
  return printed;
}

/** a … z, then aa, bb, … as Word goes on. */
function letters(value: number): string {
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}
