import { z } from "zod";
import { boundAnswer } from "../../binding/applying/receiving";
import type { Binding } from "../../binding/file/model";
import { ErrorInfo } from "../../contract/models";
import { headers } from "../../contract/headers";
import type { Operation } from "../../contract/operation";
import type { Answer } from "../outcome";
import type { LooseArguments } from "../request";
import type { RecordedContent, RecordedCall } from "./line";
import type { MetNames } from "./names";
import { redacted } from "./redacted";
import { kindOf, shapeOf } from "./shape";
import { vocabulary } from "./vocabulary";

/** A call with its answer, before anything is left out. */
export interface WholeCall {
  readonly operation: Operation;
  readonly args: LooseArguments;
  readonly answer: Answer;
  readonly binding: Binding | undefined;
}

export interface Manner {
  /** Values are kept, save for secrets, personal names and e-mail addresses. */
  readonly withValues: boolean;
  /** Takes the secrets that the client knows out of a text. */
  readonly mask: (text: string) => string;
  /** Personal names that were met so far. */
  readonly names: MetNames;
}

/** The line of a call, whose answer has the content in the provider's words. */
export function lineOf(
  { operation, args, answer, binding }: WholeCall,
  content: unknown,
  manner: Manner,
): RecordedCall {
  if (manner.withValues) {
    [args.body, content].forEach((value) => {
      manner.names.meet(value, [operation.tag]);
    });
  }
  const body = args.body === undefined ? undefined : sent(operation, args, manner);
  return {
    haleconnect: "recording/1",
    operation: operation.key,
    method: operation.method,
    path: pathOf(operation, args),
    status: answer.status,
    query: Object.entries(args.query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name])),
    ...(answer.headers[headers.emulator] === undefined ? {} : { emulator: true as const }),
    ...(binding === undefined ? {} : { translated: true as const }),
    ...(body === undefined ? {} : { body }),
    ...(content === undefined
      ? {}
      : { answer: contentOf(content, [operation.tag], manner, typeOfAnswer(operation, answer)) }),
  };
}

function pathOf({ service, path }: Operation, { path: values = {} }: LooseArguments): string {
  const own = path.replace(/\{(\w+)\}/g, (_, name: string) => `{${name}: ${kindOf(textOf(values[name]))}}`);
  return `${service.basePath}${own}`;
}

/** A file is told by a word. A bare text stands for the field that the path names, as the property `author` does. */
function sent(operation: Operation, { path = {}, body }: LooseArguments, manner: Manner): RecordedContent {
  if (operation.sends === "file") {
    return { shape: "file" };
  }
  const field = textOf(path["property"] ?? operation.path.split("/").at(-1));
  const place = [operation.tag];
  if (!manner.withValues || typeof body === "object") {
    return contentOf(body, place, manner, operation.body);
  }
  const { [field]: value } = redacted({ [field]: body }, place, maskOf(manner)) as Readonly<Record<string, unknown>>;
  return { value: value ?? "[secret]" };
}

function contentOf(value: unknown, place: readonly string[], manner: Manner, type?: z.ZodType): RecordedContent {
  return manner.withValues
    ? { value: redacted(value, place, maskOf(manner)) }
    : { shape: shapeOf(value, vocabulary(), type) };
}

function maskOf({ mask, names }: Manner): (text: string) => string {
  return (text) => names.mask(mask(text));
}

function typeOfAnswer(operation: Operation, answer: Answer): z.ZodType {
  return hasSucceeded(answer) ? operation.answer : ErrorInfo;
}

/** What was answered, in the server's words; undefined: nothing, or a file. What is no JSON counts as a text. */
export function answered({ operation, answer }: WholeCall): unknown {
  if (answer.text === "" || (hasSucceeded(answer) && operation.gives !== "json")) {
    return undefined;
  }
  return parsed(answer.text) ?? "";
}

/** What was answered, in the provider's words. */
export async function translated(call: WholeCall): Promise<unknown> {
  const { operation, args, answer, binding } = call;
  const content = answered(call);
  if (content === undefined || binding === undefined || !hasSucceeded(answer)) {
    return content;
  }
  const { path = {}, query = {}, body } = args;
  return boundAnswer(binding, content, { path, query, body }, operation.answer instanceof z.ZodArray);
}

function hasSucceeded({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
