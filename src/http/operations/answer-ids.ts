import { createHmac, timingSafeEqual } from 'node:crypto';

/** Ids for answers that can be told from made-up ones without a list of those given. */
export interface AnswerIds {
  /** Never rejects: an answer is not withheld because its id cannot be sealed. */
  next(): Promise<string>;
  /** Was this id given to an answer by a service with the same key? Rejects when the key cannot be read. */
  isOurs(id: string): Promise<boolean>;
}

export interface AnswerIdsOptions {
  /** What ids are sealed with; the same for all processes that take feedback on one another's answers. */
  readonly key: () => Promise<Uint8Array>;
  /** Told why an answer got an id without a seal, on which no feedback is taken. */
  readonly onFault: (error: unknown) => void;
}

const RANDOM_PART = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-/;
const SEAL_LENGTH = 12;

/** Ids in the form of a UUID of version 8: sixty random bits, then a seal that only the key makes of them. */
export function answerIds({ key, onFault }: AnswerIdsOptions): AnswerIds {
  const sealed = (random: string, secret: Uint8Array): string =>
    random + createHmac('sha256', secret).update(random).digest('hex').slice(0, SEAL_LENGTH);
  return {
    next: async () => {
      const uuid = crypto.randomUUID();
      try {
        return sealed(`${uuid.slice(0, 14)}8${uuid.slice(15, -SEAL_LENGTH)}`, await key());
      } catch (error) {
        onFault(error);
        return uuid;
      }
    },
    isOurs: async (id) => {
      const [random] = RANDOM_PART.exec(id) ?? [];
      if (random === undefined || id.length !== random.length + SEAL_LENGTH) return false;
      return timingSafeEqual(Buffer.from(sealed(random, await key())), Buffer.from(id));
    },
  };
}
