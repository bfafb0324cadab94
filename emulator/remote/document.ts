import { kindOfFile, tellingBytes, type FileKind } from "../../provider/formats/file-kind";

/** Nobody got what was asked for; the message says why. */
export class NotFetched extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NotFetched";
  }
}

export interface FetchLimits {
  readonly milliseconds: number;
  /** Of one document. */
  readonly bytes: number;
  readonly documents: number;
}

export const fetchLimits: FetchLimits = { milliseconds: 30_000, bytes: 32 * 1024 ** 2, documents: 200 };

export interface FetchedDocument {
  /** Where it came from in the end. */
  readonly address: URL;
  readonly content: Buffer;
  readonly kind: FileKind;
}

/** Some services send one on, from http to https for instance. */
const mostRedirects = 5;

/** A document at an address; `isAllowed` says of each address on the way whether it may be asked. */
export async function fetchDocument(
  start: URL,
  limits: FetchLimits,
  signal: AbortSignal,
  isAllowed: (address: URL) => boolean,
): Promise<FetchedDocument> {
  let address = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (!isAllowed(address)) {
      throw new NotFetched(`it leads to ${address.href}, which is not asked`);
    }
    const response = await ask(address, limits, signal);
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      address = new URL(location, address);
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new NotFetched(`${address.href} answers ${String(response.status)} ${response.statusText}`.trim());
    }
    const content = await wholeOf(response, address, limits);
    const kind = kindOfFile(address.pathname, content.subarray(0, tellingBytes));
    return { address, content, kind };
  }
  throw new NotFetched(`${start.href} sends one on more than ${String(mostRedirects)} times`);
}

async function ask(address: URL, limits: FetchLimits, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, {
      redirect: "manual",
      signal,
      headers: { accept: "application/xml, text/xml, application/gml+xml, */*;q=0.5" },
    });
  } catch (error) {
    throw notFetched(error, address, limits);
  }
}

async function wholeOf(response: Response, address: URL, limits: FetchLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > limits.bytes) {
        throw new NotFetched(`${address.href} is larger than ${String(limits.bytes)} bytes`);
      }
      chunks.push(Buffer.from(chunk));
    }
  } catch (error) {
    throw notFetched(error, address, limits);
  }
  return Buffer.concat(chunks);
}

function notFetched(error: unknown, address: URL, { milliseconds }: FetchLimits): NotFetched {
  if (error instanceof NotFetched) {
    return error;
  }
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === "TimeoutError" || name === "AbortError") {
    return new NotFetched(`${address.href} took longer than ${String(milliseconds / 1000)} seconds`);
  }
  return new NotFetched(`${address.href} cannot be reached: ${cause?.code ?? cause?.message ?? message}`);
}
