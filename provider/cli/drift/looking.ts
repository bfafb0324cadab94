import { createHash } from "node:crypto";
import { createClient, type Settings } from "../../client";
import { withoutIgnored } from "../../drift/ignoring/apply";
import type { IgnoreRule } from "../../drift/ignoring/rules";
import { look, type LookedReport, type LookWish } from "../../drift/look";
import { kindCalled } from "../../drift/looking";
import type { Seen } from "../../drift/repair/aim";
import { sealedFields } from "../../drift/comparing";
import { StateReader, type StackState } from "../../drift/state";
import { withVerdict } from "../../drift/verdict";
import { HaleconnectError, isError } from "../../errors";
import { LateProgress } from "../late-progress";
import type { VerbContext } from "../verb";
import { desiredOf } from "./desired";
import type { DriftOptions } from "./options";
import { refuseForeignProject, stateInFile, stateOfStack, type TakeState } from "./state-source";

/** All that a look goes by. */
export interface LookOrder {
  readonly options: DriftOptions;
  readonly wish: Pick<LookWish, "kinds" | "failOn" | "leastCoverage" | "roots">;
  readonly rules: readonly IgnoreRule[];
  readonly settings: Settings;
  readonly context: VerbContext;
  /** The look after something was put in order: a resource that was named may be gone from the state by now. */
  readonly isSecond?: boolean;
}

/** Reads the state, looks at the tenant, and leaves out what the rules ignore. */
export async function lookAtStack(order: LookOrder): Promise<Seen> {
  const { options, wish, rules, settings, context } = order;
  const progress = new LateProgress(context.terminal.stderr, "Looking for drift");
  const client = createClient(settings);
  const ended = new AbortController();
  try {
    const { state, source, digest } = await withSecrets(await readNow(order), order);
    refuseForeignProject(state.project, process.cwd(), source);
    if (order.isSecond !== true) {
      refuseNothing(state.resources.length, source);
    }
    const targets = order.isSecond === true ? options.target.filter((urn) => state.urns.includes(urn)) : options.target;
    const desired = options.desired === true ? desiredUntil(ended.signal, order) : undefined;
    const looked = await look({
      state,
      client,
      ...wish,
      ...(options.target.length === 0 ? {} : { targets }),
      ...(desired === undefined ? {} : { desired }),
      advance: (detail) => {
        progress.advance(detail);
      },
    });
    const settled = await unlessMoved(looked, digest, order);
    const result = withoutIgnored(settled, rules);
    const ignored = settled.findings.filter((it) => !result.looked.findings.includes(it));
    return { report: withVerdict(result.looked, result.ignored), state, ignored, isNamed: options.target.length > 0 };
  } finally {
    ended.abort(new Error("The look has ended"));
    progress.end();
    client.close();
  }
}

/** The preview takes seconds, so it runs beside the look. If the look fails, nobody waits for it. */
function desiredUntil(ended: AbortSignal, { options, context: { env, signal } }: LookOrder): LookWish["desired"] {
  const desired = desiredOf(options.stack, { env, signal: AbortSignal.any([signal, ended]) });
  desired.catch(() => undefined);
  return desired;
}

/** The text of a large state takes as much memory as its objects, so only its digest stays. */
async function readNow({ options, context }: LookOrder): Promise<StateNow> {
  const hash = createHash("sha256");
  const reader = new StateReader(kindCalled);
  const take: TakeState = (piece) => {
    hash.update(piece);
    reader.take(piece);
  };
  const { state, stack } = options;
  const source = await (state === undefined ? stateOfStack(stack, context, take) : stateInFile(state, take));
  return { state: reader.end(source), source, digest: hash.digest("hex") };
}

interface StateNow {
  readonly state: StackState;
  readonly source: string;
  readonly digest: string;
}

/**
 * If a secret value is to be compared, the engine is asked for the plain one. It needs the key of the stack for that.
 * Without the key the value stays unseen, and the report says so.
 */
async function withSecrets(now: StateNow, { options, context }: LookOrder): Promise<StateNow> {
  const isSealed = now.state.resources.some((it) => it.hides.length > 0 && sealedFields(it.open()).length > 0);
  if (!isSealed || options.state !== undefined) {
    return now;
  }
  const reader = new StateReader(kindCalled);
  try {
    await stateOfStack(options.stack, context, (piece) => reader.take(piece), { showSecrets: true });
    return { ...now, state: reader.end(now.source) };
  } catch (error) {
    if (isError(error, "HC8301")) {
      return now;
    }
    throw error;
  }
}

async function digestNow({ options, context }: LookOrder): Promise<string> {
  const hash = createHash("sha256");
  await stateOfStack(options.stack, context, (piece) => hash.update(piece));
  return hash.digest("hex");
}

/** Somebody may have run Pulumi meanwhile. Then the comparison was with a state that no longer is. */
async function unlessMoved(looked: LookedReport, digest: string, order: LookOrder): Promise<LookedReport> {
  if (order.options.state !== undefined || (await digestNow(order)) === digest) {
    return looked;
  }
  const why =
    "The state of the stack changed during the check. Run the command again when nobody else works on the stack.";
  return { ...looked, notLookedAt: [...looked.notLookedAt, { kind: "Stack", count: 0, urns: [], why }] };
}

function refuseNothing(count: number, source: string): void {
  if (count === 0) {
    throw new HaleconnectError("HC8303", { where: source });
  }
}
