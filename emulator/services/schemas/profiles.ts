import { randomUUID } from "node:crypto";
import { schemas, store } from "../../../provider/contract";
import { isPublic, seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import type { Profile } from "../../world/content-model";
import { profileIdOf } from "../../world/contents";
import { withoutEmpty } from "../../world/without-empty";
import { implement, implementList, pageableList, type Desk, type Platform, type Visitor } from "../implement";
import { refuseUnlessMayCreate } from "../store/changing";
import { contentOf } from "./content-of";
import { problemsWithDemands, type Demands } from "./profile-check";
import { problemOf } from "./shown-schema";
import { profileInfo, refuseUnlessMay, schemaOf, seesProfile, visibleProfile } from "./visible-profile";

type Context = Platform & Desk & Visitor;

const profile: store.Variant = { ...store.variants.schemas, noun: "profile" };

const getSchemaProfiles = implementList(schemas.getSchemaProfiles, (call) =>
  pageableList(
    call.world.contents.profiles().filter((it) => seesProfile(call, it)),
    (it) => profileInfo(call.world, it),
  ),
);

const getSchemaProfile = implement(schemas.getSchemaProfile, (call) =>
  profileInfo(call.world, visibleProfile(call, call.path)),
);

const createSchemaProfile = implement(schemas.createSchemaProfile, async (call) => {
  const owner = { type: call.path.ownerType, id: call.path.ownerId };
  const { schema: combinedId, ...form } = call.body;
  // Looked at twice: before the schema is read, and once more when nothing waits any longer.
  refuseUnlessMayCreate(call, profile, owner);
  await refuseUnlessNarrower(call, schemaNamed(call, combinedId), form);
  refuseUnlessMayCreate(call, profile, owner);
  const at = call.now();
  const created: Profile = {
    ...withoutEmpty({ author: form.author, version: form.version, description: form.description }),
    id: randomUUID(),
    owner,
    schema: schemaNamed(call, combinedId).id,
    name: form.name,
    public: form.public ?? false,
    mandatoryFeatureTypes: form.mandatoryFeatureTypes ?? [],
    constraints: form.constraints ?? [],
    conditions: form.conditions ?? [],
    taggedValues: form.taggedValues ?? [],
    createdBy: call.caller.id,
    created: at,
    lastModified: at,
  };
  call.commit({ type: "profileCreated", profile: created });
  return profileInfo(call.world, created);
});

const updateSchemaProfile = implement(schemas.updateSchemaProfile, async (call) => {
  const before = visibleProfile(call, call.path);
  refuseUnlessMay(call, "edit", before);
  const schema = schemaOf(call.world, before);
  if (schema !== undefined) {
    await refuseUnlessNarrower(call, schema, call.body);
  }
  const { id, lastModified } = visibleProfile(call, call.path);
  refuseUnlessMay(call, "edit", before);
  call.commit({ type: "profileChanged", id, at: Math.max(call.now(), lastModified + 1), changes: call.body });
  return profileInfo(call.world, visibleProfile(call, call.path));
});

/** «Copying a profile of another org needs both profile and schema public» (docs/platform.md#roles-and-permissions). */
const copySchemaProfile = implement(schemas.copySchemaProfile, (call) => {
  const { world, query, now, caller, commit } = call;
  const original = visibleProfile(call, call.path);
  const owner = query.organisation === undefined ? original.owner : ({ type: "org", id: query.organisation } as const);
  refuseUnlessMayCreate(call, profile, owner);
  const isOther = owner.type !== original.owner.type || owner.id !== original.owner.id;
  const schema = schemaOf(world, original);
  if (isOther && !(original.public && schema !== undefined && isPublic(schema))) {
    throw refuse.forbidden(
      `The profile ${profileIdOf(original)} is another owner's: to be copied, it and its schema have to be public.`,
    );
  }
  const at = now();
  const copy: Profile = {
    ...original,
    id: randomUUID(),
    owner,
    name: `${original.name.slice(0, 245)} copy`,
    public: false,
    createdBy: caller.id,
    created: at,
    lastModified: at,
  };
  commit({ type: "profileCreated", profile: copy });
  return profileInfo(world, copy);
});

const deleteSchemaProfile = implement(schemas.deleteSchemaProfile, (call) => {
  const found = visibleProfile(call, call.path);
  refuseUnlessMay(call, "delete", found);
  call.commit({ type: "profileDeleted", id: found.id });
  return { error: false, message: `The profile ${profileIdOf(found)} is deleted.` };
});

export const ofProfiles = [
  getSchemaProfiles,
  getSchemaProfile,
  createSchemaProfile,
  updateSchemaProfile,
  copySchemaProfile,
  deleteSchemaProfile,
];

function schemaNamed({ world, visitor }: Context, combinedId: string): Bucket {
  const key = store.readCombinedId(combinedId);
  const bucket = key === undefined ? undefined : world.buckets.get("schemas", key);
  if (bucket === undefined || !seesBucket(world, visitor, bucket)) {
    const message = `there is no schema ${combinedId}, or you are not allowed to see it`;
    throw refuse.invalid([{ field: "schema", message }]);
  }
  return bucket;
}

async function refuseUnlessNarrower(call: Context, schema: Bucket, demands: Demands): Promise<void> {
  const isEmpty = [demands.mandatoryFeatureTypes, demands.constraints, demands.conditions, demands.taggedValues].every(
    (list) => list === undefined || list.length === 0,
  );
  if (isEmpty) {
    return;
  }
  const content = await contentOf(call, schema);
  if (content === undefined) {
    const problem = problemOf(call.world.buckets.filesOf(schema.id), content) ?? "It has no files yet.";
    throw refuse.invalid([{ field: "schema", message: `has no feature types that could be narrowed: ${problem}` }]);
  }
  const problems = problemsWithDemands(demands, content);
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
}
