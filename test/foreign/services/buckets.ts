import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readBody, text } from "../core/checking";
import { forbidden, invalid, notFound } from "../core/fault";
import { organizationNamed } from "../core/finding";
import type { Bucket, Owner } from "../core/model";
import { cursorPage } from "../core/paging";
import { may, mayManage, maySee, type Right } from "../core/rights";
import type { Answer, Call, Route } from "../core/routing";

const draft = z.strictObject({
  title: text(200),
  owner: z.strictObject({ kind: z.enum(["organization", "account"]), id: z.int() }),
  engine: z.enum(["git", "s3"]),
});
const property = z.strictObject({ value: z.string().max(2000) });
const propertyKey = /^[\w.:-]{1,100}$/;

/** The bucket of an account belongs to the account and those who manage it. */
function mayUse({ state, caller }: Call, { kind, id }: Owner, right: Right): boolean {
  if (kind === "organization") {
    return may(state, caller, id, right);
  }
  const account = state.accounts.get(id);
  return account !== undefined && (account === caller || mayManage(state, caller, account));
}

export function bucketIn(call: Call, right: Right = "organization:read"): Bucket & { sequence: number } {
  const uuid = call.params["bucket_uuid"] ?? "";
  const bucket = call.state.buckets.get(uuid.toLowerCase());
  if (!bucket || !mayUse(call, bucket.owner, "organization:read")) {
    throw notFound(`bucket ${uuid}`);
  }
  if (!mayUse(call, bucket.owner, right)) {
    throw forbidden(right);
  }
  return bucket;
}

function view({ sequence: _, ...bucket }: Bucket & { sequence: number }): Bucket {
  return bucket;
}

function requireOwner(call: Call, owner: Owner): void {
  if (owner.kind === "organization") {
    organizationNamed(call, owner.id, "owner.id", "bucket:manage");
    return;
  }
  const account = call.state.accounts.get(owner.id);
  if (!account || !maySee(call.state, call.caller, account)) {
    throw invalid("owner.id", `there is no account ${owner.id}`);
  }
  if (!mayUse(call, owner, "bucket:manage")) {
    throw forbidden("bucket:manage");
  }
}

function list(call: Call): Answer {
  const visible = [...call.state.buckets.values()].filter(({ owner }) => mayUse(call, owner, "organization:read"));
  const { items, next_cursor } = cursorPage(call.query, visible);
  return { status: 200, body: { items: items.map(view), next_cursor } };
}

function add(call: Call): Answer {
  const { state, caller } = call;
  const asked = readBody(draft, call.body);
  requireOwner(call, asked.owner);
  const sequence = state.next("sequence");
  const bucket = { bucket_uuid: randomUUID(), ...asked, properties: {}, audit: state.audit(caller), sequence };
  state.buckets.set(bucket.bucket_uuid, bucket);
  state.files.set(bucket.bucket_uuid, []);
  return { status: 201, body: view(bucket) };
}

function rename(call: Call): Answer {
  const bucket = bucketIn(call, "bucket:manage");
  bucket.title = readBody(z.strictObject({ title: text(200) }), call.body).title;
  return { status: 200, body: view(bucket) };
}

function drop(call: Call): Answer {
  call.state.dropBucket(bucketIn(call, "bucket:manage").bucket_uuid);
  return { status: 204 };
}

function putProperty(call: Call): Answer {
  const bucket = bucketIn(call, "bucket:manage");
  const key = call.params["key"] ?? "";
  if (!propertyKey.test(key)) {
    throw invalid("key", "has letters, digits and _.:-, at most 100 of them");
  }
  const { value } = readBody(property, call.body);
  bucket.properties = { ...bucket.properties, [key]: value };
  return { status: 200, body: { key, value } };
}

function dropProperty(call: Call): Answer {
  const bucket = bucketIn(call, "bucket:manage");
  const key = call.params["key"] ?? "";
  if (!Object.hasOwn(bucket.properties, key)) {
    throw notFound(`property ${key}`);
  }
  bucket.properties = Object.fromEntries(Object.entries(bucket.properties).filter(([name]) => name !== key));
  return { status: 204 };
}

export const bucketRoutes: Route[] = [
  { method: "get", path: "/buckets", answer: list },
  { method: "post", path: "/buckets", answer: add },
  {
    method: "get",
    path: "/buckets/{bucket_uuid}",
    answer: (call) => ({ status: 200, body: view(bucketIn(call)) }),
  },
  { method: "patch", path: "/buckets/{bucket_uuid}", answer: rename },
  { method: "delete", path: "/buckets/{bucket_uuid}", answer: drop },
  { method: "put", path: "/buckets/{bucket_uuid}/properties/{key}", answer: putProperty },
  { method: "delete", path: "/buckets/{bucket_uuid}/properties/{key}", answer: dropProperty },
];
