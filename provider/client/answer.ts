import { Readable } from "node:stream";
import { z } from "zod";
import type { Asked } from "../binding/applying/asked";
import { ExpressionFailed } from "../binding/applying/expression";
import { EACH, readFieldPath } from "../binding/applying/field-path";
import { boundAnswer } from "../binding/applying/receiving";
import type { Binding } from "../binding/file/model";
import { Feedback } from "../contract/models";
import type { AnswerOf, Operation } from "../contract/operation";
import type { Download } from "../contract/files";
import { HaleconnectError } from "../errors";
import { nullAsAbsent } from "./absent";
import { reasonOf } from "./failures";
import type { Answer } from "./outcome";
import { isUnreadable } from "./retry";

/** An answer that is not what the operation's model says; the write itself, if it is one, was executed. */
export class Mismatch extends HaleconnectError {
  constructor(operation: Operation, place: string, why: string) {
    const { name, path, body } = operation.evidence;
    super("HC2003", {
      what: `The answer to ${operation.key} has a form that the provider does not expect`,
      where: place,
      why: `${why} This server may use another form of the operation. Evidence in the public documentation: name ${name}, path ${path}, body ${body}.`,
    });
    this.name = "Mismatch";
  }
}

/** A call whose answer is read: what was asked, and how the server has the operation. */
export interface AskedCall {
  readonly asked: Asked;
  readonly binding?: Binding | undefined;
}

/** The answer of a call that succeeded, as its model has it. */
export async function readAnswer<O extends Operation>(
  operation: O,
  answer: Answer,
  place: string,
  call?: AskedCall,
): Promise<AnswerOf<O>> {
  // What the server answers to it is not the object, which is read by another call.
  if (operation.gives === "nothing" || call?.binding?.thenRead !== undefined) {
    return undefined as AnswerOf<O>;
  }
  if (operation.gives === "file") {
    return fileIn(answer) as AnswerOf<O>;
  }
  return judged(operation, await contentOf(operation, answer, place, call), place, absentIn(call?.binding));
}

/** What the server answered, in the words of the provider's contract. */
async function contentOf(operation: Operation, answer: Answer, place: string, call: AskedCall | undefined) {
  const binding = call?.binding;
  // A server may answer a write with nothing but its status.
  const isEmpty = binding !== undefined && answer.text.trim() === "";
  if (!isEmpty && isUnreadable(answer)) {
    throw new Mismatch(operation, place, reasonOf(answer));
  }
  const content: unknown = isEmpty ? {} : JSON.parse(answer.text);
  if (call === undefined || binding === undefined) {
    return content;
  }
  const own = await inOwnWords(operation, binding, content, place, call.asked);
  // A server that has no soft failures says by its status that the call succeeded.
  return isFeedback(operation) ? { error: false, ...(own as object) } : own;
}

async function inOwnWords(operation: Operation, binding: Binding, content: unknown, place: string, asked: Asked) {
  try {
    return await boundAnswer(binding, content, asked, operation.answer instanceof z.ZodArray);
  } catch (error) {
    if (error instanceof ExpressionFailed) {
      throw new Mismatch(operation, place, `In the contract file, ${error.message}.`);
    }
    throw error;
  }
}

/** Fields that this server does not give, says the contract file. Without its id nobody knows which object it is. */
function absentIn(binding: Binding | undefined): readonly (readonly string[])[] {
  return Object.entries(binding?.answer ?? {}).flatMap(([name, spec]) =>
    spec === null && name !== "id" ? [readFieldPath(name)] : [],
  );
}

/** The content as the operation's model has it. */
function judged<O extends Operation>(
  operation: O,
  content: unknown,
  place: string,
  absent: readonly (readonly string[])[],
): AnswerOf<O> {
  const given = nullAsAbsent(operation.answer, content);
  const parsed = operation.answer.safeParse(given);
  if (!parsed.success) {
    const isItem = operation.answer instanceof z.ZodArray;
    const wrong = parsed.error.issues.filter(({ path }) => !isAbsent(isItem ? path.slice(1) : path, absent));
    if (wrong.length === 0) {
      return given as AnswerOf<O>;
    }
    const issues = wrong.slice(0, 3).map(({ path, message }) => `${placeIn(path)}: ${message}`);
    const more = wrong.length - issues.length;
    throw new Mismatch(operation, place, `${issues.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`);
  }
  return parsed.data as AnswerOf<O>;
}

/** The field itself, or what stands within it. */
function isAbsent(path: readonly PropertyKey[], absent: readonly (readonly string[])[]): boolean {
  const told = path.map((step) => (typeof step === "number" ? EACH : String(step)));
  return absent.some((field) => field.length <= told.length && field.every((step, index) => step === told[index]));
}

/** Where in the answer; the answer itself has no path. */
function placeIn(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the answer" : `field \`${path.map(String).join(".")}\``;
}

function fileIn({ headers, stream }: Answer): Download {
  const bytes = headers["content-length"];
  return {
    type: headers["content-type"] ?? "application/octet-stream",
    ...(bytes === undefined ? {} : { bytes: Number(bytes) }),
    stream: stream ?? Readable.from([]),
  };
}

/** The message of a soft failure: status 200, `error: true` (docs/platform.md#ids-and-common-models). undefined: it is none. */
export function failureIn(operation: Operation, answer: unknown): string | undefined {
  if (!isFeedback(operation)) {
    return undefined;
  }
  const feedback = Feedback.parse(answer);
  return feedback.error ? (feedback.message ?? "") : undefined;
}

function isFeedback(operation: Operation): boolean {
  return operation.answer.meta()?.id === Feedback.meta()?.id;
}
