import type { projects } from "../../../provider/contract";
import { presets } from "../../../provider/formats/presets";
import type { HaleContent } from "../../../provider/formats/hale";
import { seesBucket } from "../../access/bucket-access";
import { targetNamespaces } from "../../contents/schema-content";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Desk, Platform, Visitor } from "../implement";
import { namedSchemas, type NamedSchema, type Side } from "./named-schemas";

type LinkedSchema = projects.ProjectInfo["sourceSchemas"][number];

/** A schema of the platform, by what a project can know it by. */
export interface Candidate {
  readonly bucket: Bucket;
  readonly namespaces: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * The schemas of one side of a project, «auto-linked or set manually» (docs/platform.md#transformation-projects). By itself a schema is linked that the
 * caller sees, and that came from the very address which the project names, or has the namespace. Of several, one of the
 * project's owner comes first, then the one that was changed last. Links set by hand take the place of those.
 */
export function linkedSchemas(
  { world }: Platform,
  project: Bucket,
  content: HaleContent | undefined,
  side: Side,
  all: readonly Candidate[],
): LinkedSchema[] {
  const candidates = ownFirst(all, project);
  const named = content === undefined ? [] : namedSchemas(content, side);
  const manual = (world.contents.linksOf(project.id)[side] ?? []).flatMap(
    (id) => candidates.find(({ bucket }) => bucket.id === id) ?? [],
  );
  if (manual.length === 0) {
    return named.map((schema) =>
      shown(
        schema,
        candidates.find((it) => matches(it, schema)),
        "automatic",
      ),
    );
  }
  const taken = new Set<NamedSchema>();
  const byHand = manual.map((candidate) => {
    const schema = named.find((it) => !taken.has(it) && matches(candidate, it)) ?? { namespaces: [] };
    taken.add(schema);
    return shown(schema, candidate, "manual");
  });
  const others = named.filter((schema) => !taken.has(schema));
  // One named and one linked are the same, whatever their names say: that is what the link is for.
  return named.length === 1 && manual.length === 1
    ? [shown(named[0] ?? { namespaces: [] }, manual[0], "manual")]
    : [...byHand, ...others.map((schema) => shown(schema, undefined, "automatic"))];
}

function shown(schema: NamedSchema, candidate: Candidate | undefined, link: "automatic" | "manual"): LinkedSchema {
  const namespace = namespaceOf(schema, candidate);
  return {
    ...(namespace === undefined ? {} : { namespace }),
    ...(schema.location === undefined ? {} : { location: schema.location }),
    ...(candidate === undefined ? {} : { schema: combinedIdOf(candidate.bucket), link }),
  };
}

function namespaceOf({ namespaces }: NamedSchema, candidate: Candidate | undefined): string | undefined {
  return namespaces.find((it) => candidate?.namespaces.includes(it)) ?? namespaces[0] ?? candidate?.namespaces[0];
}

function matches({ addresses, namespaces }: Candidate, schema: NamedSchema): boolean {
  return (
    (schema.location !== undefined && addresses.includes(withoutProtocol(schema.location))) ||
    schema.namespaces.some((namespace) => namespaces.includes(namespace))
  );
}

/** Every schema that the caller sees, the one that was changed last first. */
export async function candidatesFor(call: Platform & Desk & Visitor): Promise<Candidate[]> {
  const seen = call.world.buckets.inStore("schemas").filter((it) => seesBucket(call.world, call.visitor, it));
  const inOrder = [...seen].sort((one, other) => other.lastModified - one.lastModified);
  return Promise.all(inOrder.map((bucket) => candidateOf(call, bucket)));
}

function ownFirst(candidates: readonly Candidate[], { owner }: Bucket): Candidate[] {
  const isOwn = ({ bucket }: Candidate) => bucket.owner.type === owner.type && bucket.owner.id === owner.id;
  return [...candidates.filter(isOwn), ...candidates.filter((it) => !isOwn(it))];
}

async function candidateOf(call: Platform & Desk, bucket: Bucket): Promise<Candidate> {
  const origin = call.world.contents.originOf(bucket.id);
  const preset = presets.find(({ id }) => id === origin.preset);
  return {
    bucket,
    namespaces: await targetNamespaces(call.world.buckets.filesOf(bucket.id), (sha256) => call.blobs.lend(sha256)),
    addresses: [origin.address, preset?.address].flatMap((it) => (it === undefined ? [] : withoutProtocol(it))),
  };
}

/** The same schema is published under http and https. */
function withoutProtocol(address: string): string {
  return address.replace(/^https?:/i, "");
}
