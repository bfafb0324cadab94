import { z } from "zod";
import type { Operation } from "../../../../provider/contract";
import type { Binding, Form, ReceivedSpec, SentSpec } from "../../../../provider/binding/file/model";
import { unwrapped } from "../../../../provider/binding/serving/typed";

/** A number from 0 up to `below`, from a seed. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) % below;
  };
}

const colours: Readonly<Record<string, string | number>> = { red: "rot", green: 7, blue: "red" };

/** A value of the type, of a few that conversions could confuse. */
function valueOf(type: z.ZodType, dice: Dice): unknown {
  const inner = unwrapped(type);
  if (inner instanceof z.ZodBoolean) {
    return dice(2) === 1;
  }
  if (inner instanceof z.ZodNumber) {
    return 1_700_000_000_000 + dice(1000) * 1000;
  }
  if (inner instanceof z.ZodArray) {
    return [valueOf(inner.element as z.ZodType, dice), valueOf(inner.element as z.ZodType, dice)];
  }
  if (inner instanceof z.ZodObject) {
    return objectOf(inner, dice);
  }
  if (inner instanceof z.ZodRecord) {
    return { a: "one", "b.c": ["red", "two"] };
  }
  return ["12", "red", "green", "blue", "007", "true", "ä ö", ""][dice(8)];
}

/** An object with the fields that it must have, and some of the others. */
export function objectOf(type: z.ZodObject, dice: Dice): Record<string, unknown> {
  const shape = type.shape as Record<string, z.ZodType>;
  const fields = Object.entries(shape).filter(([, field]) => !field.safeParse(undefined).success || dice(3) > 0);
  return Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field, dice)]));
}

export function shapeOf(type: z.ZodType | undefined): Record<string, z.ZodType> {
  const inner = type === undefined ? undefined : unwrapped(type);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

/** How the server may write a value of the type, so that it can be read again. */
function formOf(type: z.ZodType, dice: Dice): Form | undefined {
  const inner = unwrapped(type);
  const forms: readonly Form[] =
    inner instanceof z.ZodNumber ? ["iso", "seconds", "text"] : inner instanceof z.ZodBoolean ? ["text"] : [];
  return forms[dice(forms.length + 1)];
}

function isText(type: z.ZodType): boolean {
  return unwrapped(type) instanceof z.ZodString;
}

/** A binding of an operation, made up. Each value has a place of its own. */
export function bindingOf(operation: Operation, dice: Dice): Binding {
  const values: Record<string, Record<string, string | number>> = {};
  let count = 0;
  const path: string[] = [];
  const newName = (prefix: string): string => `${prefix}x${++count}`;
  const inBody = operation.method !== "GET" && (operation.body ?? z.object({})) instanceof z.ZodObject;
  const place = (isNested: boolean): string => (isNested ? `deep${dice(2)}.` : "") + newName("");
  const parameters: Record<string, SentSpec> = {};
  for (const name of Object.keys(operation.pathParameters)) {
    const choice = dice(inBody ? 3 : 2);
    const to = choice === 0 ? newName("path:") : choice === 1 ? newName("query:") : `body:${place(dice(2) === 0)}`;
    parameters[name] = to;
    path.push(...(choice === 0 ? [`{${to.slice(5)}}`] : []));
  }
  for (const name of Object.keys(operation.query)) {
    parameters[name] = newName("query:");
  }
  const body = sent(operation, dice, values, { newName, place });
  return {
    method: operation.method,
    path: ["/server", ...path].join("/"),
    parameters,
    ...(operation.sends === "file" ? {} : { body }),
    values,
    ...answered(operation, dice, values, place),
  };
}

interface Names {
  readonly newName: (prefix: string) => string;
  readonly place: (isNested: boolean) => string;
}

function sent(
  operation: Operation,
  dice: Dice,
  values: Record<string, Record<string, string | number>>,
  { newName, place }: Names,
): Record<string, SentSpec> {
  const body: Record<string, SentSpec> = {};
  const mayMove = (type: z.ZodType): boolean => isText(type) || unwrapped(type) instanceof z.ZodBoolean;
  for (const [name, type] of Object.entries(shapeOf(operation.body))) {
    const form = formOf(type, dice);
    const choice = dice(6);
    if (choice === 5) {
      Object.assign(body, mayMove(type) ? { [name]: newName("query:") } : {});
    } else if (choice > 0) {
      body[name] = form === undefined ? place(choice > 2) : { to: place(choice > 2), as: form };
    }
    if (isText(type) && dice(3) === 0) {
      values[name] = colours;
    }
  }
  return body;
}

function answered(
  operation: Operation,
  dice: Dice,
  values: Readonly<Record<string, unknown>>,
  place: (isNested: boolean) => string,
): Pick<Binding, "answer" | "list"> {
  const isList = operation.answer instanceof z.ZodArray;
  const model = operation.answer instanceof z.ZodArray ? (operation.answer.element as z.ZodType) : operation.answer;
  const answer: Record<string, ReceivedSpec> = {};
  for (const [name, type] of Object.entries(shapeOf(model))) {
    const form = values[name] === undefined ? formOf(type, dice) : undefined;
    const choice = dice(5);
    if (choice === 4) {
      answer[name] = null;
    } else if (choice > 0) {
      answer[name] = form === undefined ? place(choice > 2) : { from: place(choice > 2), as: form };
    }
  }
  const list = dice(3) === 0 ? { list: dice(2) === 0 ? "data" : "data.items" } : {};
  return { answer, ...(isList || dice(4) === 0 ? list : {}) };
}
