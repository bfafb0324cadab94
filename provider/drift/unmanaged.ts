import { z } from "zod";
import type { ContractInForce } from "../binding/in-force";
import { store, type Operation } from "../contract";
import { HaleconnectError } from "../errors";
import { organisation, type Kind, type Live } from "../kinds";
import type { Context } from "../lifecycle/context";
import { isOneFile } from "./comparing";
import { consequenceOfSurplus } from "./consequence";
import { DeclaredObjects } from "./declared";
import { originOf, placeInTenant } from "./facts";
import { gapOf } from "./gaps";
import { keyOf } from "./key";
import type { Coverage, DriftFinding, Gap } from "./model";
import { nameIn, type Names } from "./names";
import { allowedInWords } from "./permissions";
import type { StateResource } from "./state";

export interface Search {
  /** All resources of the state. */
  readonly resources: readonly StateResource[];
  /** The kinds to look for. */
  readonly kinds: readonly Kind[];
  /** Organisations to look below, besides those of the state. */
  readonly roots: readonly string[];
}

export interface Surplus {
  readonly findings: readonly DriftFinding[];
  readonly gaps: readonly Gap[];
  /** undefined: without the list of organisations nobody can say what belongs to the stack. */
  readonly coverage: Coverage | undefined;
}

interface Candidate {
  readonly kind: Kind;
  readonly object: Live;
}

/** Finds what is below the stack's organisations although no resource declares it. */
export async function findUnmanaged(search: Search, context: Context, names: Names): Promise<Surplus> {
  const declared = new DeclaredObjects(search.resources);
  const list = await listOfOrganisations(context);
  if ("gap" in list) {
    return { findings: [], gaps: [list.gap], coverage: undefined };
  }
  const below = organisationsBelow(search, list.items);
  const surplus: Candidate[] = [];
  const gaps: Gap[] = [];
  const counts: Coverage["kinds"] = [];
  for (const kind of search.kinds.filter(({ standing }) => standing.lists !== undefined)) {
    try {
      const { objects, notWhole } = await allOf(kind, context);
      const told = objects.filter((it) => isToTell(kind, it, { below, declared, account: context.client().account }));
      const others = told.filter(({ id, values }) => !declared.has(kind, id, values));
      surplus.push(...others.map((object) => ({ kind, object })));
      counts.push({ kind: kind.name, managed: told.length - others.length, all: told.length });
      gaps.push(...notWhole.map((why) => ({ kind: kind.name, count: 0, urns: [], why })));
    } catch (error) {
      gaps.push(gapOf(kind, [], error));
    }
  }
  const keys = new Set(surplus.map(({ kind, object }) => keyOf(kind, object.id)));
  const findings = surplus
    .filter(({ kind, object }) => !keys.has(holderOf(kind, object) ?? ""))
    .map((candidate) => surplusFinding(candidate, names));
  return { findings, gaps, coverage: coverageOf(counts) };
}

/** The objects of all lists, and why a list may not show all. */
async function allOf(kind: Kind, context: Context) {
  const scopes = kind.standing.lists ?? [];
  const lists = await Promise.all(scopes.map((scope) => context.objects(kind).all(scope)));
  const contract = await context.client().contract();
  const notWhole = scopes.flatMap((scope, index) =>
    lists[index]?.complete === true ? [] : (whyNotWhole(kind, scope, contract) ?? []),
  );
  return { objects: lists.flatMap(({ items }) => items), notWhole };
}

/** undefined: the server has no such list at all, so there is nothing that nobody declared. */
function whyNotWhole({ reads }: Kind, scope: string, contract: ContractInForce | undefined): string | undefined {
  const ofStore = store.storeNames.filter((name) => name === scope).map((name) => store[name].listBuckets);
  const lists: readonly Operation[] = [
    ...ofStore,
    ...reads.flat().filter(({ answer }) => answer instanceof z.ZodArray),
  ];
  const open = lists.filter((it) => contract?.isUndecided(it) === true).map(({ key }) => key);
  if (contract !== undefined && open.length > 0) {
    return `${contract.file} does not say where the server has ${open.join(", ")}: choose an operation, or write \`missing: true\`.`;
  }
  const isLacking = lists.some((it) => contract?.standingOf(it) === "missing");
  return isLacking ? undefined : "The server's list of all objects may be incomplete.";
}

async function listOfOrganisations(
  context: Context,
): Promise<{ readonly items: readonly Live[] } | { readonly gap: Gap }> {
  try {
    return await context.objects(organisation).all();
  } catch (error) {
    return { gap: gapOf(organisation, [], error) };
  }
}

/** The stack's organisations and the given ones, with all that is below them. */
function organisationsBelow({ resources, roots }: Search, items: readonly Live[]): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { id, values } of items) {
    const parent = typeof values["parent"] === "string" ? values["parent"] : "";
    const known = children.get(parent) ?? [];
    known.push(id);
    children.set(parent, known);
  }
  const unknown = roots.find((id) => !items.some((it) => it.id === id));
  if (unknown !== undefined) {
    throw new HaleconnectError("HC1007", {
      what: `There is no organisation ${unknown}, or this account does not see it`,
      where: "--root",
      why: "The option takes the id of an organisation.",
    });
  }
  const own = resources.filter(({ kind }) => kind.name === organisation.name).map(({ id }) => id);
  const below = new Set<string>();
  for (const queue = [...own, ...roots]; queue.length > 0;) {
    const id = queue.pop() ?? "";
    if (!below.has(id)) {
      below.add(id);
      queue.push(...(children.get(id) ?? []));
    }
  }
  return below;
}

interface Circumstances {
  readonly below: ReadonlySet<string>;
  readonly declared: DeclaredObjects;
  readonly account: string | undefined;
}

/** Whether an object counts: it is declared, or below the organisations, and no file or account of somebody else. */
function isToTell(kind: Kind, { id, values }: Live, { below, declared, account }: Circumstances): boolean {
  const organisations = kind.standing.belongsTo(values, id);
  if (organisations.length === 0) {
    // Such as a root organisation, or a user without a role.
    return declared.hasAs(kind, id);
  }
  if (declared.has(kind, id, values)) {
    return true;
  }
  const isOwnAccount = account !== undefined && values["username"] === account;
  const isForeignFile = isOneFile(kind) && !declared.declaresFilesIn(holderOf(kind, { id, values }) ?? "");
  return organisations.every((it) => below.has(it)) && !isOwnAccount && !isForeignFile;
}

function holderOf(kind: Kind, { id, values }: Live): string | undefined {
  const holder = kind.standing.within?.(values, id);
  return holder === undefined ? undefined : `${holder.family} ${holder.id}`;
}

function surplusFinding({ kind, object: { id, values } }: Candidate, names: Names): DriftFinding {
  const access = allowedInWords(kind, id, values, names.inWords.bind(names));
  const name = nameIn(values) ?? id;
  const isAccess = kind.standing.access !== undefined;
  return {
    type: isAccess ? "permission" : isOneFile(kind) ? "file" : "unmanaged",
    change: "added",
    kind: kind.name,
    name: isAccess ? id : name,
    id,
    says: (isAccess ? access[0] : undefined) ?? sentence(kind, name, id),
    ...(access.length === 0 ? {} : { details: [...access] }),
    ...placeInTenant(kind, id, values, names),
    ...originOf(values, names),
    up: consequenceOfSurplus,
  };
}

function sentence(kind: Kind, name: string, id: string): string {
  return isOneFile(kind)
    ? `The file \`${name}\` was added, and no resource declares it`
    : `${kind.name} ${JSON.stringify(name)} (${id}) exists, and no resource declares it`;
}

function coverageOf(kinds: Coverage["kinds"]): Coverage {
  const shown = kinds.filter(({ all }) => all > 0);
  const managed = shown.reduce((sum, it) => sum + it.managed, 0);
  const all = shown.reduce((sum, it) => sum + it.all, 0);
  return { managed, all, percent: percentOf(managed, all), kinds: shown };
}

/** Rounded down, so that only a whole is 100. */
export function percentOf(managed: number, all: number): number {
  return all === 0 ? 100 : Math.floor((managed / all) * 1000) / 10;
}
