import type { ServerResponse } from "node:http";
import type { z } from "zod";
import type { ErrorInfo } from "../../provider/contract";
import type { Refusal } from "../refusal";

/** What goes out, before it goes out: faults may still take it away. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, type: "application/json; charset=utf-8", text: JSON.stringify(body), headers };
}

export function errorAnswer(code: number, message: string, headers?: Readonly<Record<string, string>>): Answer {
  return json(code, { code, message, error: true } satisfies z.input<typeof ErrorInfo>, headers);
}

export function refusalAnswer({ status, message, fields }: Refusal): Answer {
  return json(status, { code: status, message, error: true, ...(fields === undefined ? {} : { fields }) });
}

export function send(response: ServerResponse, answer: Answer): void {
  response.end(begin(response, answer));
}

/** The head promises the whole body, half of it comes, then the connection breaks. */
export function sendHalf(response: ServerResponse, answer: Answer): void {
  const body = begin(response, answer);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function begin(response: ServerResponse, { status, type, text, headers }: Answer): Buffer {
  const body = Buffer.from(text, "utf8");
  response.writeHead(status, { "content-type": type, "content-length": body.length, ...headers });
  return body;
}
