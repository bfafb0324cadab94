import path from "node:path";
import type { Client } from "../client";
import { HaleconnectError, isError } from "../errors";
import { kinds, organisation, type Kind } from "../kinds";
import type { Context } from "../lifecycle/context";
import { SECRETS, secretsOf } from "../lifecycle/values/inputs";
import { Veil } from "../lifecycle/values/veil";
import { compare, sealedFields } from "./comparing";
import { gapOf, joined, sealedGap } from "./gaps";
import { lookingContext } from "./looking";
import type { DriftFinding, FindingType, Gap, DriftReport } from "./model";
import { Names } from "./names";
import { inOrder } from "./order";
import { withDesired, type Desired } from "./program/desired";
import type { OpenResource, StackState, StateResource } from "./state";
import { findUnmanaged, type Surplus } from "./unmanaged";

/** How many resources are compared at the same time. Each takes memory, and the budget of requests is smaller anyway. */
const AT_ONCE = 100;

/** What somebody wants to know. */
export interface LookWish {
  readonly state: StackState;
  /** A client that only looks. */
  readonly client: Client;
  /** Only these kinds. */
  readonly kinds?: readonly Kind[];
  /** Only these resources. Then nothing undeclared is looked for. */
  readonly targets?: readonly string[];
  readonly roots?: readonly string[];
  readonly failOn: readonly FindingType[];
  readonly leastCoverage?: number;
  /** What the program declares and nobody has deployed yet, if that is to be told. */
  readonly desired?: Promise<Desired>;
  readonly advance?: (detail: string) => void;
}

/** The report without what the ignore rules and the exit code add. */
export type LookedReport = Omit<DriftReport, "verdict" | "exit" | "incomplete" | "ignored">;

/** Looks at the tenant and compares it with the state. Nothing is written, neither there nor here. */
export async function look(wish: LookWish): Promise<LookedReport> {
  const { state, client, targets, failOn, leastCoverage } = wish;
  const lookedAt = new Date(client.today()).toISOString();
  const context = lookingContext(client);
  const names = new Names(context);
  const chosen = chosenOf(wish);
  await namesFirst(context);
  const compared = await compareAll(chosen, context, names, wish.advance ?? (() => undefined));
  const surplus = targets === undefined ? await surplusOf(wish, context, names) : undefined;
  const drift = [...compared.findings, ...(surplus?.findings ?? [])];
  const seen = withDesired(drift, (await wish.desired) ?? { steps: [] }, wish, names);
  const findings = inOrder(seen.findings);
  const contract = await client.contract();
  const { requests: total, logins, pages } = client.counts();
  return {
    version: 1,
    server: client.url,
    ...(client.account === undefined ? {} : { account: client.account }),
    ...(contract === undefined ? {} : { contractFile: path.relative(process.cwd(), contract.file) }),
    ...(state.project === undefined ? {} : { project: state.project }),
    ...(state.stack === undefined ? {} : { stack: state.stack }),
    lookedAt,
    notLookedAt: [...joined([...compared.gaps, ...(surplus?.gaps ?? []), ...seen.gaps])],
    ...partial(wish),
    failOn: [...failOn],
    compared: chosen.length,
    findings: [...findings],
    organisations: organisationsOf(findings, context),
    ...(surplus === undefined
      ? {}
      : { coverage: { ...surplus.coverage, ...(leastCoverage === undefined ? {} : { least: leastCoverage }) } }),
    requests: { total, logins, pages, details: Math.max(total - logins - pages, 0) },
  };
}

function chosenOf({ state, kinds: wanted, targets }: LookWish): readonly StateResource[] {
  const lost = targets?.find((urn) => !state.resources.some((it) => it.urn === urn));
  if (lost !== undefined) {
    throw new HaleconnectError("HC1007", {
      what: `The state has no resource ${lost}`,
      where: "--target",
      why: "The option takes the URN of a resource of this package.",
      remedy: "`pulumi stack --show-urns` lists the URNs.",
    });
  }
  return state.resources.filter(
    ({ kind, urn }) =>
      (wanted === undefined || wanted.includes(kind)) && (targets === undefined || targets.includes(urn)),
  );
}

function partial({ kinds: wanted, targets }: LookWish): Pick<DriftReport, "partial"> {
  return wanted === undefined && targets === undefined
    ? {}
    : { partial: { kinds: (wanted ?? []).map(({ name }) => name), targets: [...(targets ?? [])] } };
}

/** The names of organisations and users are for people. Without them the ids stand alone. */
async function namesFirst(context: Context): Promise<void> {
  for (const kind of [organisation, context.kindNamed("User")]) {
    try {
      await context.objects(kind).all();
    } catch (error) {
      gapOf(kind, [], error);
    }
  }
}

/** The organisations of the findings, with those above them, as far as the list has shown them. */
function organisationsOf(
  findings: readonly DriftFinding[],
  context: Context,
): NonNullable<DriftReport["organisations"]> {
  const found = new Map<string, NonNullable<DriftReport["organisations"]>[number]>();
  for (const { organisation: start } of findings) {
    for (let id = start?.id; id !== undefined && !found.has(id);) {
      const { name, parent } = context.objects(organisation).shown(id)?.values ?? {};
      const above = typeof parent === "string" ? parent : undefined;
      found.set(id, {
        id,
        ...(typeof name === "string" ? { name } : {}),
        ...(above === undefined ? {} : { parent: above }),
      });
      id = above;
    }
  }
  return [...found.values()];
}

interface Compared {
  readonly findings: readonly DriftFinding[];
  readonly gaps: readonly Gap[];
}

async function compareAll(
  chosen: readonly StateResource[],
  context: Context,
  names: Names,
  advance: (detail: string) => void,
): Promise<Compared> {
  let done = 0;
  const all: Compared[] = [];
  for (const group of groupsOf(chosen)) {
    all.push(await compareGroup(group, context, names));
    done += group.length;
    advance(`${done} of ${chosen.length} resources`);
  }
  return together(all);
}

/** The resources that one list shows. */
function groupsOf(chosen: readonly StateResource[]): readonly (readonly StateResource[])[] {
  const groups = new Map<string, StateResource[]>();
  for (const resource of chosen) {
    const { kind, id } = resource;
    const key = `${kind.name} ${kind.scopeOf?.(id) ?? ""}`;
    const group = groups.get(key) ?? [];
    group.push(resource);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** If the list cannot be read, the whole group stays unseen: one reason, not one for each object. */
async function compareGroup(group: readonly StateResource[], context: Context, names: Names): Promise<Compared> {
  const [first] = group;
  if (first === undefined) {
    return { findings: [], gaps: [] };
  }
  const { kind, id } = first;
  try {
    await context.objects(kind).all(kind.scopeOf?.(id));
  } catch (error) {
    return { findings: [], gaps: [gapOf(kind, group, error)] };
  }
  const all: Compared[] = [];
  for (let from = 0; from < group.length; from += AT_ONCE) {
    const some = group.slice(from, from + AT_ONCE);
    all.push(...(await Promise.all(some.map((resource) => compareOne(resource, context, names)))));
  }
  return together(all);
}

async function compareOne(resource: StateResource, context: Context, names: Names): Promise<Compared> {
  const { kind } = resource;
  const open = resource.open();
  const sealed = sealedFields(open);
  const gaps = sealed.length === 0 ? [] : [sealedGap(resource, sealed)];
  try {
    return { findings: await compare(open, context, names), gaps };
  } catch (error) {
    if (isError(error, "HC6005")) {
      throw error;
    }
    const found = gapOf(kind, [resource], error);
    return { findings: [], gaps: [{ ...found, why: veilOf(open).over(found.why) }, ...gaps] };
  }
}

function together(all: readonly Compared[]): Compared {
  return { findings: all.flatMap(({ findings }) => findings), gaps: all.flatMap(({ gaps }) => gaps) };
}

/** A text about a resource shows none of its secrets. */
function veilOf({ kind, inputs, outputs, secrets }: OpenResource): Veil {
  return Veil.of(kind, { ...inputs, [SECRETS]: [...secretsOf(inputs), ...secrets] }, outputs);
}

function surplusOf(wish: LookWish, context: Context, names: Names): Promise<Surplus> {
  const { state, roots = [], kinds: wanted = kinds } = wish;
  return findUnmanaged({ resources: state.resources, kinds: wanted, roots }, context, names);
}
