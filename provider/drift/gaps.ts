import { HaleconnectError, catalogue, type CatalogueEntry } from "../errors";
import type { Kind } from "../kinds";
import type { Gap } from "./model";
import type { StateResource } from "./state";

/** How many resources a gap names. */
const MOST_NAMED = 10;

/** Says what could not be looked at. An error that all of a run meets is thrown on, and so is a defect. */
export function gapOf(kind: Kind, resources: readonly StateResource[], error: unknown): Gap {
  if (!(error instanceof HaleconnectError)) {
    throw error;
  }
  const entry: CatalogueEntry = catalogue[error.code];
  if (entry.scope === "run" || error.exit === "unreachable" || error.exit === "authentication") {
    throw error;
  }
  return gap(kind, resources, inSentences(error.message));
}

/** What, why and what to do next, one after the other. */
function inSentences(message: string): string {
  const [what = "", ...rest] = message.split("\n").map((line) => line.replace(/^\s*(?:why|next):\s+|^\s+/, ""));
  return [/[.!?]$/.test(what) ? what : `${what}.`, ...rest].join(" ").replace(/\s+/g, " ");
}

export function gap({ name }: Kind, resources: readonly StateResource[], why: string): Gap {
  const urns = resources.slice(0, MOST_NAMED).map(({ urn }) => urn);
  return { kind: name, count: resources.length, urns, why };
}

/** Says that some fields of a resource could not be compared. The others were. */
export function sealedGap(resource: StateResource, sealed: readonly string[]): Gap {
  const names = sealed.map((it) => `\`${it}\``).join(", ");
  const why = `The state keeps ${names} encrypted, so the command cannot compare it. Give the command the key of the stack, such as PULUMI_CONFIG_PASSPHRASE. Write a state for --state with \`pulumi stack export --show-secrets\`. The report never shows the value.`;
  return { ...gap(resource.kind, [resource], why), sealed: [...sealed] };
}

/** Joins the gaps of one kind that have the same reason. */
export function joined(gaps: readonly Gap[]): readonly Gap[] {
  const byReason = new Map<string, Gap>();
  for (const it of gaps) {
    const key = JSON.stringify([it.kind, it.why]);
    const known = byReason.get(key);
    byReason.set(key, {
      ...it,
      count: (known?.count ?? 0) + it.count,
      urns: [...(known?.urns ?? []), ...it.urns].slice(0, MOST_NAMED),
    });
  }
  return [...byReason.values()];
}
