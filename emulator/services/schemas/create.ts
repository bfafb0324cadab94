import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { schemas, store } from "../../../provider/contract";
import { presets } from "../../../provider/formats/presets";
import { seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import { NotFetched } from "../../remote/document";
import { fetchSchema } from "../../remote/schema";
import type { Bucket, BucketFile } from "../../world/bucket-model";
import { implement, type OperationCall } from "../implement";
import { refuseUnlessMayCreate } from "../store/changing";
import { schemaInfo, texts } from "./shown-schema";

type Creation = OperationCall<typeof schemas.createSchema>;
type Arrived = Omit<BucketFile, "stored">;

const createSchema = implement(schemas.createSchema, async (call) => {
  const owner = { type: call.path.ownerType, id: call.path.ownerId };
  // Looked at twice: before the work, and once more when nothing waits any longer.
  refuseUnlessMayCreate(call, store.variants.schemas, owner);
  const arrived = await filesFor(call);
  refuseUnlessMayCreate(call, store.variants.schemas, owner);
  const bucket = bucketFor(call, owner);
  const files = arrived.map((file) => ({ ...file, stored: bucket.created }));
  call.commit({ type: "schemaCreated", bucket, files, origin: call.body.source });
  return schemaInfo(call, bucket);
});

export const creating = [createSchema];

function bucketFor({ body, caller, now }: Creation, owner: store.Owner): Bucket {
  const at = now();
  const told = texts
    .map((name) => [name, body[name]] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  const sharing = body.public === undefined ? {} : { sharingOptions: { public: body.public } };
  return {
    store: "schemas",
    owner,
    id: randomUUID(),
    name: body.name,
    driver: "s3",
    properties: { ...Object.fromEntries(told), ...sharing },
    createdBy: caller.id,
    created: at,
    lastModified: at,
  };
}

/** The ways to create a schema (docs/platform.md#schemas); files that somebody has follow by themselves. */
function filesFor(call: Creation): Promise<Arrived[]> {
  const { kind, address = "", preset = "", schema = "" } = call.body.source;
  switch (kind) {
    case "file":
      return Promise.resolve([]);
    case "preset":
      return ofPreset(call, preset);
    case "schema":
      return Promise.resolve(ofSchema(call, schema));
    case "url":
      return ofAddress(call, address);
  }
}

async function ofPreset(call: Creation, id: string): Promise<Arrived[]> {
  const preset = presets.find((it) => it.id === id);
  if (preset === undefined) {
    const message = `there is no preset "${id}"; there are ${presets.map((it) => it.id).join(", ")}`;
    throw refuse.invalid([{ field: "source.preset", message }]);
  }
  return [await keep(call, preset.file, Buffer.from(preset.xsd()))];
}

/** The copy has the same bytes, which are held until it says so. */
function ofSchema(call: Creation, id: string): Arrived[] {
  const key = store.readCombinedId(id);
  const bucket = key === undefined ? undefined : call.world.buckets.get("schemas", key);
  if (bucket === undefined || !seesBucket(call.world, call.visitor, bucket)) {
    const message = `there is no schema ${id}, or you are not allowed to see it`;
    throw refuse.invalid([{ field: "source.schema", message }]);
  }
  return call.world.buckets.filesOf(bucket.id).map(({ name, type, bytes, sha256 }) => {
    call.blobs.lend(sha256);
    return { name, type, bytes, sha256 };
  });
}

async function ofAddress(call: Creation, address: string): Promise<Arrived[]> {
  try {
    const files = await fetchSchema(address);
    return await Promise.all(files.map(({ name, content }) => keep(call, name, content)));
  } catch (error) {
    if (error instanceof NotFetched) {
      throw refuse.invalid([{ field: "source.address", message: error.message }]);
    }
    throw error;
  }
}

async function keep({ blobs }: Creation, name: string, content: Buffer): Promise<Arrived> {
  const { bytes, sha256 } = await blobs.keep(Readable.from([content]));
  return { name, type: "application/xml", bytes, sha256 };
}
