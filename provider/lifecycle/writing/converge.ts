import { ServerRefusal } from "../../client";
import { HaleconnectError } from "../../errors";
import type { Kind, Live, Values } from "../../kinds";
import { seenBy } from "../objects/belonging";
import { changesOf, differences } from "../comparing/compare";
import type { Difference } from "../comparing/difference";
import { refuseContradiction } from "../program/one-owner";
import type { Inputs } from "../values/inputs";
import { writePath } from "../values/leaves";
import { setInWords } from "../comparing/members";
import { isHidden, placeOf, quoted } from "../values/veil";
import { FirstWrite, RefusedAtOnce } from "./first-write";
import { PartialFailure } from "./partial-failure";
import { localsOf, outputsOf, type Memory } from "../remembering/state";
import type { Context } from "../context";
import { withNeverGiven } from "../remembering/never-given";
import { laidOver, withoutChanged } from "../remembering/untold";
import { wasWritten } from "../objects/written";

export interface Created {
  readonly id: string;
  readonly outs: Values;
}

/**
 * Brings an existing object to its declared form. After a failure Pulumi's state has the object as partial. The server
 * has what was sent until then, so the next run looks at it before it sends the rest. `undo` is for an object that was
 * there before: if the account may not change it, the resource has nothing.
 */
export async function converge(
  kind: Kind,
  { id, values }: Live,
  raw: Values,
  inputs: Inputs,
  memory: Pick<Memory, "adopted" | "birth" | "former" | "named">,
  context: Context,
  undo?: () => Promise<void>,
): Promise<Created> {
  wasWritten(kind, { id, values }, context);
  try {
    context.program.recordDecisions(kind, inputs, id);
    refuseContradiction(kind, inputs, context.program, id);
    const brought = await bringTo(kind, id, values, inputs, context);
    return { id, outs: outputsOf(kind, inputs, brought, { ...memory, ...seenBy(context) }) };
  } catch (error) {
    const cause = error instanceof RefusedAtOnce ? error.refusal : error;
    if (cause !== error && undo !== undefined) {
      await undo();
      throw cause;
    }
    const outs = outputsOf(kind, inputs, values, { ...memory, ...seenBy(context), partial: true });
    throw new PartialFailure(id, kind.name, raw, outs, cause);
  }
}

/** What the state knows of the former declaration. */
interface Before {
  /** The declared paths. */
  readonly declared: readonly string[];
  readonly placesToLeave: readonly string[];
}

/** Sends what differs, if anything does, and returns what the server has afterwards. */
export async function bringTo(
  kind: Kind,
  id: string,
  actual: Values,
  inputs: Inputs,
  context: Context,
  before: Before = { declared: [], placesToLeave: [] },
): Promise<Values> {
  const found = differences(kind, actual, inputs.declared, before.declared).filter(
    (it) => !isHandedOver(kind, id, it, inputs.origin, context),
  );
  const changes = changesOf(kind, found, inputs.declared);
  const isDue = (values: Values): boolean => kind.renewal?.(values, inputs.declared, context.today()) !== undefined;
  const locals = localsOf(kind, inputs.declared);
  const hasChanges = Object.keys(changes).length > 0 || before.placesToLeave.length > 0;
  if (!hasChanges && !isDue(actual)) {
    return revised(kind, { ...actual, ...locals }, inputs);
  }
  const first = new FirstWrite(context.client());
  const { client } = first;
  try {
    const known = { actual, declared: inputs.declared, placesToLeave: before.placesToLeave };
    const kept = withoutChanged(actual, found);
    const sent = hasChanges ? laidOver(kind, kept, await kind.update(client, id, changes, known)) : actual;
    const renewed = isDue(sent) ? await kind.renew?.(client, id, inputs.declared, actual) : undefined;
    const told = { ...laidOver(kind, sent, renewed ?? {}), ...locals };
    const values = revised(kind, await withNeverGiven(kind, told, inputs.declared, context), inputs);
    wasWritten(kind, { id, values }, context);
    expectTaken(kind, id, found, values, inputs);
    return values;
  } catch (error) {
    const isMissing = error instanceof ServerRefusal && error.status === 404;
    throw isMissing && (await isGone(kind, id, context)) ? gone(kind, id) : first.about(error);
  }
}

/**
 * With the revision that the values have now. Also where nothing was left to send: an interrupted run may have sent it.
 */
function revised(kind: Kind, values: Values, { declared }: Inputs): Values {
  const revision = kind.revise?.(values, declared);
  return revision === undefined ? values : { ...values, revision };
}

/** Whether a file that is no longer declared here stays, because another resource declares it now. */
function isHandedOver(
  { inputs }: Kind,
  id: string,
  { path: [field = "", file = ""], declared }: Difference,
  origin: string,
  { program }: Context,
): boolean {
  const rule = inputs[field]?.files;
  return (
    rule !== undefined && declared === null && program.isDecidedBesides(origin, { subject: rule.subject(id, file) })
  );
}

/**
 * Whether the object itself is gone: a 404 may be about something else. If the look fails too, it does not count as
 * gone.
 */
async function isGone(kind: Kind, id: string, context: Context): Promise<boolean> {
  try {
    return (await context.objects(kind).now(id)) === undefined;
  } catch {
    return false;
  }
}

/** Fails if the server kept another value than it was sent. Otherwise every run would send it again and say nothing. */
function expectTaken(kind: Kind, id: string, sent: readonly Difference[], values: Values, inputs: Inputs): void {
  const paths = new Set(sent.map(({ path }) => writePath(path)));
  const left = differences(kind, values, inputs.declared).filter(({ path }) => paths.has(writePath(path)));
  if (left.length > 0) {
    const kept = left.map(
      ({ path, actual, declared: wanted }) =>
        sentSet(kind, path, wanted, actual, inputs) ??
        `\`${placeOf(kind, path, inputs)}\` was sent as ${quoted(wanted, isHidden(kind, path, inputs))} and is ${quoted(actual ?? "", isHidden(kind, path, inputs))}.`,
    );
    throw new HaleconnectError("HC6003", {
      what: `The server did not keep the values that the provider sent for ${kind.name} ${id}`,
      why: kept.join(" "),
    });
  }
}

/** Names only the members that differ in a list whose order means nothing. */
function sentSet(
  kind: Kind,
  path: readonly string[],
  wanted: unknown,
  actual: unknown,
  inputs: Inputs,
): string | undefined {
  const told = isHidden(kind, path, inputs) ? undefined : setInWords(kind, path, wanted, actual);
  return told === undefined ? undefined : `\`${writePath(path)}\`: ${told}.`;
}

export function gone(kind: Kind, id: string): HaleconnectError {
  return new HaleconnectError("HC6002", { what: `${kind.name} ${id} is no longer on the server` });
}
