import { createHmac, timingSafeEqual } from 'node:crypto';

/** Ids for answers that can be told from made-up ones without a list of those given. */
export interface AnswerIds {
  next(): string;
  /** Was this id given to an answer by a service with the same key? */
  isOurs(id: string): boolean;
}

const RANDOM_PART = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-/;
const SEAL_LENGTH = 12;

/** Ids in the form of a UUID of version 8: sixty random bits, then a seal that only the key makes of them. */
export function answerIds(key: Uint8Array): AnswerIds {
  const sealed = (random: string): string =>
    random + createHmac('sha256', key).update(random).digest('hex').slice(0, SEAL_LENGTH);
  return {
    next: () => {
      const uuid = crypto.randomUUID();
      return sealed(`${uuid.slice(0, 14)}8${uuid.slice(15, -SEAL_LENGTH)}`);
    },
    isOurs: (id) => {
      const [random] = RANDOM_PART.exec(id) ?? [];
      if (random === undefined || id.length !== random.length + SEAL_LENGTH) return false;
      return timingSafeEqual(Buffer.from(sealed(random)), Buffer.from(id));
    },
  };
}
