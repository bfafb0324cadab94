import { isDeepStrictEqual } from "node:util";
import type { Operation } from "../../contract";
import type { Binding } from "../file/model";
import { arrivedCall, valueIn, type Received } from "./call";
import { bodyPlacements, fixedIn } from "./placement";

/** An operation of the provider that is bound to one of the server. */
export interface Bound {
  readonly operation: Operation;
  readonly binding: Binding;
}

/** An operation, and a call as one of its own. */
export interface Considered extends Bound {
  readonly received: Received;
}

/**
 * The operations that a call may mean, where several are bound to one of the server. The values that each call of an
 * operation has decide, then the fields that the call has. Several: nothing in the call tells which one is meant.
 */
export function meantBy<C extends Considered>(considered: readonly C[]): readonly C[] {
  const allowed = considered.filter(({ binding, received }) => hasFixed(binding, received));
  const named = allowed.filter(hasNoOtherNames);
  const valid = named.filter(isValid);
  const left = [valid, named, allowed].find((some) => some.length > 0) ?? [];
  const most = Math.max(...left.map(({ binding }) => fixedIn(binding).length));
  return left.filter(({ binding }) => fixedIn(binding).length === most);
}

/** The call has all values that every call of the operation has. */
export function hasFixed(binding: Binding, received: Received): boolean {
  return fixedIn(binding).every(({ place, value }) => {
    const given = valueIn(received, place);
    return isDeepStrictEqual(given, value) || (place.part !== "body" && given === inAddress(value));
  });
}

function inAddress(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The call has the names of the operation alone, and the one field that is its whole body, if it has one. */
function hasNoOtherNames({ operation, binding, received }: Considered): boolean {
  const { body, surplus } = arrivedCall(operation, binding, received);
  const whole = bodyPlacements(binding).find(({ own, server }) => own.at.length === 0 && server !== undefined);
  const isWholeThere = whole === undefined || valueIn(received, whole.server) !== undefined;
  const issues = operation.body?.safeParse(body).error?.issues ?? [];
  const isKnown = !issues.some(({ code }) => code === "unrecognized_keys");
  return surplus.length === 0 && isWholeThere && isKnown && !hasFurther({ operation, binding }, received);
}

function isValid({ operation, binding, received }: Considered): boolean {
  return operation.body?.safeParse(arrivedCall(operation, binding, received).body).success ?? true;
}

/** The call has something that the operation has not: a value in its query, or in a body that it does not take. */
function hasFurther({ operation, binding }: Bound, { query, body }: Received): boolean {
  const fixed = fixedIn(binding).map(({ place }) => place);
  const isFixed = (part: string, name: string) =>
    fixed.some(({ part: of, at }) => of === part && at.join(".") === name);
  const further = Object.keys(query).filter(
    (name) => !isFixed("query", name) && !takesInQuery(operation, binding, name),
  );
  const hasBody = operation.body === undefined && typeof body === "object" && body !== null;
  const inBody = hasBody ? Object.keys(body).filter((name) => !fixed.some(({ at }) => at[0] === name)) : [];
  return further.length > 0 || (inBody.length > 0 && !takesParametersInBody(binding));
}

function takesInQuery(operation: Operation, binding: Binding, name: string): boolean {
  const targets = [...Object.values(binding.parameters ?? {}), ...Object.values(binding.body ?? {})].map((spec) =>
    typeof spec === "object" ? spec?.to : spec,
  );
  return (
    targets.some((to) => to === name || to === `query:${name}`) ||
    (Object.hasOwn(operation.query, name) && binding.parameters?.[name] === undefined) ||
    operation.paged
  );
}

function takesParametersInBody({ parameters }: Binding): boolean {
  return Object.values(parameters ?? {}).some((spec) =>
    (typeof spec === "object" ? spec?.to : spec)?.startsWith("body:"),
  );
}
