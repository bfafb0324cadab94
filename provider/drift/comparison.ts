import { isError } from "../errors";
import type { Kind } from "../kinds";
import type { Context } from "../lifecycle/context";
import { SECRETS, secretsOf } from "../lifecycle/values/inputs";
import { Veil } from "../lifecycle/values/veil";
import { compare, sealedFields } from "./comparing";
import { gap, gapOf, sealedGap } from "./gaps";
import type { DriftFinding, Gap } from "./model";
import type { Names } from "./names";
import type { OpenResource, StateResource } from "./state";

/** How many resources are compared at the same time. Each takes memory, and the budget of requests is smaller anyway. */
const AT_ONCE = 100;

export interface Compared {
  readonly findings: readonly DriftFinding[];
  readonly gaps: readonly Gap[];
  /** The kinds of which a list lacks an object that is there. */
  readonly lacking: ReadonlySet<string>;
}

const nothing: Compared = { findings: [], gaps: [], lacking: new Set() };

/** Compares each resource with its object, list by list. */
export async function compareAll(
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
    return nothing;
  }
  const { kind, id } = first;
  const objects = context.objects(kind);
  const listed = new Set<string>();
  try {
    const { items } = await objects.all(kind.scopeOf?.(id));
    items.forEach((it) => listed.add(it.id));
  } catch (error) {
    return { ...nothing, gaps: [gapOf(kind, group, error)] };
  }
  const all: Compared[] = [];
  for (let from = 0; from < group.length; from += AT_ONCE) {
    const some = group.slice(from, from + AT_ONCE);
    all.push(...(await Promise.all(some.map((resource) => compareOne(resource, context, names)))));
  }
  const lacking = group.filter((it) => !listed.has(it.id) && objects.shown(it.id) !== undefined);
  return together([...all, ...(lacking.length === 0 ? [] : [notListed(kind, lacking)])]);
}

/** A list that lacks an object of the stack may lack others too, and nobody would find those. */
function notListed(kind: Kind, resources: readonly StateResource[]): Compared {
  const why = "The server shows these objects one by one, but not in its list. So the list is not whole.";
  return { findings: [], gaps: [gap(kind, resources, why)], lacking: new Set([kind.name]) };
}

async function compareOne(resource: StateResource, context: Context, names: Names): Promise<Compared> {
  const { kind } = resource;
  const open = resource.open();
  const sealed = sealedFields(open);
  const gaps = sealed.length === 0 ? [] : [sealedGap(resource, sealed)];
  try {
    return { ...nothing, findings: await compare(open, context, names), gaps };
  } catch (error) {
    if (isError(error, "HC6005")) {
      throw error;
    }
    const found = gapOf(kind, [resource], error);
    return { ...nothing, gaps: [{ ...found, why: veilOf(open).over(found.why) }, ...gaps] };
  }
}

function together(all: readonly Compared[]): Compared {
  return {
    findings: all.flatMap(({ findings }) => findings),
    gaps: all.flatMap(({ gaps }) => gaps),
    lacking: new Set(all.flatMap(({ lacking }) => [...lacking])),
  };
}

/** A text about a resource shows none of its secrets. */
function veilOf({ kind, inputs, outputs, secrets }: OpenResource): Veil {
  return Veil.of(kind, { ...inputs, [SECRETS]: [...secretsOf(inputs), ...secrets] }, outputs);
}
