/** Whole numbers added one after the other in typed arrays, a fraction of the memory of a list of numbers. */
export interface Column<T extends Uint16Array | Uint32Array> {
  readonly length: number;
  add(value: number): void;
  at(place: number): number;
  set(place: number, value: number): void;
  /** A copy of the numbers added so far, without room for more. */
  values(): T;
}

/** A column of numbers of 16 or 32 bits. What does not fit in 16 bits is kept as the largest that does. */
export function column16(): Column<Uint16Array> {
  return growing({
    make: (length) => new Uint16Array(length),
    cut: (values, length) => values.slice(0, length),
    most: 0xffff,
  });
}

export function column32(): Column<Uint32Array> {
  return growing({
    make: (length) => new Uint32Array(length),
    cut: (values, length) => values.slice(0, length),
    most: 0xffff_ffff,
  });
}

interface Kind<T> {
  readonly make: (length: number) => T;
  readonly cut: (values: T, length: number) => T;
  readonly most: number;
}

function growing<T extends Uint16Array | Uint32Array>({ make, cut, most }: Kind<T>): Column<T> {
  let values = make(1 << 12);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add: (value) => {
      if (length === values.length) {
        const larger = make(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = Math.min(value, most);
    },
    at: (place) => values[place] ?? 0,
    set: (place, value) => {
      values[place] = Math.min(value, most);
    },
    values: () => cut(values, length),
  };
}
