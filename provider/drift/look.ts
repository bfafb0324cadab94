import path from "node:path";
import type { Client } from "../client";
import { HaleconnectError } from "../errors";
import { kinds, organisation, type Kind } from "../kinds";
import type { Context } from "../lifecycle/context";
import { compareAll } from "./comparison";
import { gapOf, joined } from "./gaps";
import { lookingContext } from "./looking";
import type { Coverage, DriftFinding, DriftReport, FindingType } from "./model";
import { Names } from "./names";
import { inOrder } from "./order";
import { withDesired, type Desired } from "./program/desired";
import type { StackState, StateResource } from "./state";
import { findUnmanaged, type Surplus } from "./unmanaged";

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
  const names = new Names(context, state.resources);
  const chosen = chosenOf(wish);
  await namesFirst(context);
  const compared = await compareAll(chosen, context, names, wish.advance ?? (() => undefined));
  const surplus = targets === undefined ? await surplusOf(wish, context, names) : undefined;
  const drift = [...compared.findings, ...(surplus?.findings ?? [])];
  const seen = withDesired(drift, (await wish.desired) ?? { steps: [] }, wish, names);
  const findings = inOrder(seen.findings);
  const coverage = compared.lacking.has(organisation.name) ? undefined : surplus?.coverage;
  const contract = await client.contract();
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
    organisations: organisationsOf(findings, context, names),
    ...(coverage === undefined ? {} : { coverage: withLeast(coverage, leastCoverage) }),
    requests: requestsOf(client),
  };
}

function withLeast(coverage: Coverage, least: number | undefined): Coverage {
  return least === undefined ? coverage : { ...coverage, least };
}

function requestsOf(client: Client): DriftReport["requests"] {
  const { requests: total, logins, pages, retries: repeated } = client.counts();
  const details = Math.max(total - logins - pages - repeated, 0);
  return { total, logins, pages, details, ...(repeated === 0 ? {} : { repeated }) };
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
  names: Names,
): NonNullable<DriftReport["organisations"]> {
  const found = new Map<string, NonNullable<DriftReport["organisations"]>[number]>();
  for (const { organisation: start } of findings) {
    for (let id = start?.id; id !== undefined && !found.has(id);) {
      const { parent } = context.objects(organisation).shown(id)?.values ?? {};
      const above = typeof parent === "string" ? parent : undefined;
      found.set(id, {
        ...names.withId(organisation.name, id),
        ...(above === undefined ? {} : { parent: above }),
      });
      id = above;
    }
  }
  return [...found.values()];
}

function surplusOf(wish: LookWish, context: Context, names: Names): Promise<Surplus> {
  const { state, roots = [], kinds: wanted = kinds } = wish;
  return findUnmanaged({ resources: state.resources, kinds: wanted, roots }, context, names);
}
