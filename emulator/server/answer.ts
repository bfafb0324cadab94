import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { ErrorInfo } from "../../provider/contract";
import type { Refusal } from "../refusal";

/** What goes out, before it goes out: faults may still take it away. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | FileBody;
}

interface FileBody {
  /** Missing: it is sent in chunks, whose end tells that it is whole. */
  readonly bytes?: number;
  readonly open: () => Readable;
}

export function text(
  status: number,
  type: string,
  content: string,
  headers: Record<string, string> = {},
): OutgoingAnswer {
  return {
    status,
    headers: { "content-type": `${type}; charset=utf-8`, ...headers },
    body: Buffer.from(content, "utf8"),
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): OutgoingAnswer {
  return text(status, "application/json", JSON.stringify(body), headers);
}

export function file(status: number, { type, ...body }: FileBody & { readonly type: string }): OutgoingAnswer {
  return { status, headers: { "content-type": type }, body };
}

export function nothing(status: number): OutgoingAnswer {
  return { status, headers: {}, body: Buffer.alloc(0) };
}

export function errorAnswer(code: number, message: string, headers?: Record<string, string>): OutgoingAnswer {
  return json(code, { code, message, error: true } satisfies z.input<typeof ErrorInfo>, headers);
}

export function refusalAnswer({ status, message, fields }: Refusal): OutgoingAnswer {
  return json(status, { code: status, message, error: true, ...(fields === undefined ? {} : { fields }) });
}

export function send(response: ServerResponse, answer: OutgoingAnswer): void {
  begin(response, answer);
  if (Buffer.isBuffer(answer.body)) {
    response.end(answer.body);
  } else {
    const body = answer.body.open();
    body.once("error", () => response.destroy()).pipe(response);
    // A client that goes away leaves no open file behind.
    response.once("close", () => body.destroy());
  }
}

/** The head promises the whole body, half of it comes, then the connection breaks. */
export function sendHalf(response: ServerResponse, answer: OutgoingAnswer): void {
  begin(response, answer);
  // Of a body whose length nobody knows yet, a beginning.
  const half = Math.floor((lengthOf(answer) ?? 20) / 2);
  if (Buffer.isBuffer(answer.body)) {
    response.write(answer.body.subarray(0, half), () => response.destroy());
    return;
  }
  const body = answer.body.open();
  let sent = 0;
  body.on("data", (chunk: Buffer) => {
    const part = chunk.subarray(0, half - sent);
    sent += part.length;
    response.write(part, () => {
      if (sent === half) {
        body.destroy();
        response.destroy();
      }
    });
  });
}

function begin(response: ServerResponse, answer: OutgoingAnswer): void {
  const length = lengthOf(answer);
  response.writeHead(answer.status, {
    ...(length === undefined ? {} : { "content-length": length }),
    ...answer.headers,
  });
}

function lengthOf({ body }: OutgoingAnswer): number | undefined {
  return Buffer.isBuffer(body) ? body.length : body.bytes;
}
