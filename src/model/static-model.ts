import { type TokenRows, tokenRows } from './token-rows.ts';

/**
 * Static embedding model: one vector per folded syllable and syllable bigram. The file is a JSON header, then three
 * blocks; every number is little endian.
 *
 *     'SVEM' | header length (uint32) | header, padded with spaces to a multiple of 4
 *     scales (float32 × rows) | vectors (int8 × rows × dimensions) | vocabulary (UTF-8, one token a line)
 *
 * A token's vector is scale × int8 values. What the token weighs in a text (its IDF, corrected in training) is the
 * length of that vector, so nothing else has to be stored.
 */
export interface StaticModelHeader {
  readonly format: 2;
  readonly name: string;
  readonly version: string;
  readonly dimensions: number;
  readonly rows: number;
  /** Length of the vector of a word that has no row: beside those of rare syllables. */
  readonly unknownLength: number;
  /** SHA-256 of everything after the header, hex. */
  readonly digest: string;
}

export interface StaticModel {
  readonly header: StaticModelHeader;
  readonly vocabulary: TokenRows;
  readonly scales: Float32Array;
  readonly vectors: Int8Array;
}

export class StaticModelError extends Error {
  override readonly name = 'StaticModelError';
}

const MAGIC = 'SVEM';
const FORMAT = 2;
const REMEDY = 'Restore seeds/embedding from the repository, or train the model again.';

/** The SHA-256 of some bytes, hex. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => string | Promise<string>;

/**
 * Opens the bytes of a model file; throws a StaticModelError when format, size or digest is not what it says. `sha256` is
 * the platform's own where there is one: that of the web copies its bytes first.
 */
export async function openStaticModel(
  bytes: Uint8Array<ArrayBuffer>,
  sha256: Sha256 = webSha256,
): Promise<StaticModel> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  if (bytes.length < 8 || decoder.decode(bytes.subarray(0, 4)) !== MAGIC) {
    throw new StaticModelError(`The embedding model is not a model file: it does not start with ${MAGIC}. ${REMEDY}`);
  }
  const payloadStart = 8 + view.getUint32(4, true);
  const header = parseHeader(decoder.decode(bytes.subarray(8, payloadStart)));
  // The blocks are read in place where they lie aligned in memory, as in a file that was read whole.
  const inPlace = bytes.subarray(payloadStart);
  const payload = inPlace.byteOffset % 4 === 0 ? inPlace : new Uint8Array(inPlace);
  const digest = await sha256(payload);
  if (digest !== header.digest) {
    throw new StaticModelError(
      `The embedding model ${header.name} is damaged: its digest is ${digest}, its header says ${header.digest}. ${REMEDY}`,
    );
  }
  const scalesEnd = header.rows * 4;
  const vectorsEnd = scalesEnd + header.rows * header.dimensions;
  const tokens = decoder.decode(payload.subarray(vectorsEnd)).split('\n');
  if (tokens.length !== header.rows) {
    throw new StaticModelError(
      `The embedding model ${header.name} names ${tokens.length} tokens for ${header.rows} vectors. ${REMEDY}`,
    );
  }
  return {
    header,
    vocabulary: tokenRows(tokens),
    scales: new Float32Array(payload.buffer, payload.byteOffset, header.rows),
    vectors: new Int8Array(payload.buffer, payload.byteOffset + scalesEnd, header.rows * header.dimensions),
  };
}

/** The bytes of a model file. */
export async function packStaticModel(
  model: Omit<StaticModel, 'header' | 'vocabulary'> & {
    readonly header: Pick<StaticModelHeader, 'name' | 'version' | 'dimensions' | 'unknownLength'>;
    readonly tokens: readonly string[];
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const payload = concatenate([
    new Uint8Array(model.scales.buffer, model.scales.byteOffset, model.scales.byteLength),
    new Uint8Array(model.vectors.buffer, model.vectors.byteOffset, model.vectors.byteLength),
    new TextEncoder().encode(model.tokens.join('\n')),
  ]);
  const header: StaticModelHeader = {
    format: FORMAT,
    ...model.header,
    rows: model.tokens.length,
    digest: await webSha256(payload),
  };
  const text = JSON.stringify(header);
  const headerBytes = new TextEncoder().encode(text + ' '.repeat((4 - (text.length % 4)) % 4));
  const start = new Uint8Array(8);
  start.set(new TextEncoder().encode(MAGIC));
  new DataView(start.buffer).setUint32(4, headerBytes.length, true);
  return concatenate([start, headerBytes, payload]);
}

function parseHeader(text: string): StaticModelHeader {
  let header: Partial<StaticModelHeader>;
  try {
    header = JSON.parse(text);
  } catch (cause) {
    throw new StaticModelError(`The embedding model's header cannot be read. ${REMEDY}`, { cause });
  }
  const { format, name, version, dimensions, rows, unknownLength, digest } = header;
  if (format !== FORMAT) {
    throw new StaticModelError(
      `The embedding model has format ${format}, this program reads format ${FORMAT}. Train the model again.`,
    );
  }
  if (!name || !version || !dimensions || !rows || unknownLength === undefined || !digest) {
    throw new StaticModelError(`The embedding model's header is incomplete: ${text.trim()}. ${REMEDY}`);
  }
  return { format, name, version, dimensions, rows, unknownLength, digest };
}

async function webSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
